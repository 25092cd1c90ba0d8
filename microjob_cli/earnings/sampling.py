"""The arithmetic of an estimate: repeatable draws from what is assumed, and what they come to.

One draw takes a value of each assumption from its triangular distribution and gives what is left, in dollars, of one
*planned* hour, idle time included:

    work_found_share x (60 / minutes) x (1 - unpaid_share) x price x acceptance x (1 - fee_share)

Of all draws the 10th percentile is the low result, the 50th the typical and the 90th the high one: all the worst, or
all the best, is never stacked. An assumption whose three values are equal does not vary; with all of them fixed every
draw is the formula itself.

The values of one assumption lie evenly in its distribution, one in each of as many equal parts as there are draws, in
an order of its own (Latin hypercube sampling: McKay, Beckman and Conover, Technometrics 21, 1979). So half as many
draws give results as true as independent ones would. The order comes from the seed and the assumption's name, so the
same seed gives the same answer, and a change of one assumption leaves the draws of the others as they were.

The factors are multiplied in the order of the formula, a column of all draws at a time. Counted in floats: the
assumptions are no more exact than a few percent; sums of money are rounded when they are shown.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import sqrt
from operator import mul
from typing import TypeAlias

from msgspec import Struct

from microjob_cli.catalog.earning_records import AssumptionName

# All draws of one thing: an array takes a quarter of the memory of a tuple.
Draws: TypeAlias = "array[float]"
DRAWS = 1500
SEED = 2020
LOW, TYPICAL, HIGH = 0.10, 0.50, 0.90
# Days in a month, where a month is counted through.
MONTH = 30


class Spread(Struct, frozen=True):
    """A value when it goes badly, typically and well. The first is not always the smallest."""

    low: float
    typical: float
    high: float

    @classmethod
    def fixed(cls, value: float) -> Spread:
        return cls(value, value, value)

    @property
    def values(self) -> tuple[float, float, float]:
        return self.low, self.typical, self.high

    @property
    def is_fixed(self) -> bool:
        return self.low == self.typical == self.high

    def times(self, factor: float) -> Spread:
        return Spread(*(value * factor for value in self.values))


# What is assumed for each name.
Spreads: TypeAlias = Mapping[AssumptionName, Spread]


def net_hours(spreads: Spreads, seed: int = SEED) -> Draws:
    """What each draw leaves of a planned hour."""
    drawn = _drawn_from(spreads, seed)
    name = AssumptionName
    tasks = _tasks(spreads[name.WORK_FOUND_SHARE], spreads[name.MINUTES_PER_TASK], spreads[name.UNPAID_SHARE], seed)
    accepted = map(mul, map(mul, tasks, drawn(name.PRICE)), drawn(name.ACCEPTANCE))
    return array("d", map(mul, accepted, _left(name.FEE_SHARE, spreads[name.FEE_SHARE], seed)))


@lru_cache(maxsize=64)
def _tasks(found: Spread, minutes: Spread, unpaid: Spread, seed: int) -> Draws:
    """How many tasks each draw does in a planned hour: of most sites the same."""
    fit = (60 / length for length in _drawn(AssumptionName.MINUTES_PER_TASK, minutes, seed))
    work = map(mul, _drawn(AssumptionName.WORK_FOUND_SHARE, found, seed), fit)
    return array("d", map(mul, work, _left(AssumptionName.UNPAID_SHARE, unpaid, seed)))


# What the hour is made of.
HOURLY = (
    AssumptionName.WORK_FOUND_SHARE, AssumptionName.MINUTES_PER_TASK, AssumptionName.UNPAID_SHARE,
    AssumptionName.PRICE, AssumptionName.ACCEPTANCE, AssumptionName.FEE_SHARE,
)  # fmt: skip
_TAKEN_OFF = (AssumptionName.UNPAID_SHARE, AssumptionName.FEE_SHARE)


def swing(name: AssumptionName, spread: Spread) -> float:
    """How many times as much an hour brings when this one goes well as when it goes badly."""
    ends = [1 - end for end in (spread.low, spread.high)] if name in _TAKEN_OFF else [spread.low, spread.high]
    least, most = sorted(ends)
    return most / least if least > 0 else float("inf") if most > 0 else 1.0


def first_month(later: Sequence[float], spreads: Spreads, seed: int = SEED) -> Draws:
    """What each draw leaves of a planned hour in the first month."""
    drawn = _drawn_from(spreads, seed)
    found = map(mul, later, drawn(AssumptionName.FIRST_MONTH_WORK))
    return array("d", map(mul, found, drawn(AssumptionName.FIRST_MONTH_ACCEPTANCE)))


def outlook(draws: Iterable[float]) -> Spread:
    ordered = sorted(draws)
    return Spread(*(ordered[round(share * (len(ordered) - 1))] for share in (LOW, TYPICAL, HIGH)))


def days_to_payout(
    first: Sequence[float], later: Sequence[float], hours: float, spreads: Spreads, seed: int = SEED
) -> Spread | None:
    """Days from the first hour of work to money in hand, the fewest first; None when the minimum is never reached.

    Per draw: minimum / (net per day) + review window + payout days, with the net of the first month for its 30 days
    and that of later months from then on. `hours` are per day of the calendar.
    """
    waiting = AssumptionName.PAYOUT_MINIMUM, AssumptionName.REVIEW_DAYS, AssumptionName.PAYOUT_DAYS
    columns = zip(first, later, *map(_drawn_from(spreads, seed), waiting), strict=True)
    found = outlook(
        _days_of_work(least, start * hours, then * hours) + review + payout
        for start, then, least, review, payout in columns
    )
    return found if found.high != float("inf") else None


def _days_of_work(least: float, at_first: float, later: float) -> float:
    in_first_month = at_first * MONTH
    if at_first > 0 and least <= in_first_month:
        return least / at_first
    return MONTH + (least - in_first_month) / later if later > 0 else float("inf")


def _drawn_from(spreads: Spreads, seed: int) -> Callable[[AssumptionName], Draws]:
    return lambda name: _drawn(name, spreads[name], seed)


@lru_cache(maxsize=256)
def _drawn(name: AssumptionName, spread: Spread, seed: int) -> Draws:
    """Values of one assumption, one for each draw, from a triangular distribution."""
    if spread.is_fixed:
        return array("d", [spread.typical]) * DRAWS
    least, most = min(spread.low, spread.high), max(spread.low, spread.high)
    width, mode = most - least, spread.typical
    peak = (mode - least) / width
    below, above = width * (mode - least), width * (most - mode)
    chances = _chances(name.key, seed)
    return array("d", [
        least + sqrt(one * below) if one < peak else most - sqrt((1 - one) * above) for one in chances
    ])  # fmt: skip


@lru_cache(maxsize=64)
def _left(name: AssumptionName, spread: Spread, seed: int) -> Draws:
    """What each draw leaves of a whole when it takes a share away."""
    return array("d", [1 - share for share in _drawn(name, spread, seed)])


@lru_cache(maxsize=64)
def _chances(name: str, seed: int) -> Draws:
    """Numbers evenly between 0 and 1 in a random order, the same for the same name and seed everywhere."""
    from random import Random

    draw = Random(f"{name} {seed}").random
    order = sorted(range(DRAWS), key=[draw() for _ in range(DRAWS)].__getitem__)
    return array("d", [(place + 0.5) / DRAWS for place in order])
