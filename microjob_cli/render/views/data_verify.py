"""What the sources said when they were looked at again: a row a claim, what needs a person first."""

from microjob_cli.render import document as doc
from microjob_cli.render.document import Span, Told, Tone
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json, plain
from microjob_cli.result import Result
from microjob_cli.verify.claims_to_find import ClaimToFind, Plan
from microjob_cli.verify.looks import Judged, Outcome
from microjob_cli.verify.run import Looked

_TONES = {Outcome.SAME: Tone.GOOD, Outcome.DRIFTED: Tone.AVOID, Outcome.NOT_FOUND: Tone.CARE}
_COLUMNS = ("record", "field", "value", "source", "address", "outcome", "proposed", "archive")
_COUNTED = (Outcome.SAME, Outcome.NOT_CHECKABLE)
# A person must look at these first.
_FIRST = (Outcome.DRIFTED, Outcome.GONE, Outcome.MOVED, Outcome.PARKED)
# So many fields are told on a screen.
_MOST_TOLD = 10


def document(result: Result, page: Formatter) -> doc.Document:
    """What drifted first; what is the same is only counted, by the remarks."""
    if result.query["plan"]:
        return _of_plan(result.items[0], page)
    rows = [_row(one, judged, page) for _, one, judged in _in_order(result) if judged.outcome not in _COUNTED]
    heads = (page.say("Record"), page.say("Field"), page.say("Value"), page.say("Outcome"), page.say("Found"))
    return (doc.table(heads, rows),) if rows else ()


def items(result: Result, page: Formatter) -> list[Json]:
    if result.query["plan"]:
        return [plain(result.items[0])]
    return [_item(looked, one, judged) for looked, one, judged in _in_order(result)]


def table(result: Result, page: Formatter) -> doc.Sheet:
    """One row a claim; of a plan one row a field."""
    if result.query["plan"]:
        return ("field", "checkable"), list(result.items[0].by_field.items())
    return _COLUMNS, [tuple(item.values()) for item in items(result, page)]


def _in_order(result: Result) -> list[tuple[Looked, ClaimToFind, Judged]]:
    """Every claim that was looked for, what a person must look at first."""
    every = [(looked, one, judged) for looked in result.items for one, judged in looked.judged]
    return sorted(every, key=lambda each: (*(each[2].outcome is not first for first in _FIRST), each[1].key))


def _item(looked: Looked, one: ClaimToFind, judged: Judged) -> Json:
    values = (one.record, one.field, str(one.claim.value), looked.source.id, looked.source.address)
    return dict(zip(_COLUMNS, (*values, str(judged.outcome), judged.proposed, looked.archive), strict=True))


def _row(one: ClaimToFind, judged: Judged, page: Formatter) -> tuple[Told, ...]:
    outcome = Span(page.word(judged.outcome), _TONES.get(judged.outcome, Tone.QUIET))
    return one.record, one.field, page.bounded(one.claim), outcome, judged.proposed or ""


def _of_plan(plan: Plan, page: Formatter) -> doc.Document:
    counts = (
        (page.say("Claims"), plan.claims),
        (page.say("Can be checked"), plan.checkable),
        (page.say("Of these undated"), plan.undated),
        (page.say("Of these on pages kept current"), plan.dated_by_run),
        (page.say("Pages"), plan.pages),
    )
    number = page.language.number
    fields = ((name, number(count)) for name, count in [*plan.by_field.items()][:_MOST_TOLD])
    return (
        doc.pairs((label, [number(count)]) for label, count in counts),
        doc.table((page.say("Field"), page.say("Can be checked")), fields),
    )
