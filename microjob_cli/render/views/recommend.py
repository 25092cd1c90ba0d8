"""Ranked platforms with verdict and reasons, and the first steps on the best one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microjob_cli.advice.first_steps import first_steps
from microjob_cli.advice.ranking import ACCEPTED, MINIMUMS, SKILLS, WITNESSES
from microjob_cli.advice.search import Advice
from microjob_cli.catalog.platform import Weight
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.render import jsonable
from microjob_cli.render.document import Bullets, Cards, Document, Heading, Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.verdicts import VERDICT_TONES, concerns, who_says
from microjob_cli.render.views.list import nothing_found
from microjob_cli.render.views.route import item as route_item
from microjob_cli.result import Result


def document(result: Result, page: Formatter) -> Document:
    """A card a platform, then what to do first on the top one."""
    if not result.items:
        return nothing_found(page)
    explain = bool(result.query["explain"])
    cards = tuple((_title(advice, page), _about(advice, page, explain)) for advice in result.items)
    ranked = [advice for advice in result.items if advice.keys]
    if not ranked:
        return (Cards(cards, numbered=True),)
    top = ranked[0]
    steps = tuple(line(page.coded(step)) for step in first_steps(top))
    title = Heading(line(page.say("First steps with {name}", name=top.facts.name)))
    return (Cards(cards, numbered=True), title, Bullets(steps, numbered=True))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    if result.query["brief"]:
        return [jsonable.brief(advice) for advice in result.items]
    return [_item(rank, advice, page) for rank, advice in enumerate(result.items, 1)]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a platform."""
    columns = ("rank", "id", "name", "verdict", "evidence", "method", "minimum", "reasons")
    rows = [
        (
            str(rank) if advice.keys else "",
            advice.facts.id,
            advice.facts.name,
            str(advice.verdict),
            str(advice.testimony.level),
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
        "rank": rank if advice.keys else None,
        "platform": advice.facts.id,
        "name": advice.facts.name,
        "verdict": str(advice.verdict),
        "evidence": jsonable.evidence(advice.testimony),
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
    """Who says that it pays; with `explain` every reason, and the keys of the order."""
    if not explain:
        return (line(who_says(advice, page)),)
    marks = {None: ("+", Tone.GOOD), Weight.NOTE: ("-", Tone.QUIET)}
    lines = []
    for reason in (*(one for one in advice.reasons if not one.is_concern), *concerns(advice)):
        mark, tone = marks.get(reason.weight, ("!", Tone.CARE))
        lines.append(line(Span(f"{mark} ", tone), page.coded(reason)))
    return (*lines, line(Span(order_of(advice, page), Tone.QUIET)))


def order_of(advice: Advice, page: Formatter) -> str:
    """The row of keys that the order is made from."""
    keys = advice.keys
    if keys is None:
        return ""
    accepted, skill = ACCEPTED[keys.accepted], SKILLS[keys.skill]
    unknown = page.say("unknown")
    told = {
        page.say("verdict"): page.word(advice.verdict),
        page.say("takes {country}", country=page.country_name(page.country)): page.word(accepted)
        if accepted
        else unknown,
        page.say("witness"): page.sentence(f"key-witness-{WITNESSES[keys.witness]}"),
        page.say("witnesses"): page.language.number(-keys.witnesses),
        page.say("minimum"): page.sentence(f"key-minimum-{MINIMUMS[keys.minimum]}"),
        page.say("charges"): unknown if keys.charges else page.say("known"),
        page.say("skill"): page.word(skill) if skill else unknown,
    }
    return page.say("Order: {parts}", parts="; ".join(f"{key} {value}" for key, value in told.items()))
