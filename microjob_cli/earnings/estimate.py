"""What an hour of micro-jobs brings, and a month, and when the first money can be in hand: low, typical, high.

Hourly means net per *planned* hour: idle time, unpaid search, refused work and charges on the way home are taken off.
See `sampling` for the formula and what low, typical and high are.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from msgspec import Struct, field

from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.earning_records import AssumptionName
from microjob_cli.catalog.money import Money
from microjob_cli.earnings import sampling
from microjob_cli.earnings.assumptions import Assumptions, Given, NoEstimate
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
    """An estimate in dollars an hour, and by `rate` (units of `currency` for a dollar) in the user's own money."""

    about: About
    plan: Plan
    premises: Assumptions
    later: sampling.Draws
    currency: str
    rate: float
    recorded_rate: ExchangeRate | None = None
    own_rates: Mapping[str, Decimal] = field(default_factory=dict)
    wanted: Money | None = None
    worth: Money | None = None

    @cached_property
    def hourly(self) -> Spread:
        return sampling.outlook(self.later)

    @cached_property
    def first_hourly(self) -> Spread:
        """The same in the first month."""
        return sampling.outlook(sampling.first_month(self.later, self.premises.spreads, self.plan.seed))

    @cached_property
    def first_payout_days(self) -> Spread | None:
        """Days from the first hour of work to the first money, the fewest first.

        None where the minimum is not known or never reached.
        """
        spreads, plan = self.premises.spreads, self.plan
        if AssumptionName.PAYOUT_MINIMUM not in spreads:
            return None
        first = sampling.first_month(self.later, spreads, plan.seed)
        hours = plan.hours_per_day * plan.days_per_month / MONTH
        return sampling.days_to_payout(first, self.later, hours, spreads, plan.seed)

    @property
    def net_per_hour(self) -> Spread:
        """The same as `hourly` as it is shown and ranked by: to the hundredth of a cent."""
        return Spread(*(round(value, 4) for value in self.hourly.values))

    @property
    def moves_most(self) -> tuple[AssumptionName, ...]:
        """What the hour hangs on, by how much more its good end brings than its bad one."""
        spreads = self.premises.spreads
        return tuple(sorted(sampling.HOURLY, key=lambda name: -sampling.swing(name, spreads[name])))

    @property
    def own_pay(self) -> bool:
        """Whether it is reckoned with the site's own pay, not with that of small jobs."""
        return self.premises.assumed[AssumptionName.PRICE].code != "assumed-general-price"

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
        if self.wanted is None or self.worth is None:
            return None
        month_of_one_hour = self.hourly.times(self.plan.days_per_month * self.rate)
        low, typical, high = (float(self.worth.amount) / one if one > 0 else None for one in month_of_one_hour.values)
        return Target(self.wanted, high, typical, low)

    @property
    def hours(self) -> float:
        return self.plan.hours_per_day * self.plan.days_per_month


def estimate(
    router: Router, about: About, plan: Plan, given: Given = _NOTHING_GIVEN, target: Money | None = None
) -> Estimate | NoEstimate:
    """The estimate for one site, one task, both or micro-jobs in general, or why there is none.

    `target` is in any currency that can be converted into the user's own; otherwise it is left out.
    """
    premises = Chooser(router, about, given).premises()
    if isinstance(premises, NoEstimate):
        return premises
    # The money of her own country, and how much of it a dollar brings; dollars where no rate is known.
    units = router.units(DOLLAR, router.currency) if router.currency else None
    currency, rate = (router.currency, float(units)) if router.currency and units else (DOLLAR, 1.0)
    return Estimate(
        about=about,
        plan=plan,
        premises=premises,
        later=sampling.net_hours(premises.spreads, plan.seed),
        currency=currency,
        rate=rate,
        recorded_rate=router.rate(DOLLAR, currency),
        own_rates=router.own_rates,
        wanted=target,
        worth=router.exchanged(target, currency) if target else None,
    )
