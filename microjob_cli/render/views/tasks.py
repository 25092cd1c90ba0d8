"""Kinds of work: all in a table, what breaks rules or is dangerous apart, or one on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from microjob_cli.catalog.earning_records import Zone
from microjob_cli.catalog.measures import Range
from microjob_cli.catalog.money import Money
from microjob_cli.earnings.assumptions import NoEstimate
from microjob_cli.earnings.estimate import Estimate
from microjob_cli.earnings.task_facts import FloorFacts, Gross, TaskOnSite, TaskPage
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.estimate_items import estimate_item, refusal_item
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views.estimate import shown
from microjob_cli.result import Result

_NAMED = 2


def document(result: Result, page: Formatter) -> doc.Document:
    """One page, or a line for each kind of work."""
    if result.query["task"] is not None:
        return tuple(block for one in result.items for block in _page(one, page))
    return tuple(_lists(result.items, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(one, page) for one in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a kind of work."""
    columns = ("task", "name", "pay", "minutes", "gross_per_hour", "hour_low", "hour_typical", "hour_high", "sites")
    return columns, [(*_row_of(one, page), str(len(one.offers))) for one in result.items]


def _row_of(one: TaskPage, page: Formatter) -> tuple[str, ...]:
    hourly = one.estimate.hourly if isinstance(one.estimate, Estimate) else None
    hours = [f"{value:.4f}" for value in (hourly.low, hourly.typical, hourly.high)] if hourly else ["", "", ""]
    gross = _gross(one.gross, page) if one.gross else ""
    name = page.language.text(one.task.name)
    return (one.task.id, name, str(one.pay.value or ""), str(one.minutes.value or ""), gross, *hours)


def _item(one: TaskPage, page: Formatter) -> dict[str, Any]:
    task, found = one.task, one.estimate
    return {
        "id": task.id,
        "name": task.name.en,
        **{name: jsonable.told(getattr(task, name), page) for name in ("about", "breaks_rules", "danger")},
        "estimated": task.estimated,
        "pay": jsonable.fact(one.pay, page),
        "minutes": jsonable.fact(one.minutes, page),
        "gross_per_hour": jsonable.plain(one.gross),
        "hourly": estimate_item(found, page)["hourly"] if isinstance(found, Estimate) else None,
        "no_estimate": refusal_item(found, page) if isinstance(found, NoEstimate) else None,
        "platforms": [_offer(offer, page) for offer in one.offers],
        "price_floors": [_floor(floor, page) for floor in one.floors],
    }


def _offer(offer: TaskOnSite, page: Formatter) -> dict[str, Any]:
    return {
        **jsonable.fields_of(offer.platform, "id", "name"),
        "offered": jsonable.fact(offer.facts.offered, page),
        "pay": jsonable.fact(offer.facts.pay, page),
    }


def _floor(floor: FloorFacts, page: Formatter) -> dict[str, Any]:
    return {
        "platform": floor.platform.id,
        "name": floor.name.en,
        "zone": jsonable.plain(floor.own_zone),
        "least": {str(zone): jsonable.fact(fact, page) for zone, fact in floor.least.items()},
    }


def _lists(pages: Sequence[TaskPage], page: Formatter) -> Iterator[doc.Block]:
    """What can be reckoned with first; then what nobody gives figures for; then what to leave alone."""
    known = [one for one in pages if isinstance(one.estimate, Estimate)]
    unknown = [one for one in pages if one.task.estimated and one not in known]
    apart = [one for one in pages if not one.task.estimated]
    if known:
        work, time, hour, sites = page.say("Work"), page.say("Time"), page.say("An hour brings"), page.say("Sites")
        heads = (work, page.field("task_pay"), time, hour, sites)
        rows = sorted(known, key=lambda one: -len(one.offers))
        yield doc.Table(heads, tuple(_row(one, page) for one in rows))
    if unknown:
        yield doc.Heading(line(page.say("Nobody we know of says what it pays or how long it takes")))
        yield doc.Table((page.say("Work"), page.say("Sites")), tuple(_short_row(one, page) for one in unknown))
    if apart:
        yield doc.Heading(line(page.say("Breaks other sites' rules or can harm you: not estimated")))
        yield doc.Bullets(tuple(_warned(one, page) for one in apart))


def _row(one: TaskPage, page: Formatter) -> tuple[Line, ...]:
    return (
        line(Span(page.language.text(one.task.name), Tone.STRONG)),
        line(page.value(one.pay.value)) if one.pay.chosen else (page.unknown,),
        line(page.value(one.minutes.value)) if one.minutes.chosen else line(Span("-", Tone.QUIET)),
        line(_hour(one, page)),
        line(_sites(one, page)),
    )


def _hour(one: TaskPage, page: Formatter) -> str:
    found = one.estimate
    if not isinstance(found, Estimate):
        return page.say("unknown")
    hourly = found.hourly.times(found.rate)
    ends = [shown(value, found.currency).amount for value in (hourly.low, hourly.high)]
    return f"{page.language.range(Range(ends[0], ends[1]))} {page.language.currency(found.currency)}"


