"""JSON as it is printed: nothing in it may steer a terminal or turn the reading order."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import json

from microjob_cli.render.clean import escaped
from microjob_cli.render.jsonable import UNKNOWN

# The envelope, its items and their keys get a line each; what lies deeper stays within the line.
_DEPTH = 3
_INDENT = "  "


def compact(value: Any) -> str:
    """All in one line, without its end."""
    return _unknown() if value is UNKNOWN else _told(value)


@cache
def _unknown() -> str:
    """Most of what an answer about all sites holds: written once."""
    return _told(UNKNOWN)


def _told(value: Any) -> str:
    try:
        return escaped(json.format(json.encode(value), indent=0).decode())
    except UnicodeEncodeError:  # half a character, as the words of a call may hold: escaped like all that is harmful
        from json import dumps

        return escaped(dumps(value, ensure_ascii=False))


_key = cache(compact)


def indented(value: Any, depth: int = _DEPTH, margin: str = "") -> Iterator[str]:
    """The pieces of a text in lines, without the end of the last one; of an iterator each before the next is made."""
    if depth == 0 or not value or not isinstance(value, dict | list | Iterator):
        yield compact(value)
        return
    inner = f"\n{margin}{_INDENT}"
    start, end = "{}" if isinstance(value, dict) else "[]"
    if depth == 1:  # in one piece: few writes are faster than many
        yield f"{start}{inner}{f',{inner}'.join([f'{key}{compact(one)}' for key, one in _held(value)])}\n{margin}{end}"
        return
    opened = False
    for key, one in _held(value):
        yield f"{',' if opened else start}{inner}{key}"
        yield from indented(one, depth - 1, margin + _INDENT)
        opened = True
    yield f"\n{margin}{end}" if opened else f"{start}{end}"


def _held(value: Any) -> Iterator[tuple[str, Any]]:
    """What it holds, each behind what stands before it."""
    if isinstance(value, dict):
        return ((f"{_key(key)}: ", one) for key, one in value.items())
    return (("", one) for one in value)
