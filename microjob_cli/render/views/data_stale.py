"""What to check next, a card a value: the page to look at needs a line of its own."""

from collections.abc import Sequence
from typing import Any

from microjob_cli.advice.checking_next import Doubt, ToCheck
from microjob_cli.render import jsonable
from microjob_cli.render.document import Document, Line, Span, Tone, cards, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_WORDS = {Doubt.STALE: "old", Doubt.UNDATED: "undated", Doubt.DISPUTED: "sources disagree"}
_COLUMNS = ("kind", "record", "field", "value", "as_of", "doubts", "urgency", "source", "address")


def document(result: Result, page: Formatter) -> Document:
    """The values in order, each with what speaks against it and where to look."""
    if not result.items:
        return ()
    return (cards((_card(one, page) for one in result.items), numbered=True),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [
        {
            "kind": str(one.kind),
            "record": one.record,
            "field": one.field.name,
            "as_of": jsonable.plain(one.fact.confirmed),
            "doubts": jsonable.plain(one.doubts),
            "urgency": jsonable.number(one.urgency),
            "fact": jsonable.fact(one.fact, page),
            "source": jsonable.plain(one.source),
        }
        for one in result.items
    ]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    rows = []
    for one in result.items:
        doubts, urgency = " ".join(one.doubts), jsonable.number(one.urgency)
        about = (one.kind, one.record, one.field.name, _value(one, page), one.fact.confirmed, doubts, urgency)
        rows.append((*about, one.source.id, one.source.shown_address))
    return _COLUMNS, rows


def _card(one: ToCheck, page: Formatter) -> tuple[Line, tuple[Line, ...]]:
    title = line(Span(one.record, Tone.STRONG), "  ", one.field.name, "  ", Span(_value(one, page), Tone.STRONG))
    date = [page.language.date(one.fact.confirmed)] if one.fact.confirmed else []
    told = ", ".join([*date, *(page.say(_WORDS[doubt]) for doubt in one.doubts)])
    return title, (line(Span(told, Tone.CARE)), line(Span(one.source.shown_address, Tone.QUIET)))


def _value(one: ToCheck, page: Formatter) -> str:
    return page.bounded(one.fact.chosen) if one.fact.chosen else ""
