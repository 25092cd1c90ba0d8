"""What to check next, a card a value: the page to look at needs a line of its own."""

from __future__ import annotations

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
    return (cards(((_title(one, page), _about(one, page)) for one in result.items), numbered=True),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(one, page) for one in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a value."""
    rows = [
        (
            str(one.kind),
            one.record,
            one.field.name,
            _value(one, page),
            str(one.fact.confirmed or ""),
            " ".join(one.doubts),
            str(jsonable.number(one.urgency)),
            one.source.id,
            one.source.shown_address,
        )
        for one in result.items
    ]
    return _COLUMNS, rows


def _item(one: ToCheck, page: Formatter) -> dict[str, Any]:
    return {
        "kind": str(one.kind),
        "record": one.record,
        "field": one.field.name,
        "as_of": jsonable.plain(one.fact.confirmed),
        "doubts": [str(doubt) for doubt in one.doubts],
        "urgency": jsonable.number(one.urgency),
        "fact": jsonable.fact(one.fact, page),
        "source": jsonable.plain(one.source),
    }


def _title(one: ToCheck, page: Formatter) -> Line:
    return line(Span(one.record, Tone.STRONG), "  ", one.field.name, "  ", Span(_value(one, page), Tone.STRONG))


def _about(one: ToCheck, page: Formatter) -> tuple[Line, ...]:
    told = [page.say(_WORDS[doubt]) for doubt in one.doubts]
    if one.fact.confirmed:
        told.insert(0, page.language.date(one.fact.confirmed))
    return (line(Span(", ".join(told), Tone.CARE)), line(Span(one.source.shown_address, Tone.QUIET)))


def _value(one: ToCheck, page: Formatter) -> str:
    return page.bounded(one.fact.chosen) if one.fact.chosen else ""
