"""What people want to know, with the command that answers each."""

from microjob_cli.render import document as doc
from microjob_cli.render.document import quiet, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result

_OTHER = {"en": "bn", "bn": "en"}


def document(result: Result, page: Formatter) -> doc.Document:
    """The questions, and where they are answered from."""
    other = page.say("(in Bengali: {command})", command=f"microjob --lang {_OTHER[page.language.code]}")
    count, newest = result.query["platforms"], result.query["newest"]
    told = page.say("{count} sites, newest fact {newest}. All commands: {command}",
        count=count, newest=newest or page.unknown.text, command="microjob --help")  # fmt: skip
    return (
        doc.paragraph(strong(page.say("What do you want to know?")), f" {other}"),
        doc.pairs((page.sentence(code), [strong(command)]) for code, command in result.items),
        doc.paragraph(quiet(told)),
    )


def items(result: Result, page: Formatter) -> list[Json]:
    return [{"code": code, "text": page.sentence(code), "command": command} for code, command in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return ("question", "command"), [(page.sentence(code), command) for code, command in result.items]
