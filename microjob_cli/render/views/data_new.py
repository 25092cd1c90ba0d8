"""Where the new record is, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microjob_cli.render.document import Document, Lines, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result


def document(result: Result, page: Formatter) -> Document:
    """The file, then the commands that look at it."""
    (written,) = result.items
    told = (page.say("Written: {file}", file=written["file"]), page.say("Fill it in with a text editor. Then:"))
    commands = tuple(line(Span(f"  {command}", Tone.STRONG)) for command in written["next"])
    return (Lines(tuple(map(line, told))), Lines(commands, verbatim=True))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return list(result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    return ("id", "file"), [(written["id"], written["file"]) for written in result.items]
