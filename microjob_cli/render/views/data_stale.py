"""What to check next, a card a value: the page to look at needs a line of its own."""

from microjob_cli.advice.checking_next import Doubt, ToCheck
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line, quiet, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_WORDS = {Doubt.STALE: "old", Doubt.UNDATED: "undated", Doubt.DISPUTED: "sources disagree"}
_COLUMNS = ("kind", "record", "field", "value", "as_of", "doubts", "urgency", "source", "address")


def document(result: Result, page: Formatter) -> doc.Document:
    """The values in order, each with what speaks against it and where to look."""
    return (doc.cards((_card(one, page) for one in result.items), numbered=True),) if result.items else ()


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [
        {
            **jsonable.fields_of(one, "kind", "record"),
            "field": one.field.name,
            "as_of": jsonable.plain(one.fact.confirmed),
            **jsonable.fields_of(one, "doubts", "urgency"),
            "fact": jsonable.fact(one.fact, page),
            "source": jsonable.plain(one.source),
        }
        for one in result.items
    ]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return _COLUMNS, [
        (
            one.kind, one.record, one.field.name, _value(one, page), one.fact.confirmed, " ".join(one.doubts),
            jsonable.number(one.urgency), one.source.id, one.source.shown_address,
        )
        for one in result.items
    ]  # fmt: skip


def _card(one: ToCheck, page: Formatter) -> tuple[Line, tuple[Span, ...]]:
    title = line(strong(one.record), "  ", one.field.name, "  ", strong(_value(one, page)))
    date = [page.language.date(one.fact.confirmed)] if one.fact.confirmed else []
    told = ", ".join([*date, *(page.say(_WORDS[doubt]) for doubt in one.doubts)])
    return title, (Span(told, Tone.CARE), quiet(one.source.shown_address))


def _value(one: ToCheck, page: Formatter) -> str:
    return page.bounded(one.fact.chosen) if one.fact.chosen else ""
