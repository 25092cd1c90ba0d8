"""The claims behind one value, with their sources, and the clause of the rule that chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.catalog.explaining import Clause, Explained
from microjob_cli.catalog.facts import Claim, Statement
from microjob_cli.render import jsonable
from microjob_cli.render.document import Block, Cards, Document, Heading, Line, Paragraph, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_RULES = {
    Clause.ONLY: "All that speak of it agree, or only one does.",
    Clause.CONFIDENCE: "Shown because its confidence is the highest.",
    Clause.DATE: "Of equal confidence; shown because it is the newest.",
    Clause.NEWEST: "Shown because it is the newest; of the same day the one of the highest confidence.",
    Clause.KIND: "Of equal confidence and date; shown because its kind of source counts most.",
    Clause.HIGHEST: "Sources disagree; shown because it is the highest, for it is safe to reckon with that.",
    Clause.ORDER: "Of equal confidence, date and kind; the record lists this one first.",
    Clause.NOBODY: "Nobody we know of says.",
}
_TONES = {"chosen": Tone.STRONG, "agreeing": Tone.GOOD, "disputed": Tone.CARE, "earlier": Tone.QUIET}
_ROLES = {
    "chosen": "shown",
    "agreeing": "agrees",
    "differing": "does not contradict it",
    "disputed": "says otherwise",
    "earlier": "earlier",
}


def document(result: Result, page: Formatter) -> Document:
    """The value, the clause that chose it, and every claim with the address to read it at."""
    return tuple(block for explained in result.items for block in _blocks(explained, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(explained, page) for explained in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a claim."""
    columns = ("record", "field", "value", "role", "source", "address", "kind", "as_of", "confidence", "file")
    rows = []
    for explained in result.items:
        for role, claim in _claims(explained):
            source = page.catalogue.sources[claim.source]
            value = page.bounded(claim)
            about = (
                role,
                source.id,
                source.shown_address,
                str(source.kind),
                str(claim.as_of or ""),
                str(claim.confidence),
            )
            rows.append((explained.record, explained.field, value, *about, explained.files.get(claim, "")))
    return columns, rows


def _item(explained: Explained, page: Formatter) -> dict[str, Any]:
    fact = jsonable.fact(explained.fact, page) if explained.fact else None
    cited = dict.fromkeys(
        [claim.source for _, claim in _claims(explained)] + [statement.source for statement in explained.statements]
    )
    return {
        "record": explained.record,
        "field": explained.field,
        "fact": fact,
        "rule": {"code": str(explained.clause), "text": page.say(_RULES[explained.clause])} if fact else None,
        "statements": [jsonable.statement(one, page, "source", "as_of") for one in explained.statements],
        "sources": {key: jsonable.plain(page.catalogue.sources[key]) for key in cited},
        "own": [_own(one, file, page) for one, file in explained.files.items()],
    }


def _own(said: Claim[Any] | Statement, file: str, page: Formatter) -> dict[str, Any]:
    """What of the answer stands in a file of one's own."""
    value = jsonable.plain(said.value, said.bound) if isinstance(said, Claim) else page.language.text(said.text)
    return {"value": value, "source": said.source, "file": file}


def _claims(explained: Explained) -> Iterator[tuple[str, Claim[Any]]]:
    fact = explained.fact
    if fact is None:
        return
    if fact.chosen is not None:
        yield "chosen", fact.chosen
    for name in ("agreeing", "disputed", "earlier"):
        yield from ((name, claim) for claim in getattr(fact, name))


def _blocks(explained: Explained, page: Formatter) -> Iterator[Block]:
    yield Heading(line(f"{explained.record}: {explained.field}"), 1)
    if explained.statements:
        yield Cards(
            tuple((line(page.language.text(one.text)), _cited(one, explained, page)) for one in explained.statements)
        )
        return
    fact = explained.fact
    if fact is None or fact.chosen is None:
        yield Paragraph((page.unknown,))
    if fact is None:
        return
    yield Paragraph(line(page.say(_RULES[explained.clause])))
    cards = []
    for role, claim in _claims(explained):
        differs = role == "agreeing" and claim.value != fact.value
        told = page.say(_ROLES["differing" if differs else role])
        title = line(Span(page.bounded(claim), Tone.STRONG), "  ", Span(told, _TONES[role]))
        cards.append((title, _cited(claim, explained, page)))
    if cards:
        yield Cards(tuple(cards))


def _cited(said: Claim[Any] | Statement, explained: Explained, page: Formatter) -> tuple[Line, ...]:
    """Whose page, which kind, from when, how sure; then its address, and where it stands if some of it is one's own."""
    source = page.catalogue.sources[said.source]
    confidence = page.say("confidence {level}", level=page.word(said.confidence))
    facts = [page.word(source.kind), page.age(said.as_of), confidence]
    if str(said.basis) == "inference":
        facts.append(page.say("concluded from it, not said in it"))
    lines = [line(f"{source.title} ({', '.join(facts)})"), line(Span(source.shown_address, Tone.QUIET))]
    if source.original:
        lines.insert(1, line(page.say("Read in a copy; the first page stood at the address below.")))
    for note in (getattr(said, "note", None), source.note):
        if note:
            lines.insert(1, line(page.language.text(note)))
    if explained.files:
        file = explained.files.get(said)
        told = page.say("in your own records: {file}", file=file) if file else page.say("in the shipped records")
        lines.append(line(Span(told, Tone.CARE if file else Tone.QUIET)))
    return tuple(lines)
