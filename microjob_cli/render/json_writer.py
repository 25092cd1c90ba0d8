"""JSON as it is printed: nothing in it may steer a terminal or turn the reading order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from microjob_cli.render.clean import escaped
from microjob_cli.render.jsonable import UNKNOWN

# The envelope, its items and their keys get a line each; what lies deeper stays within the line. The encoder of the
# standard library that indents to any depth is twenty times slower than the one that does not indent.
_DEPTH = 3
_INDENT = "  "

# What is printed holds itself nowhere, so no circles are looked for.
_encoder = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def compact(value: Any) -> str:
    """All in one line, without its end."""
    return _unknown() if value is UNKNOWN else escaped(_encoder.encode(value))


@cache
def _unknown() -> str:
    """Most of what an answer holds: written once."""
    return _encoder.encode(UNKNOWN)


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
