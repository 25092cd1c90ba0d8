"""The claims behind one value, with their sources, and the clause of the rule that chose."""

from collections.abc import Iterator
from typing import Any

from microjob_cli.catalog.explaining import Clause, Explained, claim_id
from microjob_cli.catalog.facts import Claim, Fact, Statement
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Told, Tone, line, quiet, strong
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


def document(result: Result, page: Formatter) -> doc.Blocks:
    """The value, the clause that chose it, and every claim with the address to read it at; or what may be asked for."""
    page = page.in_full(result.query.get("all"))
    if result.query["field"] is None:
        return _fields(result, page)
    return (block for explained in result.items for block in _blocks(explained, page))


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [_item(explained, page) for explained in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ("record", "field", "value", "role", "source", "address", "kind", "as_of", "confidence", "file")
    rows = []
    for explained in result.items:
        for role, claim in _claims(explained):
            source = page.catalogue.sources[claim.source]
            about = (role, source.id, source.shown_address, source.kind, claim.as_of, claim.confidence)
            rows.append((explained.record, explained.field, page.bounded(claim), *about, explained.files.get(claim)))
    return columns, rows


def _item(explained: Explained, page: Formatter) -> jsonable.Json:
    fact = jsonable.fact(explained.fact, page) if explained.fact else None
    if explained.fact and fact:
        for claim, told in zip(explained.fact.claims, fact["claims"], strict=True):
            told["id"] = claim_id(explained.record, explained.field, claim)
    cited = [*(claim.source for _, claim in _claims(explained)), *(one.source for one in explained.statements)]

    def value(said: Claim[Any] | Statement) -> Any:
        return jsonable.said(said) if isinstance(said, Claim) else page.text(said.text)

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


def _fields(result: Result, page: Formatter) -> doc.Blocks:
    """What is known of a record, a row a field."""
    found, record = result.items, str(result.query["record"])
    example = found[0].field if found else "status"
    yield doc.paragraph(strong(page.say(
        "{count} fields are known of {record}. Where one comes from: {command}", count=len(found),
        record=page.name_of(record), command=f"microjob why {record} {example}",
    )))  # fmt: skip
    shown = found[:_FIELDS] if page.folded else found
    heads = (page.say("Field"), page.say("Shown"), page.field("confirmed"))
    yield doc.table(heads, (_field_row(explained, page) for explained in shown))
    yield from _more(len(found) - len(shown), page)


def _more(count: int, page: Formatter) -> doc.Blocks:
    if count:
        yield doc.paragraph(quiet(page.say("{count} more: --all", count=count)))


def _field_row(explained: Explained, page: Formatter) -> tuple[Told, ...]:
    fact = explained.fact
    if fact is None or fact.chosen is None:
        return explained.field, page.say("{count} sentences", count=len(explained.statements)), ""
    tone = Tone.CARE if fact.disputed else Tone.QUIET
    return explained.field, page.marked(fact), Span(page.age(fact.confirmed), tone)


def _blocks(explained: Explained, page: Formatter) -> doc.Blocks:
    title = f"{page.name_of(explained.record)}, {page.path(explained.field)}"
    if explained.statements:
        yield doc.heading(title, 1)
        yield doc.cards((page.text(one.text), _cited(one, explained, page)) for one in explained.statements)
        return
    fact = explained.fact
    if fact is None or fact.chosen is None:
        yield doc.paragraph(strong(f"{title}: "), page.unknown)
        return
    yield doc.lines((strong(f"{title}: {page.bounded(fact.chosen)}"), page.say(_RULES[explained.clause])))
    claims = list(_claims(explained))
    shown = claims[:_CLAIMS] if page.folded else claims
    if explained.field == "rate" and page.folded:
        heads = (page.say("Rate"), page.field("confirmed"), page.say("Source"))
        titles = page.catalogue.sources
        yield doc.table(heads, ((page.bounded(one), page.age(one.as_of), titles[one.source].title) for _, one in shown))
    else:
        yield doc.cards((_claimed(role, claim, fact, page), _cited(claim, explained, page)) for role, claim in shown)
    yield from _more(len(claims) - len(shown), page)


def _claimed(role: str, claim: Claim[Any], fact: Fact[Any], page: Formatter) -> Line:
    """What one claim says, and how it stands to what is shown."""
    differs = role == "agreeing" and claim.value != fact.value
    told = page.say(_ROLES["differing" if differs else role])
    return line(strong(page.bounded(claim)), "  ", Span(told, _TONES[role]))


def _cited(said: Claim[Any] | Statement, explained: Explained, page: Formatter) -> Iterator[Told]:
    """Whose page, which kind, from when, how sure; then its address, and where it stands if some of it is one's own."""
    source = page.catalogue.sources[said.source]
    confidence = page.say("confidence {level}", level=said.confidence)
    facts = [page.word(source.kind), page.age(said.as_of), confidence]
    if seen := getattr(said, "seen", None):
        facts.append(page.say("still there on {day}", day=seen))
    if str(said.basis) == "inference":
        facts.append(page.say("concluded from it, not said in it"))
    yield f"{source.title} ({', '.join(facts)})"
    yield from (page.text(note) for note in (source.note, getattr(said, "note", None)) if note)
    if source.original and not source.note:
        yield page.say("Read in a copy; the first page stood at the address below.")
    yield quiet(source.shown_address)
    if explained.files:
        file = explained.files.get(said)
        told = page.say("in your own records: {file}", file=file) if file else page.say("in the shipped records")
        yield Span(told, Tone.CARE if file else Tone.QUIET)
