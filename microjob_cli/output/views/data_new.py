"""What was written, and what to do next."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.domain.drafts import Written
from microjob_cli.domain.result import Result
from microjob_cli.output.document import Document, Heading, Line, Lines, Span, Tone, line
from microjob_cli.output.page import Page

_COLUMNS = ("id", "name", "file", "source", "sources_file", "replaced")


def document(result: Result, page: Page) -> Document:
    """The files, then the commands that look at them."""
    written: Written = result.items[0]
    commands = tuple(line(Span(f"  {command}", Tone.STRONG)) for command in _next(written))
    return (Lines(tuple(_told(written, page))), Heading(line(page.say("Next"))), Lines(commands, verbatim=True))


def items(result: Result, page: Page) -> list[dict[str, Any]]:
    return [{**_item(written), "next": list(_next(written))} for written in result.items]


def table(result: Result, page: Page) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a record."""
    return _COLUMNS, [[_cell(value) for value in _item(written).values()] for written in result.items]


def _item(written: Written) -> dict[str, Any]:
    return {name: getattr(written, name) for name in _COLUMNS}


def _cell(value: object) -> str:
    return str(value).casefold() if isinstance(value, bool) else str(value or "")


def _told(written: Written, page: Page) -> Iterator[Line]:
    sentence = "Written anew: {file}" if written.replaced else "Written: {file}"
    yield line(page.say(sentence, file=written.file))
    if written.sources_file:
        yield line(page.say("The source {id} is added to {file}", id=written.source, file=written.sources_file))


def _next(written: Written) -> Iterator[str]:
    """The commands to look at the record, with the folder where it is not the shipped one."""
    own = shlex.quote(written.own) if written.own else ""
    yield f"microjob --data {own} show {written.id}" if own else f"microjob show {written.id}"
    yield f"microjob data check {own}" if own else f"microjob data check{' --own' if written.always else ''}"
