"""Prints answers that come one after another: each at once, and nothing of it is kept."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from copy import copy
from typing import Any, TextIO

from msgspec.structs import replace

from microjob_cli.environment import Environment, Format
from microjob_cli.render.findings import left_out_note
from microjob_cli.render.jsonable import envelope
from microjob_cli.render.render import page_of, render
from microjob_cli.render.views import view_of
from microjob_cli.result import Result, Stream


def stream(answers: Stream, environment: Environment) -> int:
    """Prints every answer before the next question is read. Returns the exit code: that of the best answer."""
    gc.enable()  # of a single answer the garbage is not worth collecting, of thousands it is
    printed = _Printing(answers, environment)
    if environment.format is Format.JSON:
        printed.as_one_object()
    else:
        for count, text in enumerate(printed.answers(printed.drawn)):
            environment.stdout.write(printed.between(count) + text)
            environment.stdout.flush()
    return printed.code


class _Printing:
    """One stream on its way out. An answer is whole before any of it is printed."""

    def __init__(self, answers: Stream, environment: Environment) -> None:
        self._stream, self._asked, self._environment = answers, answers.asked, environment
        self._codes: set[int] = set()

    @property
    def code(self) -> int:
        return min(self._codes, default=0)

    def answers(self, made: Any) -> Iterator[Any]:
        """What is made of each answer."""
        for question in self._asked:
            result = self._stream.answer(question, self._environment)
            done = made(result)
            self._codes.add(result.exit_code)
            yield done

    def drawn(self, result: Result) -> str:
        """The answer as it is printed; the names of columns only over the first."""
        if self._environment.format is Format.CSV:
            from microjob_cli.render import csv_writer

            page = page_of(self._environment, result.language)
            page = replace(page, language=page.language.for_tables())
            return csv_writer.write(*view_of(result.command).table(result, page), headed=not self._codes)
        own = copy(self._environment)
        own.stdout = _Held(self._environment.stdout)
        render(result, own)
        return own.stdout.getvalue()

    def between(self, count: int) -> str:
        """What parts an answer from the one before."""
        return "\n" if count and self._environment.format in (Format.TABLE, Format.MARKDOWN) else ""

    def as_one_object(self) -> None:
        """One object, whose items are written as they are found."""
        from microjob_cli.render import json_writer

        page, out = page_of(self._environment), self._environment.stdout
        whole = {**envelope(self._stream, self._items(), page), "notes": self._notes()}
        out.writelines(json_writer.indented(whole))
        out.write("\n")

    def _items(self) -> Iterator[Any]:
        for found in self.answers(self._item):
            yield found
            self._environment.stdout.flush()

    def _item(self, result: Result) -> Any:
        (item,) = view_of(result.command).items(result, page_of(self._environment, result.language))
        return item

    def _notes(self) -> Iterator[dict[str, Any]]:
        """Asked for when the items are written."""
        say = self._environment.language.say
        yield from (left_out_note(finding, say) for finding in self._environment.left_out)


class _Held(io.StringIO):
    """Keeps what is printed; a terminal where the stream that it stands for is one."""

    def __init__(self, meant: TextIO) -> None:
        super().__init__()
        self._meant = meant

    def isatty(self) -> bool:
        return self._meant.isatty()
