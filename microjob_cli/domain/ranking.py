"""The order of recommended sites, as published in `docs/ranking.md`.

First the verdict; then whether the way home is lawful and known to work and the person's country is known to be taken;
then what the person prefers; what is not known always comes last, for unknown must never read as nothing or as best.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from microjob_cli.domain.advice import Advice, Verdict
from microjob_cli.domain.payout import Answer, Standing


class Prefer(StrEnum):
    """What matters most to the person among sites of equal verdict and reach."""

    ARRIVES = "arrives"
    SOONEST = "soonest"
    MOST = "most"
    SAFEST = "safest"


NEEDS_PROSPECTS = frozenset({Prefer.SOONEST, Prefer.MOST})


def is_ranked(advice: Advice) -> bool:
    """Whether a site is recommended at all."""
    return advice.excluded is None and advice.verdict is not Verdict.AVOID


def order(advice: Advice, country: str, prefer: Prefer) -> tuple[Any, ...]:
    """The sort key of one site for a person of a country; the smallest is the best."""
    return (*eligibility(advice, country), *preference(advice, prefer), len(advice.concerns), advice.facts.id)


def eligibility(advice: Advice, country: str) -> tuple[int, int, bool, bool]:
    """Verdict, how lawful the way home is, whether it is not known to work, whether the country is not known taken."""
    route = advice.route
    lawful = list(Standing).index(route.standing) if route else len(Standing)
    works = route is not None and route.available is Answer.YES
    accepted = advice.facts.accepts_from(country).value is Answer.YES
    return list(Verdict).index(advice.verdict), lawful, not works, not accepted


def preference(advice: Advice, prefer: Prefer) -> tuple[Any, ...]:
    """What the person prefers, the unknown last."""
    match prefer:
        case Prefer.SOONEST:
            days = advice.first_payout_days
            return days is None, days.typical if days else 0
        case Prefer.MOST:
            hourly = advice.net_per_hour
            return hourly is None, hourly is None or not hourly.own_pay, -hourly.typical.amount if hourly else 0
        case Prefer.SAFEST:
            return (len(advice.concerns),)
        case Prefer.ARRIVES:
            route = advice.route
            # What a bound keeps is no figure to rank by: an unknown charge must not read as none.
            exact = route is not None and route.exact
            return not exact, -(route.kept or 0) if route and exact else 0
