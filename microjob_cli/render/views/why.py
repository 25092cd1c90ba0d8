"""The claims behind one value, with their sources, and the clause of the rule that chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.catalog.explaining import Explained
from microjob_cli.catalog.facts import Claim, Statement
from microjob_cli.render import jsonable
from microjob_cli.render.document import Block, Cards, Document, Heading, Line, Paragraph, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_GROUPS = {"agreeing": Tone.GOOD, "disputed": Tone.CARE, "earlier": Tone.QUIET}
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
            value = page.bounded(claim, page.value(claim.value))
            about = (role, source.id, source.address, str(source.kind), str(claim.as_of or ""), str(claim.confidence))
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
        "rule": {"code": str(explained.clause), "text": page.sentence(f"rule-{explained.clause}")} if fact else None,
        "statements": [
            {"text": page.language.text(one.text), "source": one.source, "as_of": jsonable.plain(one.as_of)}
            for one in explained.statements
        ],
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
    for name in _GROUPS:
        yield from ((name, claim) for claim in getattr(fact, name))


def _blocks(explained: Explained, page: Formatter) -> Iterator[Block]:
    yield Heading(line(f"{explained.record}: {explained.field}"), 1)
    if explained.statements:
        yield Cards(
            tuple((_said(statement, page), _cited(statement, explained, page)) for statement in explained.statements)
        )
        return
    fact = explained.fact
    if fact is None or fact.chosen is None:
        yield Paragraph((page.unknown,))
    if fact is None:
        return
    yield Paragraph(line(page.sentence(f"rule-{explained.clause}")))
    cards = []
    if fact.chosen is not None:
        cards.append((_claimed(fact.chosen, "chosen", Tone.STRONG, page), _cited(fact.chosen, explained, page)))
    for name, tone in _GROUPS.items():
        for claim in getattr(fact, name):
            differs = name == "agreeing" and fact.chosen is not None and claim.value != fact.chosen.value
            role = "differing" if differs else name
            cards.append((_claimed(claim, role, tone, page), _cited(claim, explained, page)))
    if cards:
        yield Cards(tuple(cards))


def _claimed(claim: Claim[Any], role: str, tone: Tone, page: Formatter) -> Line:
    value = page.bounded(claim, page.value(claim.value))
    return line(Span(value, Tone.STRONG), "  ", Span(page.say(_ROLES[role]), tone))


def _said(statement: Statement, page: Formatter) -> Line:
    return line(page.language.text(statement.text))


def _cited(said: Claim[Any] | Statement, explained: Explained, page: Formatter) -> tuple[Line, ...]:
    """Whose page, which kind, from when, how sure; then its address, and where it stands if some of it is one's own."""
    source = page.catalogue.sources[said.source]
    confidence = page.say("confidence {level}", level=page.word(said.confidence))
    facts = [page.word(source.kind), page.age(said.as_of), confidence]
    if str(said.basis) == "inference":
        facts.append(page.say("concluded from it, not said in it"))
    lines = [line(f"{source.title} ({', '.join(facts)})"), line(Span(source.address, Tone.QUIET))]
    for note in (getattr(said, "note", None), source.note):
        if note:
            lines.insert(1, line(page.language.text(note)))
    if explained.files:
        file = explained.files.get(said)
        told = page.say("in your own records: {file}", file=file) if file else page.say("in the shipped records")
        lines.append(line(Span(told, Tone.CARE if file else Tone.QUIET)))
    return tuple(lines)