def _sites(one: TaskPage, page: Formatter) -> str:
    """A few names, and how many more."""
    names = [page.site(offer.platform) for offer in one.offers]
    if not names:
        return page.say("none known")
    more = len(names) - _NAMED
    told = ", ".join(names[:_NAMED])
    return page.say("{names} and {more} more", names=told, more=more) if more > 0 else told


def _short_row(one: TaskPage, page: Formatter) -> tuple[Line, ...]:
    return line(Span(page.language.text(one.task.name), Tone.STRONG)), line(_sites(one, page))


def _warned(one: TaskPage, page: Formatter) -> Line:
    texts = [page.language.text(text) for text in (one.task.breaks_rules, one.task.danger) if text]
    return line(Span(f"{page.language.text(one.task.name)}: ", Tone.AVOID), " ".join(texts))


def _page(one: TaskPage, page: Formatter) -> Iterator[doc.Block]:
    task = one.task
    yield doc.Heading(line(page.language.text(task.name)), 1)
    yield doc.Paragraph(line(page.language.text(task.about)))
    warnings = (page.say("Breaks other sites' rules:"), task.breaks_rules), (page.say("Danger:"), task.danger)
    for head, text in warnings:
        if text:
            yield doc.Paragraph(line(Span(f"{head} ", Tone.AVOID), page.language.text(text)))
    yield doc.Pairs(tuple(_figures(one, page)))
    yield from _floors(one, page)
    yield from _offers(one, page)


def _figures(one: TaskPage, page: Formatter) -> Iterator[tuple[str, tuple[Line, ...]]]:
    yield page.field("task_pay"), _with_note(one.pay, page)
    yield page.say("Time for one"), _with_note(one.minutes, page)
    if one.gross is not None:
        yield page.say("An hour without any pause"), (line(_gross(one.gross, page)),)
    found = one.estimate
    if isinstance(found, Estimate):
        told = page.say("{range} of every planned hour", range=_hour(one, page))
        yield page.say("An hour brings"), (line(Span(told, Tone.STRONG)),)
    else:
        tone = Tone.QUIET if one.task.estimated else Tone.AVOID
        yield page.say("An hour brings"), (line(Span(page.coded(found), tone)),)


def _with_note(fact: Any, page: Formatter) -> tuple[Line, ...]:
    """A fact, and below it what its claim adds."""
    note = fact.chosen.note if fact.chosen else None
    return (*page.fact(fact), *((line(Span(page.language.text(note), Tone.QUIET)),) if note else ()))


def _gross(gross: Gross, page: Formatter) -> str:
    low, high = (None if end is None else round(end, 2) for end in (gross.low, gross.high))
    if low is None and high is None:
        return page.say("unknown")
    return page.language.amounts(Range(low, high), gross.currency)


def _floors(one: TaskPage, page: Formatter) -> Iterator[doc.Block]:
    """The least that buyers may pay, by zone."""
    if not one.floors:
        return
    yield doc.Heading(line(page.say("The least that buyers may pay")))
    heads = (page.field("name"), page.say("For"), *(page.word(zone) for zone in Zone))
    yield doc.Table(heads, tuple(_floor_row(floor, page) for floor in one.floors))
    own = one.floors[0].own_zone
    if own is not None:
        told = page.say("{country} is in this zone: {zone}.", country=page.country_name(page.country), zone=own)
        yield doc.Paragraph(line(Span(told, Tone.QUIET)))


def _floor_row(floor: FloorFacts, page: Formatter) -> tuple[Line, ...]:
    facts = [floor.least.get(zone) for zone in Zone]
    cells = [line(_least(fact.value, page)) if fact and fact.value else (page.unknown,) for fact in facts]
    return line(Span(floor.platform.name, Tone.STRONG)), line(page.language.text(floor.name)), *cells


def _least(pay: Any, page: Formatter) -> str:
    return page.value(Money(pay.amount.low or Decimal(0), pay.currency))


def _offers(one: TaskPage, page: Formatter) -> Iterator[doc.Block]:
    yield doc.Heading(line(page.say("Sites that have it")))
    if not one.offers:
        yield doc.Paragraph(line(Span(page.say("None that we know of."), Tone.QUIET)))
    else:
        heads = (page.field("name"), page.field("task_pay"), page.field("confirmed"))
        yield doc.Table(heads, tuple(_offer_row(offer, page) for offer in one.offers))
    if one.elsewhere:
        told = page.say("{count} more have ended or are reported not to pay.", count=one.elsewhere)
        yield doc.Paragraph(line(Span(told, Tone.QUIET)))


def _offer_row(offer: TaskOnSite, page: Formatter) -> tuple[Line, ...]:
    pay, offered = offer.facts.pay, offer.facts.offered
    return (
        line(Span(page.site(offer.platform), Tone.STRONG)),
        page.cell(pay),
        line(Span(page.age(offered.confirmed), Tone.QUIET)),
    )
