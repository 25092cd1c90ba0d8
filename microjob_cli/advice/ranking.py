"""The order of recommended sites, as published in `docs/ranking.md`.

First the verdict; then whether the way home is lawful and known to work and the person's country is known to be taken;
then what the person prefers; what is not known always comes last, for unknown must never read as nothing or as best.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from microjob_cli.advice.verdict import Advice, Verdict
from microjob_cli.catalog.payout import Answer
from microjob_cli.payouts.route import STANDINGS


class Prefer(StrEnum):
    """What matters most to the person among sites of equal verdict and reach."""

    ARRIVES = "arrives"
    SOONEST = "soonest"
    MOST = "most"
    SAFEST = "safest"


_VERDICTS = tuple(Verdict)


def is_ranked(one: Advice) -> bool:
    """Whether a site is recommended at all."""
    return one.excluded is None and one.verdict is not Verdict.AVOID


def order(one: Advice, prefer: Prefer) -> tuple[Any, ...]:
    """The sort key of one site; the smallest is the best."""
    route = one.route
    return (
        _VERDICTS.index(one.verdict),
        STANDINGS.index(route.standing) if route else len(STANDINGS),
        route is None or route.available is not Answer.YES,
        not one.accepted,
        *preference(one, prefer),
        len(one.concerns),
        one.facts.id,
    )


def preference(one: Advice, prefer: Prefer) -> tuple[Any, ...]:
    """What the person prefers, the unknown last."""
    match prefer:
        case Prefer.SOONEST:
            days = one.first_payout_days
            return days is None, days.typical if days else 0
        case Prefer.MOST:
            work = one.estimate
            return (False, not work.own_pay, -work.net_per_hour.typical) if work else (True,)
        case Prefer.SAFEST:
            return (len(one.concerns),)
        case Prefer.ARRIVES:
            # What a bound keeps is no figure to rank by: an unknown charge must not read as none.
            exact = one.route is not None and one.route.exact
            return not exact, -(one.route.kept or 0) if one.route and exact else 0
