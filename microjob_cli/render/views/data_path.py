"""Where the records are: for people and shells the one folder, for programs all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microjob_cli.render.document import Document, Lines, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_COLUMNS = ("data", "own", "named", "cache")


def document(result: Result, page: Formatter) -> Document:
    """The folder alone, so that a shell can use it as it is."""
    asked = "own" if result.query["own"] else "data"
    return (Lines((line(result.items[0][asked]),), verbatim=True),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return list(result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    return _COLUMNS, [[item[name] or "" for name in _COLUMNS] for item in result.items]
