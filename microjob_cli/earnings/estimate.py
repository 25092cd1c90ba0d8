"""What an hour of micro-jobs brings, and a month, and when the first money can be in hand: low, typical, high.

Beside it stand published hourly figures to hold it against.

Hourly means net per *planned* hour: idle time, unpaid search, refused work and charges on the way home are taken off.
See `sampling` for the formula and what low, typical and high are.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.earning_records import AssumptionName, Study
from microjob_cli.catalog.money import Money
from microjob_cli.earnings import sampling
from microjob_cli.earnings.assumptions import Assumed, Given, NoEstimate
from microjob_cli.earnings.choosing import About, Chooser
from microjob_cli.earnings.sampling import MONTH, SEED, Spread
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.router import Router

_NOTHING_GIVEN: Given = {}


class Plan(Struct, frozen=True):
    """How much somebody means to work, and with which seed the draws are made."""

    hours_per_day: float = 2.0
    days_per_month: int = MONTH
    seed: int = SEED


class Target(Struct, frozen=True):
    """What a wanted monthly amount takes: hours a day, the fewest first. None: no hours would do."""

    amount: Money
    low: float | None
    typical: float | None
    high: float | None


class Estimate(Struct, frozen=True, dict=True):
    """An estimate in dollars an hour, and by `rate` (units of `currency` for a dollar) in the user's own money.

    `wanted` is in any currency that can be converted into the user's own; otherwise it is left out.
    """

    router: Router
    about: About
    plan: Plan
    assumed: Mapping[AssumptionName, Assumed]
    wanted: Money | None = None

    @property
    def currency(self) -> str:
        """The money of her own country; dollars where no rate is known."""
        own = self.router.currency
        return own if own and self.router.units(DOLLAR, own) else DOLLAR

    @property
    def rate(self) -> float:
        """How much of it a dollar brings."""
        return float(self.router.units(DOLLAR, self.currency) or 1)

    @property
    def recorded_rate(self) -> ExchangeRate | None:
        return self.router.rate(DOLLAR, self.currency)

    @cached_property
    def spreads(self) -> sampling.Spreads:
        return {name: one.spread for name, one in self.assumed.items()}

    @cached_property
    def _later(self) -> sampling.Draws:
        return sampling.net_hours(self.spreads, self.plan.seed)

    @cached_property
    def _first(self) -> sampling.Draws:
        return sampling.first_month(self._later, self.spreads, self.plan.seed)

    @cached_property
    def hourly(self) -> Spread:
        return sampling.outlook(self._later)

    @cached_property
    def first_hourly(self) -> Spread:
        """The same in the first month."""
        return sampling.outlook(self._first)

    @cached_property
    def first_payout_days(self) -> Spread | None:
        """Days from the first hour of work to the first money, the fewest first.

        None where the minimum is not known or never reached.
        """
        if AssumptionName.PAYOUT_MINIMUM not in self.spreads:
            return None
        return sampling.days_to_payout(self._first, self._later, self.hours / MONTH, self.spreads, self.plan.seed)

    @property
    def net_per_hour(self) -> Spread:
        """The same as `hourly` as it is shown and ranked by: to the hundredth of a cent."""
        return Spread(*(round(value, 4) for value in self.hourly.values))

    @property
    def moves_most(self) -> tuple[AssumptionName, ...]:
        """What the hour hangs on, by how much more its good end brings than its bad one."""
        return tuple(sorted(sampling.HOURLY, key=lambda name: -sampling.swing(name, self.spreads[name])))

    @property
    def own_pay(self) -> bool:
        """Whether it is reckoned with the site's own pay, not with that of small jobs."""
        return self.assumed[AssumptionName.PRICE].code != "assumed-general-price"

    @property
    def hours(self) -> float:
        """Hours of work in a month."""
        return self.plan.hours_per_day * self.plan.days_per_month

    @property
    def monthly(self) -> Spread:
        """A month in the user's own money."""
        return self.hourly.times(self.hours * self.rate)

    @property
    def first_monthly(self) -> Spread:
        return self.first_hourly.times(self.hours * self.rate)

    @property
    def target(self) -> Target | None:
        """The hours a day that the wanted amount takes; None where none is, or it is worth nobody knows what."""
        worth = self.router.exchanged(self.wanted, self.currency) if self.wanted else None
        if self.wanted is None or worth is None:
            return None
        month_of_one_hour = self.hourly.times(self.plan.days_per_month * self.rate)
        low, typical, high = (float(worth.amount) / one if one > 0 else None for one in month_of_one_hour.values)
        return Target(self.wanted, high, typical, low)


def estimate(
    router: Router, about: About, plan: Plan, given: Given = _NOTHING_GIVEN, target: Money | None = None
) -> Estimate | NoEstimate:
    """The estimate for one site, one task, both or micro-jobs in general, or why there is none."""
    assumed = Chooser(router, about, given).premises()
    return assumed if isinstance(assumed, NoEstimate) else Estimate(router, about, plan, assumed, target)


class Benchmark(Struct, frozen=True):
    """A study's figure per hour as published, in dollars and in the user's own money; None where no rate is known."""

    study: Study
    per_hour: Money
    dollars: Money | None
    local: Money | None


class Comparison(Struct, frozen=True):
    """Published figures for comparable work, the lowest first, and whether a typical hour lies between their ends."""

    figures: tuple[Benchmark, ...]
    inside: bool


def benchmarks(router: Router, currency: str) -> tuple[Benchmark, ...]:
    """The figures that stand beside every estimate, in the order of the records."""
    return tuple(one for one in _hourly(router, currency) if one.study.benchmark is not None)


def comparison(router: Router, currency: str, typical: float) -> Comparison | None:
    """What a typical hour in dollars is compared with; None without comparable figures."""
    found = [one for one in _hourly(router, currency) if one.study.comparable and one.dollars]
    found.sort(key=lambda one: one.dollars.amount if one.dollars else 0)
    ends = [float(one.dollars.amount) for one in found if one.dollars]
    return Comparison(tuple(found), ends[0] <= typical <= ends[-1]) if ends else None


def _hourly(router: Router, currency: str) -> Iterator[Benchmark]:
    for study in router.catalogue.studies.values():
        per_hour = study.per_hour
        known = study.year is None or study.year.first <= router.evidence.today
        if per_hour is not None and known and router.evidence.heard(None, study.source):
            yield Benchmark(study, per_hour, router.exchanged(per_hour, DOLLAR), router.exchanged(per_hour, currency))
