"""Prints results and errors in the asked format: the one place where anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from microjob_cli.catalog.errors import MicrojobError, NoSuchChoice, NotFound, RecordsBroken
from microjob_cli.environment import Environment, Format
from microjob_cli.i18n import Language
from microjob_cli.i18n.choosing import language_of
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Document, Lines, Span, Tone, line, text_of
from microjob_cli.render.findings import item, left_out_note, told
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import SCHEMA, envelope
from microjob_cli.render.sentences import SENTENCES
from microjob_cli.render.views import view_of
from microjob_cli.result import Result

_MOST_FINDINGS = 20


def page_of(environment: Environment, code: str | None = None) -> Formatter:
    """How this call puts things into words; `code` is that of another language than the call's own."""
    language = language_of(code) if code else environment.language
    return Formatter(language, environment.catalogue, environment.evidence, environment.country)


def render(result: Result, environment: Environment) -> None:
    """Prints an answer."""
    page = page_of(environment, result.language)
    view = view_of(result.command)
    remarks = [(remark.code, page.sentence(remark.code, **remark.details)) for remark in result.remarks]
    match environment.format:
        case Format.JSON:
            answer = envelope(result, view.items(result, page), page)
            answer["notes"] += [left_out_note(finding, page.say) for finding in environment.left_out]
            _print_json(answer, environment)
        case Format.JSONL:
            for item in view.items(result, page):
                _print_json(item, environment, in_lines=False)
            _to_stderr((text for _, text in remarks), environment)
        case Format.CSV:
            from microjob_cli.render import csv_writer

            for_tables = replace(page, language=page.language.for_tables())
            environment.stdout.write(csv_writer.write(*view.table(result, for_tables)))
            _to_stderr((text for _, text in remarks), environment)
        case _:
            notes = Lines(tuple(line(Span(text, Tone.QUIET)) for _, text in remarks))
            _print_document((*view.document(result, page), *((notes,) if remarks else ())), environment, page.language)


def _print_document(document: Document, environment: Environment, language: Language) -> None:
    if environment.format is Format.MARKDOWN:
        from microjob_cli.render import markdown_writer

        environment.stdout.write(markdown_writer.write(document))
    elif environment.on_terminal and environment.variables.get("TERM") != "dumb":
        from microjob_cli.render import terminal_renderer

        terminal_renderer.write(document, environment.stdout, environment.width, environment.colour, language.number)
    else:
        from microjob_cli.render import plain_writer

        environment.stdout.write(plain_writer.write(document, language.number))


def _print_json(value: object, environment: Environment, *, in_lines: bool = True) -> None:
    from microjob_cli.render import json_writer

    environment.stdout.writelines(json_writer.indented(value) if in_lines else (json_writer.compact(value),))
    environment.stdout.write("\n")


def render_error(problem: MicrojobError, environment: Environment, command: str | None) -> None:
    """Prints what went wrong: a sentence on stderr, and with JSON the envelope on stdout."""
    say = environment.language.say
    names = nearest_names(problem)
    message = say(SENTENCES.get(problem.code, problem.code), **problem.details)
    sentences = [message]
    if names:
        sentences.append(say(SENTENCES["did-you-mean"], names=environment.language.listed(names, say("or"))))
    broken = problem.findings if isinstance(problem, RecordsBroken) else ()
    error: dict[str, Any] = {"code": problem.code, "message": message, "suggestions": names}
    if broken:
        error["findings"] = [item(finding, say) for finding in broken]
    shown = [told(finding, say) for finding in broken[:_MOST_FINDINGS]]
    if len(broken) > len(shown):
        shown.append(say(SENTENCES["more-findings"], count=len(broken) - len(shown)))
    fail(error, [" ".join(sentences), *shown], environment, command)


def fail(error: dict[str, Any], sentences: list[str], environment: Environment, command: str | None) -> None:
    """Prints an error already put into words. Where it cannot be printed, its exit code still tells it."""
    _to_stderr(sentences, environment)
    if environment.format in (Format.JSON, Format.JSONL):
        envelope: dict[str, Any] = {
            "schema": SCHEMA,
            "command": command,
            "query": None,
            "today": str(environment.today),
            "catalogue": None,
            "items": [],
            "notes": [],
            "error": error,
        }
        with suppress(OSError):
            _print_json(envelope, environment, in_lines=environment.format is Format.JSON)
            environment.stdout.flush()


def nearest_names(problem: MicrojobError) -> list[str]:
    """Up to three known names that resemble the one not found."""
    if not isinstance(problem, NotFound | NoSuchChoice):
        return []
    from microjob_cli.suggestions import suggest

    return suggest(problem.word, problem.known)


def _to_stderr(sentences: Iterable[str], environment: Environment) -> None:
    for sentence in sentences:
        environment.tell("\n".join(rows(clean(sentence), environment)))


def rows(sentence: str, environment: Environment) -> list[str]:
    """The sentence broken between words if somebody reads it on a terminal; whole for a file or a program."""
    if not environment.stderr.isatty():
        return [sentence]
    from microjob_cli.render.display_width import wrapped

    return [text_of(row) for row in wrapped(line(sentence), environment.width)]
