"""JSON as it is printed: nothing in it may steer a terminal or turn the reading order."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import json

from microjob_cli.render.clean import escaped

# The envelope, its items and their keys get a line each; what lies deeper stays within the line.
_DEPTH = 3
_INDENT = "  "


def compact(value: Any) -> str:
    """All in one line, without its end."""
    try:
        return escaped(json.format(json.encode(value), indent=0).decode())
    except UnicodeEncodeError:  # half a character, as the words of a call may hold: escaped like all that is harmful
        from json import dumps

        return escaped(dumps(value, ensure_ascii=False))


_key = cache(compact)


def indented(value: Any, depth: int = _DEPTH, margin: str = "") -> Iterator[str]:
    """The pieces of a text in lines, without the end of the last one."""
    if isinstance(value, Iterator):
        yield from _one_by_one(value, depth, margin)
        return
    if depth == 0 or not value or not isinstance(value, dict | list):
        yield compact(value)
        return
    inner = f"\n{margin}{_INDENT}"
    start, end = "{}" if isinstance(value, dict) else "[]"
    keys = [f"{_key(key)}: " for key in value] if isinstance(value, dict) else [""] * len(value)
    held = list(value.values()) if isinstance(value, dict) else value
    if depth == 1:  # in one piece: few writes are faster than many
        lines = [f"{key}{compact(one)}" for key, one in zip(keys, held, strict=True)]
        yield f"{start}{inner}{f',{inner}'.join(lines)}\n{margin}{end}"
        return
    for count, (key, one) in enumerate(zip(keys, held, strict=True)):
        yield f"{',' if count else start}{inner}{key}"
        yield from indented(one, depth - 1, margin + _INDENT)
    yield f"\n{margin}{end}"


def _one_by_one(values: Iterator[Any], depth: int, margin: str) -> Iterator[str]:
    """A list of what is not there yet: each is written before the next is asked for."""
    inner, opened = f"\n{margin}{_INDENT}", False
    for one in values:
        yield f"{',' if opened else '['}{inner}"
        yield from indented(one, depth - 1, margin + _INDENT)
        opened = True
    yield f"\n{margin}]" if opened else "[]"
