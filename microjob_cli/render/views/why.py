"""The claims behind one value, with their sources, and the clause of the rule that chose."""

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.catalog.explaining import Clause, Explained, claim_id
from microjob_cli.catalog.facts import Claim, Fact, Statement
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line
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


def document(result: Result, page: Formatter) -> doc.Document:
    """The value, the clause that chose it, and every claim with the address to read it at; or what may be asked for."""
    every = not page.folded or bool(result.query.get("all"))
    if result.query["field"] is None:
        return tuple(_fields(result, every, page))
    return tuple(block for explained in result.items for block in _blocks(explained, every, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(explained, page) for explained in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = ("record", "field", "value", "role", "source", "address", "kind", "as_of", "confidence", "file")
    rows = []
    for explained in result.items:
        for role, claim in _claims(explained):
            source = page.catalogue.sources[claim.source]
            value = page.bounded(claim)
            about = (role, source.id, source.shown_address, source.kind, claim.as_of, claim.confidence)
            rows.append((explained.record, explained.field, value, *about, explained.files.get(claim)))
    return columns, rows


def _item(explained: Explained, page: Formatter) -> dict[str, Any]:
    fact = jsonable.fact(explained.fact, page) if explained.fact else None
    if explained.fact and fact:
        for claim, told in zip(explained.fact.claims, fact["claims"], strict=True):
            told["id"] = claim_id(explained.record, explained.field, claim)
    cited = dict.fromkeys(claim.source for _, claim in _claims(explained))
    cited |= dict.fromkeys(statement.source for statement in explained.statements)

    def value(said: Claim[Any] | Statement) -> Any:
        return jsonable.said(said) if isinstance(said, Claim) else page.language.text(said.text)

    return {
        "record": explained.record,
        "field": explained.field,
        "fact": fact,
        "rule": {"code": str(explained.clause), "text": page.say(_RULES[explained.clause])} if fact else None,
        "statements": [jsonable.statement(one, page, "source", "as_of") for one in explained.statements],
        "sources": {key: jsonable.plain(page.catalogue.sources[key]) for key in cited},
        "own": [{"value": value(one), "source": one.source, "file": file} for one, file in explained.files.items()],
    }


def _claims(explained: Explained) -> Iterator[tuple[str, Claim[Any]]]:
    fact = explained.fact
    if fact is None:
        return
    if fact.chosen is not None:
        yield "chosen", fact.chosen
    for name in ("agreeing", "disputed", "earlier"):
        yield from ((name, claim) for claim in getattr(fact, name))


def _fields(result: Result, every: bool, page: Formatter) -> Iterator[doc.Block]:
    """What is known of a record, a row a field."""
    found: Sequence[Explained] = result.items
    shown = found if every else found[:_FIELDS]
    record = str(result.query["record"])
    example = found[0].field if found else "status"
    told = page.say("{count} fields are known of {record}. Where one comes from: {command}",
        count=len(found), record=page.name_of(record), command=f"microjob why {record} {example}")  # fmt: skip
    yield doc.paragraph(line(Span(told, Tone.STRONG)))
    heads = (page.say("Field"), page.say("Shown"), page.field("confirmed"))
    yield doc.Table(heads, tuple(_field_row(explained, page) for explained in shown))
    yield from _more(len(found) - len(shown), page)


def _more(count: int, page: Formatter) -> Iterator[doc.Block]:
    if count:
        yield doc.paragraph(line(Span(page.say("{count} more: --all", count=count), Tone.QUIET)))


def _field_row(explained: Explained, page: Formatter) -> tuple[Line, ...]:
    fact = explained.fact
    if fact is None or fact.chosen is None:
        return line(explained.field), line(page.say("{count} sentences", count=len(explained.statements))), line()
    stale = Tone.CARE if fact.disputed else Tone.QUIET
    return line(explained.field), page.marked(fact), line(Span(page.age(fact.confirmed), stale))


def _blocks(explained: Explained, every: bool, page: Formatter) -> Iterator[doc.Block]:
    title = f"{page.name_of(explained.record)}, {page.path(explained.field)}"
    if explained.statements:
        yield doc.Heading(line(title), 1)
        said = ((line(page.language.text(one.text)), _cited(one, explained, page)) for one in explained.statements)
        yield doc.cards(said)
        return
    fact = explained.fact
    if fact is None or fact.chosen is None:
        yield doc.paragraph(line(Span(f"{title}: ", Tone.STRONG), page.unknown))
        return
    shown_now = line(Span(f"{title}: {page.bounded(fact.chosen)}", Tone.STRONG))
    yield doc.Lines((shown_now, line(page.say(_RULES[explained.clause]))))
    claims = list(_claims(explained))
    shown = claims if every else claims[:_CLAIMS]
    if explained.field == "rate" and not every:
        heads = (page.say("Rate"), page.field("confirmed"), page.say("Source"))
        rows = ((page.bounded(one), page.age(one.as_of), page.catalogue.sources[one.source].title) for _, one in shown)
        yield doc.Table(heads, tuple(tuple(map(line, row)) for row in rows))
    else:
        yield doc.cards((_claimed(role, claim, fact, page), _cited(claim, explained, page)) for role, claim in shown)
    yield from _more(len(claims) - len(shown), page)


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
