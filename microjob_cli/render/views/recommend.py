"""Ranked platforms with verdict and reasons, and the first steps on the best one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from microjob_cli.advice.first_steps import first_steps
from microjob_cli.advice.ranking import is_ranked
from microjob_cli.advice.verdict import Advice
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Weight
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import jsonable
from microjob_cli.render.document import Bullets, Cards, Document, Heading, Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.verdicts import MOST_TOLD, VERDICT_TONES, concerns, concerns_told, praise, praise_line
from microjob_cli.render.views.list import nothing_found
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result


def document(result: Result, page: Formatter) -> Document:
    """A card a platform, then what to do first on the top one."""
    if not result.items:
        return nothing_found(page)
    explain = bool(result.query["explain"])
    cards = tuple((_title(advice, page), _about(advice, page, explain)) for advice in result.items)
    ranked = [advice for advice in result.items if is_ranked(advice)]
    if not ranked:
        return (Cards(cards, numbered=True),)
    top = ranked[0]
    steps = tuple(line(page.coded(step)) for step in first_steps(top))
    title = Heading(line(page.say("First steps with {name}", name=top.facts.name)))
    return (Cards(cards, numbered=True), title, Bullets(steps, numbered=True))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(rank, advice, page) for rank, advice in enumerate(result.items, 1)]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a platform."""
    columns = ("rank", "id", "name", "verdict", "method", "minimum", "reasons")
    rows = [
        (
            str(rank),
            advice.facts.id,
            advice.facts.name,
            str(advice.verdict),
            advice.option.method if advice.option else "",
            str(advice.option.minimum.value or "") if advice.option else "",
            "; ".join(page.coded(reason) for reason in advice.reasons),
        )
        for rank, advice in enumerate(result.items, 1)
    ]
    return columns, rows


def _item(rank: int, advice: Advice, page: Formatter) -> dict[str, Any]:
    days = advice.first_payout_days
    return {
        "rank": rank if is_ranked(advice) else None,
        "platform": advice.facts.id,
        "name": advice.facts.name,
        "verdict": str(advice.verdict),
        "excluded": advice.excluded,
        "reasons": [jsonable.coded(reason, page) for reason in advice.reasons],
        "first_steps": [jsonable.coded(step, page) for step in first_steps(advice)],
        "route": route_item(advice.route, page) if advice.route else None,
        "first_payout_days": jsonable.three(days, 1) if days else None,
        "net_per_hour": _hourly(advice),
    }


def _hourly(advice: Advice) -> dict[str, Any] | None:
    hourly = advice.net_per_hour
    if hourly is None:
        return None
    return {**{name: getattr(hourly, name) for name in ("low", "typical", "high")}, "currency": DOLLAR}


def _title(advice: Advice, page: Formatter) -> Line:
    name = Span(page.site(advice.facts.platform), Tone.STRONG)
    verdict = Span(page.word(advice.verdict), VERDICT_TONES[advice.verdict])
    if advice.route is None:
        return line(name, "  ", verdict)
    through = [page.method(hop.start) for hop in advice.route.hops[1:]]
    how = page.say("through {methods}", methods=through) if through else page.say("direct")
    return line(name, "  ", verdict, Span(f", {how}", Tone.QUIET))


def _about(advice: Advice, page: Formatter, explain: bool) -> tuple[Line, ...]:
    """For it, and against it: the gravest few, or with `explain` all."""
    if explain:
        minor = [reason for reason in advice.reasons if reason.weight is Weight.NOTE]
        rests = line(Span(_order_rests_on(advice, page), Tone.QUIET))
        marks = ((praise(advice), "+", Tone.GOOD), (concerns(advice), "!", Tone.CARE), (minor, "-", Tone.QUIET))
        every = (line(Span(f"{mark} ", tone), page.coded(reason)) for group, mark, tone in marks for reason in group)
        return (*every, rests)
    lines = [praise_line(advice, page)]
    if advice.concerns:
        more = len(advice.concerns) - MOST_TOLD
        rest = page.say("; and {more} more (--explain)", more=more) if more > 0 else ""
        lines.append(line(Span(concerns_told(advice, page) + rest, Tone.CARE)))
    return tuple(told for told in lines if told)


def _order_rests_on(advice: Advice, page: Formatter) -> str:
    """What the order looks at, in its sequence."""
    route, hourly, days = advice.route, advice.net_per_hour, advice.first_payout_days
    accepted = advice.facts.accepts_from(page.country).value
    unknown = page.say("unknown")
    parts = [
        page.say("verdict {verdict}", verdict=page.word(advice.verdict)),
        page.say("way home: {standing}", standing=page.standing(route.standing))
        if route
        else page.say("way home unknown"),
        page.say("works {works}", works=page.word(route.available) if route and route.available else unknown),
        page.say(
            "takes {country}: {answer}",
            country=page.country_name(page.country),
            answer=page.word(accepted) if accepted else unknown,
        ),
        page.say("first payout typically {days} days", days=round(days.typical))
        if days
        else page.say("first payout unknown"),
        page.say("typically {money} an hour", money=Money(Decimal(str(hourly.typical)), DOLLAR).rounded())
        if hourly
        else page.say("an hour unknown"),
        page.say("concerns {count}", count=len(advice.concerns)),
    ]
    return page.say("Order: {parts}", parts="; ".join(parts))
