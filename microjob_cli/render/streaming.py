"""Prints answers that come one after another: each at once, and nothing of it is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from microjob_cli.options import Format
from microjob_cli.render import json_writer
from microjob_cli.render.jsonable import envelope
from microjob_cli.render.render import drawn, formatter_of, left_out_notes, tell_remarks
from microjob_cli.render.views import view_of
from microjob_cli.result import Result, Stream
from microjob_cli.settings import Settings


def print_stream(stream: Stream, settings: Settings) -> int:
    """Prints every answer before the next question is read. Returns the exit code: that of the best answer."""
    codes: set[int] = set()

    def answers() -> Iterator[Result]:
        for question in stream.asked:
            result = stream.answer(question)
            yield result
            codes.add(result.exit_code)

    if settings.format is Format.JSON:
        _print_as_one_object(stream, answers(), settings)
    else:
        _print_one_by_one(answers(), settings)
    return min(codes, default=0)


def _print_one_by_one(answers: Iterable[Result], settings: Settings) -> None:
    """An answer is whole before any of it is printed; the names of columns stand only over the first."""
    apart = settings.format in (Format.TABLE, Format.MARKDOWN)
    for count, result in enumerate(answers):
        text = drawn(result, settings, headed=not count)
        sys.stdout.write(f"\n{text}" if count and apart else text)
        sys.stdout.flush()
        tell_remarks(result, settings)


def _print_as_one_object(stream: Stream, answers: Iterable[Result], settings: Settings) -> None:
    """One object, whose items are written as they are found."""
    page = formatter_of(settings)
    items = (item for one in answers for item in view_of(one.command).items(one, formatter_of(settings, one)))
    whole = envelope(stream, items, page)
    whole["notes"] = left_out_notes(settings.records, page)
    sys.stdout.writelines(json_writer.indented(whole))
    sys.stdout.write("\n")
