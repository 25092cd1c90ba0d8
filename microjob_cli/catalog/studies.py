"""Published figures about pay, unpaid time, refusals and wages, each with how far it can be relied on."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.facts import Bound, Confidence
from microjob_cli.catalog.measures import Figure
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
