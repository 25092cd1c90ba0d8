"""One platform: what one must know first, or all that is known of it and all that is not."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from microjob_cli.advice.search import Advice
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import Topic, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.network import block_of
from microjob_cli.render import document as doc
from microjob_cli.render.document import Kind, Line, Span, Target, Told, Tone, line, parted, quiet
from microjob_cli.render.first_screen import first_screen
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.sites import headline, verdict_lines
from microjob_cli.render.views.list import items
from microjob_cli.render.views.route import why_not
from microjob_cli.result import Result

__all__ = ("document", "items", "table")
# How much older than the rest of a row a value must be for its own date to be told.
_MUCH_OLDER = timedelta(days=365)
# What the title tells.
TELLS = ("former-name",)
_PLAIN_FIELDS = (
    "kind", "skill", "pay_to_join", "founded", "headquarters", "owner", "successor", "devices", "identity_checks",
    "review_days", "success_rate",
)  # fmt: skip
_PAY_FIELDS = ("task_pay", "earnings")
_FIELDS = ("status", *_PLAIN_FIELDS, *_PAY_FIELDS)
_NOT_MISSED = ("successor", "kind", "skill", "pay_to_join")
_WEIGHT_TONES = {Weight.AVOID: Tone.AVOID, Weight.CARE: Tone.CARE, Weight.NOTE: Tone.PLAIN}


def document(result: Result, page: Formatter) -> doc.Blocks:
    """What one must know first; with `--full`, and wherever there is room, everything."""
    blocks = _blocks if result.query["full"] or not page.folded else first_screen
    return (block for advice in result.items for block in blocks(advice, page))


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ("id", "field", "value", "source", "kind", "as_of", "confidence")
    kind = page.evidence.kind
    return columns, [
        (advice.facts.id, name, page.value(one.value), one.source, kind(one), one.as_of, one.confidence)
        for advice in result.items
        for name, fact in _all_facts(advice.facts)
        for one in fact.claims
    ]


def _all_facts(facts: PlatformFacts) -> Iterator[tuple[str, Fact[Any]]]:
    yield from ((name, getattr(facts, name)) for name in _FIELDS)
    yield from ((f"accepts.{code}", fact) for code, fact in facts.accepts.items())
    for option in facts.payouts:
        yield from ((f"payouts.{option.method}.{name}", getattr(option, name)) for name in PayoutFacts.fields())
    for task in facts.tasks:
        yield from ((f"tasks.{task.task}.{name}", getattr(task, name)) for name in ("offered", "pay"))


def _blocks(advice: Advice, page: Formatter) -> doc.Blocks:
    facts = advice.facts
    yield doc.heading(_title(facts, page), 1)
    yield doc.lines((headline(advice.judgement, page), *verdict_lines(advice.judgement, page)))
    yield from _payouts(facts, page)
    yield doc.heading(page.say("About the site"))
    yield doc.pairs(_basics(facts, page))
    yield from _work(facts, page)
    yield from _said(facts, page)
    yield from _unknown(facts, page)
    yield from _own(facts, page)
    yield doc.lines((
        quiet(page.say("Where a value comes from: {command}", command=f"microjob why {facts.id} status")),
        quiet(page.say(
            "Something wrong or old? Tell us the site, the right value and a page that says so, "
            "or correct the record: `microjob data path` shows where it is."
        )),
    ))  # fmt: skip


def _own(facts: PlatformFacts, page: Formatter) -> doc.Blocks:
    """What of it is not as shipped."""
    origins = page.catalogue.origins_of("platforms", facts.id)
    if origins and not page.on_page:  # where files lie on this computer is nothing for its readers
        whole = "The whole record, in place of any shipped one: {file}"
        yield doc.heading(page.say("From your own records"))
        yield doc.bullets(
            page.say(whole, file=one.file) if one.whole else f"{', '.join(one.counts)}: {one.file}"
            for one in origins.files
        )


def _title(facts: PlatformFacts, page: Formatter) -> str:
    former = (
        page.say("{name} until {until}", name=name.name, until=name.until) if name.until else name.name
        for name in facts.former_names
    )
    return page.formerly(page.site(facts.platform), former)


def _basics(facts: PlatformFacts, page: Formatter) -> Iterator[tuple[str, tuple[Told, ...]]]:
    yield page.field("status"), page.fact(facts.status)
    address = facts.platform.website  # to be followed unless the site is reported to defraud or not to pay
    leads = Target(Kind.ADDRESS, address) if address and facts.usable else None
    yield page.field("website"), (Span(address, target=leads) if address else page.unknown,)
    others = {code: fact for code, fact in facts.accepts.items() if code != page.country and fact.known}
    for code, fact in {page.country: facts.accepts_from(page.country), **others}.items():
        yield page.say("From {country}", country=page.country_name(code)), page.fact(fact)
    for name in _PLAIN_FIELDS:
        fact = getattr(facts, name)
        if fact.known or fact.earlier:
            yield page.field(name), page.fact(fact)
    for rating in facts.ratings:
        yield page.say("Rated by {rater}", rater=rating.rater), page.fact(rating.score)


def _payouts(facts: PlatformFacts, page: Formatter) -> doc.Blocks:
    yield doc.heading(page.field("payouts"))
    if facts.current_payouts:
        heads = map(page.field, ("method", "minimum", "fee", "days", "confirmed"))
        yield doc.table(heads, (_payout_row(option, page) for option in facts.current_payouts))
    else:
        yield doc.paragraph(page.unknown)
    remarks = [remark for option in facts.payouts for remark in _payout_remarks(option, page)]
    if remarks:
        yield doc.bullets(remarks)


def _payout_row(option: PayoutFacts, page: Formatter) -> tuple[Told, ...]:
    told_of: tuple[Fact[Any], ...] = (option.offered, option.minimum)
    dated = [(fact.confirmed, fact) for fact in told_of if fact.confirmed]
    newest, last = max(dated, key=lambda one: one[0].first, default=(None, option.offered))

    def cell(fact: Fact[Any]) -> Told:
        """A value, with its date where it is much older than the one that the row shows."""
        if fact.chosen is None:
            return page.unknown
        told, day = page.bounded(fact.chosen), fact.confirmed
        is_older = newest is not None and day is not None and newest.first - day.last > _MUCH_OLDER
        return page.linked(fact, f"{told} ({page.age(day)})" if is_older else told)

    name = page.method(option.method)
    shown = page.say("{name} (for some)", name=name) if option.offered.value is Answer.PARTLY else name
    method = Span(shown, target=Target(Kind.METHOD, option.method))
    return method, cell(option.minimum), cell(option.fee), cell(option.days), page.confirmed(last)


def _payout_remarks(option: PayoutFacts, page: Formatter) -> Iterator[Line]:
    """What is disputed, ended or replaced."""
    method = page.method(option.method)
    if not (option.offered.known or option.until.known):
        return  # on that day nobody had said anything yet
    block = block_of(page.catalogue.methods[option.method], page.country, page.evidence) if option.current else None
    if block is not None:
        yield why_not(block, page)
    if not option.current:
        yield _ended(option, method, page)
    elif option.since.chosen is not None:
        yield line(page.say("{method}: in use {since}", method=method, since=page.bounded(option.since.chosen)))
    for name in ("offered", "minimum", "fee", "days"):
        label = f"{method}, {page.field(name).casefold()}: "
        yield from (line(label, other) for other in page.others(getattr(option, name)))


def _ended(option: PayoutFacts, method: str, page: Formatter) -> Line:
    until, claim = option.until.chosen, option.until.chosen or option.offered.chosen
    text = page.say("{method} is not offered", method=method)
    if until:
        text = page.say("{method} ended {until}", method=method, until=page.bounded(until))
    if option.superseded_by.value:
        text += page.say("; replaced by {method}", method=page.method(option.superseded_by.value))
    if option.minimum.value is not None:
        text += page.say("; its minimum was {minimum}", minimum=option.minimum.value)
    return line(text, page.sourced(claim.source) if claim else ())


def _work(facts: PlatformFacts, page: Formatter) -> doc.Blocks:
    offered = parted([page.task_span(task.task) for task in facts.tasks if task.offered.known])
    rows: list[tuple[str, tuple[Told, ...]]] = [(page.field("tasks"), (offered,))] if offered else []
    rows += [(page.field(name), page.fact(getattr(facts, name))) for name in _PAY_FIELDS if getattr(facts, name).claims]
    rows += [(page.task(task.task), page.fact(task.pay)) for task in facts.tasks if task.pay.known]
    if facts.tasks or rows:
        yield doc.heading(page.say("Work and pay"))
        yield doc.pairs(rows)


def _said(facts: PlatformFacts, page: Formatter) -> doc.Blocks:
    """What sources say in sentences: warnings, replies to them, look-alikes, notes."""
    replies = [note for note in facts.notes if note.topic is Topic.REPLY]
    others = (note for note in facts.notes if note.topic is not Topic.REPLY)
    notes = sorted(others, key=lambda note: list(Topic).index(note.topic))
    warnings = sorted(facts.warnings, key=lambda warning: list(Weight).index(warning.weight))
    parts = {
        page.field("warnings"): [page.stated(one, page.word(one.code), _WEIGHT_TONES[one.weight]) for one in warnings],
        page.word(Topic.REPLY): [page.stated(one) for one in replies],
        page.say("Not this site"): [page.stated(one, one.address, Tone.CARE) for one in facts.lookalikes],
        page.say("Good to know"): [page.stated(note, page.word(note.topic)) for note in notes],
    }
    for title, lines in parts.items():
        if lines:
            yield doc.heading(title)
            yield doc.bullets(lines)


def _unknown(facts: PlatformFacts, page: Formatter) -> doc.Blocks:
    fields = [name for name in _FIELDS if name not in _NOT_MISSED and not getattr(facts, name).known]
    names = [page.field(name) for name in (*fields, *(() if facts.tasks else ("tasks",)))]
    for option in facts.current_payouts:
        unknown = [name for name in ("minimum", "fee", "days") if not getattr(option, name).known]
        if unknown:
            terms = ", ".join(page.field(name).casefold() for name in unknown)
            names.append(f"{page.method(option.method)} ({terms})")
    if names:
        yield doc.heading(page.say("Nobody we know of says"))
        yield doc.paragraph(quiet(", ".join(names)))
