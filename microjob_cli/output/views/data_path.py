"""Where the records are: for people and shells the one folder, for programs all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microjob_cli.domain.result import Result
from microjob_cli.output.document import Document, Lines, line
from microjob_cli.output.page import Page

_COLUMNS = ("data", "own", "named", "cache")


def document(result: Result, page: Page) -> Document:
    """The folder alone, so that a shell can use it as it is."""
    asked = "own" if result.query["own"] else "data"
    return (Lines((line(result.items[0][asked]),), verbatim=True),)


def items(result: Result, page: Page) -> list[dict[str, Any]]:
    return list(result.items)


def table(result: Result, page: Page) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    return _COLUMNS, [[item[name] or "" for name in _COLUMNS] for item in result.items]
