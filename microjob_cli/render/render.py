"""Prints results and errors in the asked format: the one place where anything is written."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

from msgspec.structs import replace

from microjob_cli import terminal
from microjob_cli.catalog.errors import MicrojobError, NotFound, RecordsBroken
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import language_of
from microjob_cli.options import Format
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Document, Heading, Span, Tone, line, paragraph, text_of
from microjob_cli.render.findings import item, left_out, left_out_note, told
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import SCHEMA, envelope
from microjob_cli.render.sentences import SENTENCES
from microjob_cli.render.views import blocks_of, remarks_told, view_of, with_remarks
from microjob_cli.result import Result, Stream
from microjob_cli.settings import Records, Settings
from microjob_cli.version import __version__

_MOST_FINDINGS = 20


def formatter_of(settings: Settings, result: Result | None = None) -> Formatter:
    """How this call, or one answer of it, puts things into words."""
    records = (result.records if result else None) or settings.records
    language = language_of(result.language) if result and result.language else settings.language
    folded = settings.format is Format.TABLE and terminal.screen().width is not None
    return Formatter(language, records.catalogue, records.catalogue.evidence(settings.today), settings.country, folded)


def prepare(settings: Settings) -> None:
    """Sees to it that what comes can be written, and says where it comes in another language than was asked for."""
    if settings.format is not Format.TABLE:
        terminal.write_as_utf8()
    if settings.unwritable:
        tell(SENTENCES["no-bengali-here"])


def print_result(result: Result, settings: Settings) -> int:
    """Prints an answer. Returns its exit code."""
    terminal.show([*_pieces(result, settings)], paged=settings.paged)
    tell_remarks(result, settings)
    return result.exit_code


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
        return min(codes, default=0)
    apart = settings.format in (Format.TABLE, Format.MARKDOWN)
    for count, result in enumerate(answers()):  # an answer is whole before any of it is printed
        text = drawn(result, settings, headed=not count)
        sys.stdout.write(f"\n{text}" if count and apart else text)
        sys.stdout.flush()
        tell_remarks(result, settings)
    return min(codes, default=0)


def _print_as_one_object(stream: Stream, answers: Iterable[Result], settings: Settings) -> None:
    """One object, whose items are written as they are found."""
    from microjob_cli.render import json_writer

    page = formatter_of(settings)
    items = (item for one in answers for item in view_of(one.command).items(one, formatter_of(settings, one)))
    whole = {**envelope(stream, items, page), "notes": left_out_notes(settings.records, page)}
    sys.stdout.writelines(json_writer.indented(whole))
    sys.stdout.write("\n")


def drawn(result: Result, settings: Settings, *, headed: bool = True) -> str:
    """The answer as it is printed, in CSV with the names of columns if it is `headed`."""
    return "".join(_pieces(result, settings, headed=headed))


def _pieces(result: Result, settings: Settings, *, headed: bool = True) -> Iterator[str]:
    page, view = formatter_of(settings, result), view_of(result.command)
    match settings.format:
        case Format.JSON:
            yield from _json(_answer(result, settings))
        case Format.JSONL:
            for item in view.items(result, page):
                yield from _json(item, in_lines=False)
        case Format.CSV:
            from microjob_cli.render import csv_writer

            for_tables = replace(page, language=page.language.for_tables())
            yield csv_writer.write(*view.table(result, for_tables), headed=headed)
        case _:
            document = with_remarks(blocks_of(result, page), result, page)
            as_typed = settings.format is not Format.TABLE
            form = settings.format if as_typed else getattr(view, "FORMAT", Format.TABLE)
            yield _text(document, form, settings, page, f"microjob {result.command}")


def answer_item(result: Result, settings: Settings) -> dict[str, Any]:
    answer = _answer(result, settings)
    return {**answer, "items": list(answer["items"])}


def _answer(result: Result, settings: Settings) -> dict[str, Any]:
    """The same with items that are still to be made: of all sites together they take more memory than all else."""
    page = formatter_of(settings, result)
    answer = envelope(result, iter(view_of(result.command).items(result, page)), page)
    answer["notes"] += left_out_notes(result.records or settings.records, page)
    return answer


def short_markdown(result: Result, settings: Settings) -> str:
    """The first screen of an answer as Markdown, without its remarks, which `answer_item` has."""
    from microjob_cli.render import markdown_writer

    page = replace(formatter_of(settings, result), folded=True)
    return markdown_writer.write(blocks_of(result, page), page.outside)


def tell_remarks(result: Result, settings: Settings) -> None:
    """Says the remarks beside an answer whose format has no room for them."""
    if settings.format in (Format.JSONL, Format.CSV):
        for sentence in remarks_told(result, formatter_of(settings, result)):
            tell(sentence)


def _text(document: Document, form: Format, settings: Settings, page: Formatter, title: str) -> str:
    """The document in Markdown or HTML under its title and day, or as the terminal or a pipe is given it."""
    if form in (Format.MARKDOWN, Format.HTML):
        writer = import_module(f"microjob_cli.render.{form}_writer")
        titled = bool(document) and isinstance(document[0], Heading) and document[0].level == 1
        begun, rest = (document[:1], document[1:]) if titled else ((Heading(line(title), 1),), document)
        day = page.say("{day}, from the records of microjob {version}", day=settings.today, version=__version__)
        return str(writer.write((*begun, paragraph(line(Span(day, Tone.QUIET))), *rest), page.outside))
    from microjob_cli.render import text_writer

    return text_writer.write(document, terminal.screen(paged=settings.paged), page.language.number, page.outside)


def _json(value: object, *, in_lines: bool = True) -> Iterator[str]:
    from microjob_cli.render import json_writer

    yield from json_writer.indented(value) if in_lines else [json_writer.compact(value)]
    yield "\n"


def left_out_notes(records: Records, page: Formatter) -> list[dict[str, str]]:
    """What JSON says of files of one's own that are left out."""
    return [left_out_note(finding, page.say) for finding in records.left_out]


