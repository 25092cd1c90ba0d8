"""The order of recommended sites, as published in `docs/ranking.md`: one key after the other.

What is not known comes after what is: missing evidence counts against a site, never for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from microjob_cli.advice.testimony import Level
from microjob_cli.advice.verdict import PAYING, Judgement
from microjob_cli.catalog.facts import Bound
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import Skill, Weight
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.route import Route
from microjob_cli.payouts.router import Router

if TYPE_CHECKING:
    from microjob_cli.earnings.estimate import Estimate


class Prefer(StrEnum):
    """What matters most to the person among sites of which equally much is known."""

    SOONEST = "soonest"
    MOST = "most"
    SAFEST = "safest"


class Keys(Struct, frozen=True, order=True):
    """What the order is made from, the first that differs decides; the smallest is the best."""

    group: int
    verdict: int
    accepted: int
    witness: int
    witnesses: int
    minimum: int
    charges: int
    skill: int
    preferred: tuple[float, ...]
    kept: float
    name: str


# Of the least that is paid out: an hour a day of 30 days earns it, it does not, or nobody says how much it is.
MINIMUMS = ("earned", "high", "unknown")
ACCEPTED = (Answer.YES, Answer.PARTLY, None, Answer.NO)
SKILLS = (Skill.NONE, None, Skill.TEST, Skill.EXPERT)
WITNESSES = (Level.RECENT, Level.OLD, Level.SITE_ONLY)
_WITNESS: Mapping[Level, int] = {Level.PAID: 0, Level.RECENT: 0, Level.OLD: 1}


def keys_of(judgement: Judgement, option: PayoutFacts, route: Route, minimum: str, targets: tuple[str, ...]) -> Keys:
    """The keys of one site by one way home, but what is preferred. `targets`: none where any bank or wallet will do.

    Of several ways home from one site the best one counts.
    """
    facts, testimony = judgement.facts, judgement.testimony
    return Keys(
        group=int(bool(targets) and option.method not in targets),
        verdict=PAYING.index(judgement.verdict),
        accepted=ACCEPTED.index(facts.accepts_from(judgement.country).value),
        witness=_WITNESS.get(testimony.level, 2),
        witnesses=-testimony.witnesses,
        minimum=MINIMUMS.index(minimum),
        charges=int(route.receive is None),
        skill=SKILLS.index(facts.skill.value),
        preferred=(),
        kept=-float(route.kept_at_least or 0),
        name=facts.name.casefold(),
    )


def preference(prefer: Prefer, facts: PlatformFacts, find_estimate: Callable[[], Estimate | None]) -> tuple[float, ...]:
    """What the person prefers; the unknown last."""
    if prefer is Prefer.SAFEST:
        return (float(len({one.code for one in facts.warnings if one.weight is not Weight.NOTE})),)
    estimate = find_estimate()
    if prefer is Prefer.SOONEST:
        days = estimate.first_payout_days if estimate else None
        return (days.typical if days else float("inf"),)
    return (float(not estimate.own_pay), -estimate.net_per_hour.typical) if estimate else (2.0,)


def minimum_of(option: PayoutFacts, router: Router, earned: float | None) -> str:
    """What is known of an option's minimum; `earned`: dollars of the first month, None where nothing is assumed."""
    claim = option.minimum.chosen
    if claim is None:
        return "unknown"
    worths = [router.exchanged(amount, DOLLAR) for amount in claim.value.amounts]
    least = min((float(one.amount) for one in worths if one), default=None)
    if claim.bound is Bound.AT_LEAST or least is None:
        return "high"
    return "earned" if earned is None or least <= earned else "high"
