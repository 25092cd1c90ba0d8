"""Kinds of work: all in a table, what breaks rules or is dangerous apart, or one on a page of its own."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from microjob_cli.catalog.earning_records import Zone
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Pay, Range
from microjob_cli.catalog.money import Money
from microjob_cli.earnings.assumptions import NoEstimate
from microjob_cli.earnings.estimate import Estimate
from microjob_cli.earnings.task_facts import FloorFacts, Gross, TaskOnSite, TaskPage
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Span, Told, Tone, line, quiet, strong
from microjob_cli.render.estimate_items import estimate_item, refusal_item, shown
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_NAMED = 2
# So many kinds of work that break rules or do harm stand on a screen.
_APART = 4


def document(result: Result, page: Formatter) -> doc.Blocks:
    """One page, or a line for each kind of work."""
    page = page.in_full(result.query.get("all"))
    if result.query["task"] is None:
        return _list(result.items, page)
    return (block for one in result.items for block in _page(one, page))


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [_item(one, page) for one in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ("task", "name", "pay", "minutes", "gross_per_hour", "hour_low", "hour_typical", "hour_high", "sites")
    rows = []
    for one in result.items:
        hourly = one.estimate.hourly.values if isinstance(one.estimate, Estimate) else ()
        hours = [f"{value:.4f}" for value in hourly] or [""] * 3
        gross, name = one.gross and _gross(one.gross, page), page.text(one.task.name)
        rows.append((one.task.id, name, one.pay.value, one.minutes.value, gross, *hours, len(one.offers)))
    return columns, rows


def _item(one: TaskPage, page: Formatter) -> jsonable.Json:
    task, found = one.task, one.estimate
    return {
        "id": task.id,
        "name": task.name.en,
        **{name: jsonable.told(getattr(task, name), page) for name in ("about", "breaks_rules", "danger")},
        "estimated": task.estimated,
        **jsonable.facts_of(one, page, "pay", "minutes"),
        "gross_per_hour": jsonable.plain(one.gross),
        "hourly": estimate_item(found, page)["hourly"] if isinstance(found, Estimate) else None,
        "no_estimate": refusal_item(found, page) if isinstance(found, NoEstimate) else None,
        "platforms": [
            {
                **jsonable.fields_of(offer.platform, "id", "name"),
                **jsonable.facts_of(offer.facts, page, "offered", "pay"),
            }
            for offer in one.offers
        ],
        "price_floors": [
            {
                "platform": floor.platform.id,
                "name": floor.name.en,
                "zone": jsonable.plain(floor.own_zone),
                "least": {str(zone): jsonable.fact(fact, page) for zone, fact in floor.least.items()},
            }
            for floor in one.floors
        ],
    }


def _list(pages: Sequence[TaskPage], page: Formatter) -> doc.Blocks:
    """What can be reckoned with first; then what breaks rules or does harm; then what nobody gives figures for."""
    ordered = sorted(pages, key=lambda one: (-len(one.offers), one.task.id))
    known = [one for one in ordered if isinstance(one.estimate, Estimate)]
    apart = [one for one in ordered if not one.task.estimated]
    unknown = [one for one in ordered if one.task.estimated and one not in known]
    shown = [*known, *apart[:_APART]] if page.folded else [*known, *apart, *unknown]
    yield doc.paragraph(
        strong(page.say("What a planned hour of each kind of work brings, waiting and refusals taken off:"))
    )
    pay = [] if page.folded else [page.field("task_pay")]
    heads = (page.say("Work"), page.say("An hour brings"), page.say("Skill"), *pay, page.say("Sites"))
    yield doc.table(heads, (_row(one, page) for one in shown))
    if page.folded:
        count = len(ordered) - len(shown)
        rest = page.say("{count} more: nobody says what they bring, or they do harm. All: --all", count=count)
        yield doc.paragraph(quiet(rest))
        return
    yield doc.heading(page.say("Breaks other sites' rules or can harm you: not estimated"))
    harms = (" ".join(page.text(why) for why in (one.task.breaks_rules, one.task.danger) if why) for one in apart)
    names = (Span(f"{page.text(one.task.name)}: ", Tone.AVOID) for one in apart)
    yield doc.bullets(map(line, names, harms))


def _row(one: TaskPage, page: Formatter) -> tuple[Told, ...]:
    sites = page.language.number(len(one.offers)) if page.folded else _sites(one, page)
    if not one.task.estimated:
        harm = page.say("breaks rules") if one.task.breaks_rules else page.say("can harm you")
        unsaid = ("",) if page.folded else ("", "")
        return page.task_span(one.task.id, Tone.AVOID), Span(harm, Tone.AVOID), *unsaid, sites
    pay = () if page.folded else (page.linked(one.pay, page.value(one.pay.value)) if one.pay.chosen else "?",)
    # What the sites ask that have it: the least, and the most where they differ.
    asked = [page.word(skill) for skill in one.skills]
    skill = page.say("{low} to {high}", low=asked[0], high=asked[-1]) if len(asked) > 1 else "".join(asked)
    return page.task_span(one.task.id, Tone.STRONG), _hour(one, page), skill or "?", *pay, sites


def _hour(one: TaskPage, page: Formatter) -> str:
    found = one.estimate
    if not isinstance(found, Estimate):
        return "?"
    hourly = found.hourly.times(found.rate)
    ends = [shown(value, found.currency).amount for value in (hourly.low, hourly.high)]
    return f"{page.language.range(Range(*ends))} {page.language.currency(found.currency)}"


def _sites(one: TaskPage, page: Formatter) -> str:
    """A few names, and how many more."""
    names = [page.site(offer.platform) for offer in one.offers]
    if not names:
        return page.say("none known")
    more = len(names) - _NAMED
    told = ", ".join(names[:_NAMED])
    return page.say("{names} and {more} more", names=told, more=more) if more > 0 else told


def _page(one: TaskPage, page: Formatter) -> doc.Blocks:
    task = one.task
    yield doc.paragraph(strong(f"{page.text(task.name)}: "), page.text(task.about))
    warnings = (page.say("Breaks other sites' rules:"), task.breaks_rules), (page.say("Danger:"), task.danger)
    told = [line(Span(f"{head} ", Tone.AVOID), page.text(text)) for head, text in warnings if text]
    if told:
        yield doc.bullets(told, mark="!")
    yield doc.pairs(_figures(one, page))
    if page.folded:
        names = [page.site(offer.platform) for offer in one.offers]
        nobody = page.say("No site that we know of has it.")
        yield doc.paragraph(page.say("Sites that have it: {names}", names=names) if names else nobody)
    else:
        yield from _floors(one, page)
        yield from _offers(one, page)


def _figures(one: TaskPage, page: Formatter) -> Iterator[tuple[str, tuple[Told, ...]]]:
    yield page.field("task_pay"), _with_note(one.pay, page)
    yield page.say("Time for one"), _with_note(one.minutes, page)
    if one.gross is not None:
        yield page.say("An hour without any pause"), (_gross(one.gross, page),)
    found = one.estimate
    if isinstance(found, Estimate):
        told = strong(page.say("{range} of every planned hour", range=_hour(one, page)))
    else:
        told = Span(page.coded(found), Tone.QUIET if one.task.estimated else Tone.AVOID)
    yield page.say("An hour brings"), (told,)


def _with_note(fact: Fact[Any], page: Formatter) -> tuple[Told, ...]:
    """A fact, and below it what its claim adds."""
    note = fact.chosen.note if fact.chosen else None
    return (*page.fact(fact), *([quiet(page.text(note))] if note else []))


def _gross(gross: Gross, page: Formatter) -> str:
    low, high = (None if end is None else round(end, 2) for end in (gross.low, gross.high))
    if low is None and high is None:
        return page.say("unknown")
    return page.language.amounts(Range(low, high), gross.currency)


def _floors(one: TaskPage, page: Formatter) -> doc.Blocks:
    """The least that buyers may pay, by zone."""
    if not one.floors:
        return
    yield doc.heading(page.say("The least that buyers may pay"))
    heads = (page.field("name"), page.say("For"), *map(page.word, Zone))
    yield doc.table(heads, (_floor_row(floor, page) for floor in one.floors))
    if own := one.floors[0].own_zone:
        yield doc.paragraph(quiet(page.say("{country} is in this zone: {zone}.", country=page.here, zone=own)))


def _floor_row(floor: FloorFacts, page: Formatter) -> tuple[Told, ...]:

    def cell(fact: Fact[Pay] | None) -> Told:
        if fact is None or fact.value is None:
            return page.unknown
        return page.linked(fact, page.value(Money(fact.value.amount.low or Decimal(0), fact.value.currency)))

    return page.site_span(floor.platform), page.text(floor.name), *(cell(floor.least.get(zone)) for zone in Zone)


def _offers(one: TaskPage, page: Formatter) -> doc.Blocks:
    yield doc.heading(page.say("Sites that have it"))
    if one.offers:
        heads = (page.field("name"), page.field("task_pay"), page.field("confirmed"))
        yield doc.table(heads, (_offer_row(offer, page) for offer in one.offers))
    else:
        yield doc.paragraph(quiet(page.say("None that we know of.")))
    if one.elsewhere:
        told = page.say("{count} more have ended or are reported not to pay.", count=one.elsewhere)
        yield doc.paragraph(quiet(told))


def _offer_row(offer: TaskOnSite, page: Formatter) -> tuple[Told, ...]:
    return page.site_span(offer.platform), page.cell(offer.facts.pay), page.confirmed(offer.facts.offered)
