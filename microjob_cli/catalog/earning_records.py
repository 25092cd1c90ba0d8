"""What estimates rest on: studies, price floors, what is assumed and why, and the ledger of claims checked so."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Self

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.facts import Bound, Claim, Confidence
from microjob_cli.catalog.measures import Figure, Pay
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.text import Text


class Ground(StrEnum):
    """What a figure rests on: somebody counted, somebody who can set it has set it, our guess, or a mere claim."""

    MEASURED = "measured"
    RULE = "rule"
    GUESS = "guess"
    CLAIMED = "claimed"


class Measure(StrEnum):
    """What a study looked at."""

    HOURLY_PAY_MEAN = "hourly-pay-mean"
    HOURLY_PAY_MEDIAN = "hourly-pay-median"
    HOURLY_PAY_OBSERVED = "hourly-pay-observed"
    HOURLY_PAY_OFFERED = "hourly-pay-offered"
    HOURLY_PAY_LEAST = "hourly-pay-least"
    SHARE_BY_PAY = "share-by-pay"
    TASK_PRICE = "task-price"
    TASK_TIME = "task-time"
    INCOME_CLAIM = "income-claim"
    UNPAID_TIME = "unpaid-time"
    ACCEPTANCE = "acceptance"
    NON_PAYMENT = "non-payment"
    WORK_SUPPLY = "work-supply"
    BEGINNER_LADDER = "beginner-ladder"
    LIFETIME_EARNINGS = "lifetime-earnings"
    WAGE = "wage"


class Counted(StrEnum):
    """Whether an hourly figure divides by unpaid time too."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Study(Struct, frozen=True):
    """One published figure. `year` is when it was measured, not printed.

    `benchmark` is its short name beside an estimate; `hours_per_month` makes an hourly figure of a monthly one;
    `comparable`: an hourly figure for work like that which the estimator reckons with.
    """

    id: str
    measures: Measure
    value: Figure
    region: Text
    platforms: Text
    unpaid_counted: Counted
    basis: Ground
    en: str
    bn: str
    source: str
    confidence: Confidence
    year: PartialDate | None = None
    sample: Text | None = None
    bound: Bound = Bound.EXACT
    comparable: bool = False
    benchmark: Text | None = None
    hours_per_month: Decimal | None = None

    def __post_init__(self) -> None:
        if self.hours_per_month is not None and not 0 < self.hours_per_month <= 744:
            raise FormError("number", str(self.hours_per_month))

    @property
    def text(self) -> Text:
        return Text(self.en, self.bn)

    @property
    def per_hour(self) -> Money | None:
        """A single amount per hour, as stated or by the hours of a month; None for other figures."""
        low, high, currency = self.value.amount.low, self.value.amount.high, self.value.currency
        if low is None or low != high or currency is None:
            return None
        if self.value.per == "hour":
            return Money(low, currency)
        return (
            Money(low / self.hours_per_month, currency) if self.value.per == "month" and self.hours_per_month else None
        )


class Zone(StrEnum):
    """Which workers a task is open to."""

    INTERNATIONAL = "international"
    ASIA = "asia"
    WESTERN = "western"


class Floor(Struct, frozen=True):
    """One of the site's own categories. `task` is the task type it belongs to, None if it fits none."""

    name: Text
    least: Mapping[Zone, tuple[Claim[Pay], ...]]
    task: str | None = None


class PriceFloors(Struct, frozen=True):
    """The price floors of one site. `zone_of` tells in which zone a country is."""

    id: str
    platform: str
    floors: tuple[Floor, ...]
    zone_of: Mapping[str, tuple[Claim[Zone], ...]] = field(default_factory=dict)


class AssumptionName(StrEnum):
    """Everything an estimate assumes, in the order of the formula."""

    WORK_FOUND_SHARE = "work-found-share"
    WELL_PAID_WORK_SHARE = "well-paid-work-share"
    MINUTES_PER_TASK = "minutes-per-task"
    UNPAID_SHARE = "unpaid-share"
    PRICE = "price"
    ACCEPTANCE = "acceptance"
    FEE_SHARE = "fee-share"
    FIRST_MONTH_WORK = "first-month-work"
    FIRST_MONTH_ACCEPTANCE = "first-month-acceptance"
    PAYOUT_MINIMUM = "payout-minimum"
    REVIEW_DAYS = "review-days"
    PAYOUT_DAYS = "payout-days"

    @property
    def key(self) -> str:
        """As options and JSON write it: `work_found_share`."""
        return self.replace("-", "_")

    @classmethod
    def used(cls) -> tuple[Self, ...]:
        """What every estimate uses; work that pays well has a share of its own only in the place of the usual one."""
        return tuple(name for name in cls if name is not cls.WELL_PAID_WORK_SHARE)


class Unit(StrEnum):
    """What an assumption is counted in."""

    SHARE = "share"
    MINUTES = "minutes"
    DAYS = "days"
    USD = "usd"
    USD_PER_TASK = "usd-per-task"
    USD_PER_HOUR = "usd-per-hour"
    RATE = "rate"


# What a value may be, by its unit.
LIMITS: Mapping[Unit, tuple[float, float]] = {
    Unit.SHARE: (0, 1),
    Unit.MINUTES: (0.01, 24 * 60),
    Unit.DAYS: (0, 3650),
    Unit.USD: (0, 10**6),
    Unit.USD_PER_TASK: (0, 10**4),
    Unit.USD_PER_HOUR: (0, 10**4),
}


class Support(Struct, frozen=True):
    """What something rests on: a study, a page, a field of a record, or this program's own estimate.

    Exactly one of them; a field goes with its record, an estimate is named by its hours a day.
    """

    study: str | None = None
    source: str | None = None
    platform: str | None = None
    method: str | None = None
    task: str | None = None
    field: str | None = None
    estimate_hours: Decimal | None = None

    def __post_init__(self) -> None:
        every = (self.study, self.source, self.platform, self.method, self.task, self.estimate_hours)
        given = [one for one in every if one is not None]
        hours = self.estimate_hours
        if len(given) != 1 or (self.record is None) != (self.field is None) or (hours and not 0 < hours <= 24):
            raise FormError("support", ", ".join(map(str, given)))

    @property
    def record(self) -> str | None:
        """The record whose field it is."""
        return self.platform or self.method or self.task


class Assumption(Struct, frozen=True):
    """A default. `low`, `typical` and `high` go with a low, typical and high result: few minutes are `high`."""

    id: AssumptionName
    name: Text
    low: Decimal
    typical: Decimal
    high: Decimal
    unit: Unit
    basis: Ground
    rests_on: tuple[Support, ...]
    why: Text

    def __post_init__(self) -> None:
        least, most = sorted((self.low, self.high))
        lowest, highest = LIMITS.get(self.unit, (0, 0))
        if not lowest <= least <= self.typical <= most <= highest or not self.rests_on:
            raise FormError("assumption", f"{self.low}, {self.typical}, {self.high}")


class Holds(StrEnum):
    """What the evidence makes of a claim."""

    HOLDS = "holds"
    ROSY = "rosy"
    OUTDATED = "outdated"
    WRONG = "wrong"
    UNPROVEN = "unproven"


class LedgerEntry(Struct, frozen=True):
    """One claim, in which source it stands, and what the evidence makes of it."""

    id: str
    claim: Text
    source: str
    verdict: Holds
    why: Text
    evidence: tuple[Support, ...]