def tell_left_out(records: Records, language: Language) -> None:
    """Tells which files of one's own are left out, whatever becomes of the answer."""
    for finding in records.left_out:
        terminal.tell(left_out(finding, language.say))


def print_error(problem: MicrojobError, settings: Settings, command: str | None, tip: str = "") -> None:
    """Prints what went wrong: a sentence on stderr, perhaps with a tip, and with JSON the envelope on stdout.

    Where it cannot be printed, its exit code still tells it.
    """
    error, say = error_item(problem, settings), settings.language.say
    broken = problem.findings if isinstance(problem, RecordsBroken) else ()
    shown = [told(finding, say) for finding in broken[:_MOST_FINDINGS]]
    if len(broken) > len(shown):
        shown.append(say(SENTENCES["more-findings"], count=len(broken) - len(shown)))
    for sentence in (error_sentence(error, settings), *shown, *([tip] if tip else [])):
        tell(sentence)
    if settings.format in (Format.JSON, Format.JSONL):
        terminal.write_as_utf8()
        with suppress(OSError):
            whole = error_envelope(error, settings, command)
            sys.stdout.writelines(_json(whole, in_lines=settings.format is Format.JSON))
            sys.stdout.flush()


def note_item(code: str, settings: Settings, **values: object) -> dict[str, str]:
    """A note of whoever hands the answer on, for JSON."""
    return {"code": code, "text": settings.language.say(SENTENCES[code], **values)}


def error_item(problem: MicrojobError, settings: Settings) -> dict[str, Any]:
    say = settings.language.say
    message = say(SENTENCES.get(problem.code, problem.code), **problem.details)
    error: dict[str, Any] = {"code": problem.code, "message": message, "suggestions": nearest_names(problem)}
    if isinstance(problem, RecordsBroken):
        error["findings"] = [item(finding, say) for finding in problem.findings]
    return error


def error_sentence(error: dict[str, Any], settings: Settings) -> str:
    """The same for people, with what may have been meant."""
    say, names = settings.language.say, error["suggestions"]
    near = [say(SENTENCES["did-you-mean"], names=settings.language.listed(names, say("or")))] if names else []
    return " ".join([error["message"], *near])


def error_envelope(error: dict[str, Any], settings: Settings, command: str | None) -> dict[str, Any]:
    """The one object that JSON prints where there is no answer."""
    return {
        "schema": SCHEMA,
        "command": command,
        "query": None,
        "today": str(settings.today),
        "catalogue": None,
        "items": [],
        "notes": [],
        "error": error,
    }


def nearest_names(problem: MicrojobError) -> list[str]:
    """Up to three known names that resemble the one not found."""
    if not isinstance(problem, NotFound):
        return []
    from microjob_cli.catalog.names import suggest

    return suggest(problem.word, problem.known)


def tell(sentence: str) -> None:
    """Says a sentence beside the answer, broken between words if somebody reads it on a terminal."""
    text = clean(sentence)
    if sys.stderr.isatty():
        from microjob_cli.render.display_width import wrapped

        text = "\n".join(text_of(row) for row in wrapped(line(text), terminal.width()))
    terminal.tell(text)
