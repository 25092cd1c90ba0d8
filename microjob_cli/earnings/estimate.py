"""What an hour of micro-jobs brings, and a month, and when the first money can be in hand: low, typical, high.

Hourly means net per *planned* hour: idle time, unpaid search, refused work and charges on the way home are taken off.
See `sampling` for the formula and what low, typical and high are.
"""

from __future__ import annotations

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
from microjob_cli.payouts.own_rate import DOLLAR
from microjob_cli.payouts.router import Router

_CENT_OF_CENT = Decimal("0.0001")
_NOTHING_GIVEN: Given = {}


class Plan(Struct, frozen=True):
    """How much somebody means to work, and with which seed the draws are made."""

    hours_per_day: float = 2.0
    days_per_month: int = MONTH
    seed: int = SEED


class Outlook(Struct, frozen=True):
    """A low, a typical and a high amount. `own_pay`: reckoned with the site's own pay, not with that of small jobs."""

    low: Money
    typical: Money
    high: Money
    own_pay: bool = False


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
    target: Target | None = None

    @cached_property
    def hourly(self) -> Spread:
        return sampling.outlook(self.later)

    @cached_property
    def first_hourly(self) -> Spread:
        """The same in the first month."""
        return sampling.outlook(sampling.first_month(self.later, self.premises.beginning, self.plan.seed))

    @cached_property
    def first_payout_days(self) -> Spread | None:
        """Days from the first hour of work to the first money."""
        return _first_payout(self.premises, self.plan)

    @property
    def monthly(self) -> Spread:
        """A month in the user's own money."""
        return self.hourly.times(self.hours * self.rate)

    @property
    def first_monthly(self) -> Spread:
        return self.first_hourly.times(self.hours * self.rate)

    @property
    def hours(self) -> float:
        """Planned hours in a month."""
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
    later = sampling.net_hours(premises.conditions, plan.seed)
    currency, rate = own_money(router)
    month_of_one_hour = sampling.outlook(later).times(plan.days_per_month * rate)
    return Estimate(
        about=about,
        plan=plan,
        premises=premises,
        later=later,
        currency=currency,
        rate=rate,
        recorded_rate=router.rate(DOLLAR, currency),
        own_rates=router.own_rates,
        target=_reached(target, month_of_one_hour, currency, router),
    )


def own_money(router: Router) -> tuple[str, float]:
    """The currency of the router's country and how much of it a dollar brings; dollars where no rate is known."""
    rate = router.units(DOLLAR, router.currency) if router.currency else None
    return (router.currency, float(rate)) if router.currency and rate else (DOLLAR, 1.0)


class Prospects(Struct, frozen=True):
    """What work on one site comes to, without a plan for a month."""

    premises: Assumptions

    @property
    def net_per_hour(self) -> Outlook:
        """What a planned hour leaves, in dollars."""
        hourly = sampling.outlook(sampling.net_hours(self.premises.conditions))
        return _dollars(hourly, own_pay=self.premises.assumed[AssumptionName.PRICE].code != "assumed-general-price")

    def first_payout_days(self, hours_per_day: float) -> Spread | None:
        """Days from the first hour of work to the first money, the fewest first.

        None where the minimum is not known or never reached.
        """
        return _first_payout(self.premises, Plan(hours_per_day))


def prospects(router: Router, about: About, given: Given = _NOTHING_GIVEN) -> Prospects | None:
    """The prospects of a site by one of its payout options and a way home; None where an estimate is refused."""
    premises = Chooser(router, about, given).premises()
    return None if isinstance(premises, NoEstimate) else Prospects(premises)


def _first_payout(premises: Assumptions, plan: Plan) -> Spread | None:
    waiting = premises.waiting
    if waiting is None:
        return None
    later = sampling.net_hours(premises.conditions, plan.seed)
    first = sampling.first_month(later, premises.beginning, plan.seed)
    hours = plan.hours_per_day * plan.days_per_month / MONTH
    return sampling.days_to_payout(first, later, hours, waiting, plan.seed)


def _reached(target: Money | None, month_of_one_hour: Spread, currency: str, router: Router) -> Target | None:
    """The hours a day that a target takes."""
    if target is None:
        return None
    worth = router.exchanged(target, currency)
    if worth is None:
        return None
    return Target(target, *sampling.hours_for(float(worth.amount), month_of_one_hour))


def _dollars(spread: Spread, *, own_pay: bool) -> Outlook:
    """As money, to the hundredth of a cent: hourly sums are too small to be rounded to cents before they are used."""
    amounts = (Decimal(value).quantize(_CENT_OF_CENT) for value in (spread.low, spread.typical, spread.high))
    low, typical, high = (Money(amount, DOLLAR) for amount in amounts)
    return Outlook(low, typical, high, own_pay)
