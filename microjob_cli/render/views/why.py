"""The claims behind one value, with their sources, and the clause of the rule that chose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.catalog.explaining import Clause, Explained, claim_id
from microjob_cli.catalog.facts import Claim, Fact, Statement
from microjob_cli.render import jsonable
from microjob_cli.render.document import (
    Block,
    Document,
    Heading,
    Line,
    Lines,
    Span,
    Table,
    Tone,
    cards,
    line,
    paragraph,
)
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
# So many claims and fields stand on a screen.
_CLAIMS, _FIELDS = 5, 14
_TONES = {"chosen": Tone.STRONG, "agreeing": Tone.GOOD, "disputed": Tone.CARE, "earlier": Tone.QUIET}
_ROLES = {
    "chosen": "shown",
    "agreeing": "agrees",
    "differing": "does not contradict it",
    "disputed": "says otherwise",
    "earlier": "earlier",
}


def document(result: Result, page: Formatter) -> Document:
    """The value, the clause that chose it, and every claim with the address to read it at; or what may be asked for."""
    every = not page.folded or bool(result.query.get("all"))
    if result.query["field"] is None:
        return tuple(_fields(result, every, page))
    return tuple(block for explained in result.items for block in _blocks(explained, every, page))


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
    if explained.fact and fact:
        for claim, told in zip(explained.fact.claims, fact["claims"], strict=True):
            told["id"] = claim_id(explained.record, explained.field, claim)
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
    value = jsonable.said(said) if isinstance(said, Claim) else page.language.text(said.text)
    return {"value": value, "source": said.source, "file": file}


def _claims(explained: Explained) -> Iterator[tuple[str, Claim[Any]]]:
    fact = explained.fact
    if fact is None:
        return
    if fact.chosen is not None:
        yield "chosen", fact.chosen
    for name in ("agreeing", "disputed", "earlier"):
        yield from ((name, claim) for claim in getattr(fact, name))


def _fields(result: Result, every: bool, page: Formatter) -> Iterator[Block]:
    """What is known of a record, a row a field."""
    found: Sequence[Explained] = result.items
    shown = found if every else found[:_FIELDS]
    record = str(result.query["record"])
    told = page.say("{count} fields are known of {record}. Where one comes from: {command}",
        count=len(found), record=page.name_of(record), command=f"microjob why {record} {_example(found)}")  # fmt: skip
    yield paragraph(line(Span(told, Tone.STRONG)))
    heads = (page.say("Field"), page.say("Shown"), page.field("confirmed"))
    yield Table(heads, tuple(_field_row(explained, page) for explained in shown))
    if len(found) > len(shown):
        more = page.say("{count} more: --all", count=len(found) - len(shown))
        yield paragraph(line(Span(more, Tone.QUIET)))


def _example(found: Sequence[Explained]) -> str:
    return found[0].field if found else "status"


def _field_row(explained: Explained, page: Formatter) -> tuple[Line, ...]:
    fact = explained.fact
    if fact is None or fact.chosen is None:
        return line(explained.field), line(page.say("{count} sentences", count=len(explained.statements))), line()
    stale = Tone.CARE if fact.disputed else Tone.QUIET
    return line(explained.field), page.marked(fact), line(Span(page.age(fact.confirmed), stale))


def _blocks(explained: Explained, every: bool, page: Formatter) -> Iterator[Block]:
    title = f"{page.name_of(explained.record)}, {page.path(explained.field)}"
    if explained.statements:
        yield Heading(line(title), 1)
        yield cards((line(page.language.text(one.text)), _cited(one, explained, page)) for one in explained.statements)
        return
    fact = explained.fact
    if fact is None or fact.chosen is None:
        yield paragraph(line(Span(f"{title}: ", Tone.STRONG), page.unknown))
        return
    shown_now = line(Span(f"{title}: {page.bounded(fact.chosen)}", Tone.STRONG))
    yield Lines((shown_now, line(page.say(_RULES[explained.clause]))))
    claims = list(_claims(explained))
    shown = claims if every else claims[:_CLAIMS]
    if explained.field == "rate" and not every:
        heads = (page.say("Rate"), page.field("confirmed"), page.say("Source"))
        yield Table(heads, tuple(_rate_row(claim, page) for _, claim in shown))
    else:
        yield cards((_claimed(role, claim, fact, page), _cited(claim, explained, page)) for role, claim in shown)
    if len(claims) > len(shown):
        yield paragraph(line(Span(page.say("{count} more: --all", count=len(claims) - len(shown)), Tone.QUIET)))


def _rate_row(claim: Claim[Any], page: Formatter) -> tuple[Line, ...]:
    return line(page.bounded(claim)), line(page.age(claim.as_of)), line(page.catalogue.sources[claim.source].title)


def _claimed(role: str, claim: Claim[Any], fact: Fact[Any], page: Formatter) -> Line:
    """What one claim says, and how it stands to what is shown."""
    differs = role == "agreeing" and claim.value != fact.value
    told = page.say(_ROLES["differing" if differs else role])
    return line(Span(page.bounded(claim), Tone.STRONG), "  ", Span(told, _TONES[role]))


def _cited(said: Claim[Any] | Statement, explained: Explained, page: Formatter) -> tuple[Line, ...]:
    """Whose page, which kind, from when, how sure; then its address, and where it stands if some of it is one's own."""
    source = page.catalogue.sources[said.source]
    confidence = page.say("confidence {level}", level=page.word(said.confidence))
    facts = [page.word(source.kind), page.age(said.as_of), confidence]
    if seen := getattr(said, "seen", None):
        facts.append(page.say("still there on {day}", day=seen))
    if str(said.basis) == "inference":
        facts.append(page.say("concluded from it, not said in it"))
    lines = [line(f"{source.title} ({', '.join(facts)})"), line(Span(source.shown_address, Tone.QUIET))]
    if source.original and not source.note:
        lines.insert(1, line(page.say("Read in a copy; the first page stood at the address below.")))
    for note in (getattr(said, "note", None), source.note):
        if note:
            lines.insert(1, line(page.language.text(note)))
    if explained.files:
        file = explained.files.get(said)
        told = page.say("in your own records: {file}", file=file) if file else page.say("in the shipped records")
        lines.append(line(Span(told, Tone.CARE if file else Tone.QUIET)))
    return tuple(lines)
