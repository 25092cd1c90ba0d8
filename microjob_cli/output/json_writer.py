"""JSON as it is printed: nothing in it may steer a terminal or turn the reading order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from microjob_cli.output.clean import escaped

# The envelope, its items and their keys get a line each; what lies deeper stays within the line. The encoder of the
# standard library that indents to any depth is twenty times slower than the one that does not indent.
_DEPTH = 3
_INDENT = "  "

_encoder = json.JSONEncoder(ensure_ascii=False)


def compact(value: Any) -> str:
    """All in one line, without its end."""
    return escaped(_encoder.encode(value))


def indented(value: Any, depth: int = _DEPTH, margin: str = "") -> Iterator[str]:
    """The pieces of a text in lines, without the end of the last one."""
    if depth == 0 or not value or not isinstance(value, dict | list):
        yield compact(value)
        return
    inner = margin + _INDENT
    named = isinstance(value, dict)
    before = f"{'{' if named else '['}\n{inner}"
    for key, held in value.items() if isinstance(value, dict) else enumerate(value):
        yield f"{before}{compact(key)}: " if named else before
        yield from indented(held, depth - 1, inner)
        before = f",\n{inner}"
    yield f"\n{margin}{'}' if named else ']'}"
