"""What one must know of a platform first: can it pay her, by what, and what would cost her time or money there."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from microjob_cli.advice.search import Advice
from microjob_cli.advice.verdict import Reach, Verdict
from microjob_cli.catalog.facts import Fact, Statement
from microjob_cli.catalog.measures import Pay, Per
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import NoteWeight, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.record_facts import YEAR
from microjob_cli.render import document as doc
from microjob_cli.render.document import Line, Span, Told, Tone, line, quiet
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.sites import UNKNOWN, cell_of, first_withdrawal, headline, local, month_of

# So many ways to be paid, warnings and look-alikes stand there.
_PAYOUTS, _WARNINGS, _LOOKALIKES = 5, 2, 2
_OVER = (Verdict.AVOID, Verdict.CLOSED)


def first_screen(advice: Advice, page: Formatter) -> doc.Blocks:
    """The answer, whether each payout reaches her, the few facts and warnings that change what she does."""
    facts = advice.facts
    yield doc.paragraph(headline(advice.judgement, page))
    if facts.current_payouts and advice.verdict not in _OVER:
        yield _payouts(advice, page)
    rows = list(_few_facts(advice, page))
    if rows:
        yield doc.table((), rows)
    warnings = _first_warnings(facts, page)
    if warnings:
        yield doc.bullets(warnings, mark="!")
    count = {"warnings": len(facts.warnings), "notes": len(facts.notes), "id": facts.id}
    told = page.say("All of it (warnings: {warnings}, notes: {notes}): --full. Sources: microjob why {id}", **count)
    yield doc.paragraph(quiet(told))


def _payouts(advice: Advice, page: Formatter) -> doc.Table:
    """A row for each way to be paid: from which amount, and whether it reaches her; those that do first."""
    judgement = advice.judgement
    heads = (page.say("Paid by"), page.say("From"), page.say("Reaches you in {country}?", country=page.here))
    order = sorted(advice.facts.current_payouts, key=lambda one: list(Reach).index(judgement.reach(one.method)))
    shown = order if len(order) <= _PAYOUTS else order[: _PAYOUTS - 1]
    rows: list[tuple[Told, ...]] = [
        (page.method(one.method), first_withdrawal(one.minimum, page), _reaches(one, advice, page)) for one in shown
    ]
    if rest := len(order) - len(shown):
        rows.append((page.say("{count} more", count=rest), "", ""))
    return doc.table(heads, rows)


def _reaches(option: PayoutFacts, advice: Advice, page: Formatter) -> Line:
    """Yes, and what the site takes; no, and who says so; or that nobody knows."""
    found, fee = advice.judgement.reached[option.method], option.fee.value
    if found.reach is Reach.YES:
        charge = page.say("charge ?") if fee is None else page.say("charge {fee}", fee=fee)
        return line(Span(page.say("yes"), Tone.GOOD), f", {page.value(fee) if fee and fee.free else charge}")
    if found.block is None:
        return line(Span(page.say("? nobody says"), Tone.CARE))
    if found.reach is Reach.UNKNOWN:
        return line(Span(page.say("? sources disagree"), Tone.CARE))
    claim, why = found.block.claim, page.sentence(f"no-{found.block.code}")
    by = f" ({page.publisher(claim.source)}, {month_of(claim.as_of, page)})" if claim else ""
    return line(Span(f"{page.say('no')}: {why}", Tone.AVOID), quiet(by))


def _few_facts(advice: Advice, page: Formatter) -> Iterator[tuple[Told, ...]]:
    """Labels and values, two of them in a row; of a site that is over only what is known."""
    facts, testimony = advice.facts, advice.testimony
    outside = f", {month_of(testimony.day, page)}" if testimony.witnesses else ""
    cells: list[tuple[str, Line]] = [
        (page.field("status"), _dated(facts.status, page)),
        (page.say("Open to {country}", country=page.here), _dated(facts.accepts_from(page.country), page)),
        (page.say("Outside sources"), line(page.language.number(testimony.witnesses) + outside)),
        (page.field("skill"), cell_of(facts.skill, page)),
        (page.say("A task pays"), _pay(facts, page)),
        (page.say("Device"), cell_of(facts.devices, page)),
        (page.say("Checked within"), cell_of(facts.review_days, page)),
        (page.say("Payouts as of"), _terms_of(facts, page)),
    ]
    if advice.verdict in _OVER:
        cells = [one for one in cells[:4] if one[1] != UNKNOWN]
    labelled = [(line(quiet(label)), value) for label, value in cells]
    for one, other in zip_longest(labelled[::2], labelled[1::2], fillvalue=((), ())):
        yield (*one, *other)


def _pay(facts: PlatformFacts, page: Formatter) -> Line:
    """What a task pays, in her own money."""
    pay: Pay | None = facts.task_pay.value
    if pay is None:
        return UNKNOWN
    ends = [Money(end, pay.currency) for end in (pay.amount.low, pay.amount.high) if end is not None]
    own = [worth for worth in (local(end, page) for end in ends) if worth]
    if pay.per is not Per.TASK or len(own) < 2:
        return line(page.value(pay))
    return line(page.say("{least} to {most}", least=page.language.amount(own[0].amount), most=page.sum(own[1])))


def _dated(fact: Fact[Any], page: Formatter) -> Line:
    """A value with the month of its date, once."""
    if fact.chosen is None:
        return UNKNOWN
    tone = Tone.CARE if fact.stale else Tone.PLAIN
    return line(Span(f"{page.value(fact.chosen.value)}, {month_of(fact.confirmed, page)}", tone))


def _terms_of(facts: PlatformFacts, page: Formatter) -> Line:
    """From when the newest word on its payouts is."""
    days = [one.offered.confirmed for one in facts.current_payouts if one.offered.confirmed]
    newest = max(days, key=lambda day: day.first, default=None)
    if newest is None:
        return line(Span(page.say("undated"), Tone.CARE)) if facts.current_payouts else UNKNOWN
    old = (facts.today - newest.last).days > YEAR
    told = page.say("{day} (old)", day=month_of(newest, page)) if old else month_of(newest, page)
    return line(Span(told, Tone.CARE if old else Tone.PLAIN))


def _first_warnings(facts: PlatformFacts, page: Formatter) -> list[str]:
    """What changes what she does: the gravest warning, then notes that say so of themselves, else more warnings."""

    def size(one: Statement) -> int:
        return len(page.text(one.text))

    grave = sorted(facts.warnings, key=lambda one: (list(Weight).index(one.weight), size(one)))
    first = sorted((note for note in facts.notes if note.weight is NoteWeight.FIRST), key=size)
    shown: list[Statement] = [*grave[:1], *first, *grave[1:]][:_WARNINGS]
    copies = ", ".join(one.address for one in facts.lookalikes[:_LOOKALIKES])
    return [
        *(page.text(one.text) for one in shown),
        *([page.say("Not this site: {addresses}", addresses=copies)] if copies else []),
    ]
