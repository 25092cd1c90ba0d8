"""What was written as pages, and how to look at it."""

from collections.abc import Sequence
from typing import Any

from microjob_cli.render.document import Document, Lines, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_COLUMNS = ("file", "pages", "files", "bytes")


def document(result: Result, page: Formatter) -> Document:
    """How much was written, and where."""
    first = result.items[0]
    told = [page.say("{count} pages written: {file}", count=first["pages"], file=first["file"])]
    told += [page.say("All of it in one file: {file}", file=one["file"]) for one in result.items[1:]]
    told.append(page.say("To look at it, open this in a web browser: {file}", file=f"{first['file']}/index.html"))
    return (Lines(tuple(map(line, told))),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return list(result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    return _COLUMNS, [[str(item[name]) for name in _COLUMNS] for item in result.items]
