"""What an estimate assumes, and on what each assumption rests."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.studies import Ground
from microjob_cli.catalog.text import Text


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
    def used(cls) -> tuple[AssumptionName, ...]:
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
