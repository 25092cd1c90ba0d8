"""What people want to know, with the command that answers each."""

from collections.abc import Sequence
from typing import Any

from microjob_cli.render.document import Document, Span, Tone, line, pairs, paragraph
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_OTHER = {"en": "bn", "bn": "en"}


def document(result: Result, page: Formatter) -> Document:
    """The questions, and where they are answered from."""
    asked = page.say("What do you want to know?")
    other = page.say("(in Bengali: {command})", command=f"microjob --lang {_OTHER[page.language.code]}")
    count, newest = result.query["platforms"], result.query["newest"]
    told = page.say("{count} sites, newest fact {newest}. All commands: {command}",
        count=count, newest=newest or page.unknown.text, command="microjob --help")  # fmt: skip
    rows = ((page.sentence(code), [line(Span(command, Tone.STRONG))]) for code, command in result.items)
    return (
        paragraph(line(Span(asked, Tone.STRONG), f" {other}")),
        pairs(rows),
        paragraph(line(Span(told, Tone.QUIET))),
    )


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [{"code": code, "text": page.sentence(code), "command": command} for code, command in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    return ("question", "command"), [(page.sentence(code), command) for code, command in result.items]
