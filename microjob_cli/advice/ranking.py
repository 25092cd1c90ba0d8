"""The order of recommended sites, as published in `docs/ranking.md`: one key after the other.

What is not known comes after what is: missing evidence counts against a site, never for it.
"""

from __future__ import annotations

from collections.abc import Mapping
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


class Minimum(StrEnum):
    """What is known of the least that is paid out: an hour a day of 30 days earns it, it does not, or nobody says."""

    EARNED = "earned"
    HIGH = "high"
    UNKNOWN = "unknown"


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


# Preferences for which an estimate of every site is needed.
ESTIMATED = (Prefer.SOONEST, Prefer.MOST)
MINIMUMS = tuple(Minimum)
ACCEPTED = (Answer.YES, Answer.PARTLY, None, Answer.NO)
SKILLS = (Skill.NONE, None, Skill.TEST, Skill.EXPERT)
WITNESSES = (Level.RECENT, Level.OLD, Level.SITE_ONLY)
_WITNESS: Mapping[Level, int] = {Level.PAID: 0, Level.RECENT: 0, Level.OLD: 1}


class WayKeys(Struct, frozen=True, order=True):
    """Those that hang on the payout option and the way home from it."""

    group: int
    minimum: int
    charges: int
    kept: float


def way_keys(option: PayoutFacts, route: Route, minimum: Minimum, targets: tuple[str, ...]) -> WayKeys:
    """How good a way home is for the order; `targets` are empty where any bank or wallet will do."""
    return WayKeys(
        group=int(bool(targets) and option.method not in targets),
        minimum=MINIMUMS.index(minimum),
        charges=int(route.receive is None),
        kept=-float(route.kept_at_least or 0),
    )


def keys_of(judgement: Judgement, way: WayKeys, preferred: tuple[float, ...]) -> Keys:
    """The row of keys of one site."""
    facts, testimony = judgement.facts, judgement.testimony
    return Keys(
        group=way.group,
        verdict=PAYING.index(judgement.verdict),
        accepted=ACCEPTED.index(facts.accepts_from(judgement.country).value),
        witness=_WITNESS.get(testimony.level, 2),
        witnesses=-testimony.witnesses,
        minimum=way.minimum,
        charges=way.charges,
        skill=SKILLS.index(facts.skill.value),
        preferred=preferred,
        kept=way.kept,
        name=facts.name.casefold(),
    )


def preference(prefer: Prefer, facts: PlatformFacts, estimate: Estimate | None) -> tuple[float, ...]:
    """What the person prefers; the unknown last."""
    match prefer:
        case Prefer.SOONEST:
            days = estimate.first_payout_days if estimate else None
            return (days.typical if days else float("inf"),)
        case Prefer.MOST:
            return (float(not estimate.own_pay), -estimate.net_per_hour.typical) if estimate else (2.0,)
        case Prefer.SAFEST:
            return (float(len({one.code for one in facts.warnings if one.weight is not Weight.NOTE})),)


def minimum_of(option: PayoutFacts, router: Router, earned: float | None) -> Minimum:
    """What is known of an option's minimum; `earned`: dollars of the first month, None where nothing is assumed."""
    claim = option.minimum.chosen
    if claim is None:
        return Minimum.UNKNOWN
    worths = [router.exchanged(amount, DOLLAR) for amount in claim.value.amounts]
    least = min((float(one.amount) for one in worths if one), default=None)
    if claim.bound is Bound.AT_LEAST or least is None:
        return Minimum.HIGH
    return Minimum.EARNED if earned is None or least <= earned else Minimum.HIGH
