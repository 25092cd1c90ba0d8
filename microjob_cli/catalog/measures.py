"""The small values that payout and pay terms are made of, each read from one line of text."""

import re
from contextlib import suppress
from decimal import Decimal
from enum import StrEnum
from typing import Self

from msgspec import Struct

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.money import CURRENCIES, Money, plain

# Patterns are texts here: each is compiled when the first value of its sort is read, and a call reads few sorts.
_NUMBER = r"\d{1,12}(?:\.\d{1,6})?"
_RANGE = rf"(?:(?P<low>{_NUMBER})(?: to (?P<high>{_NUMBER}))?|up to (?P<most>{_NUMBER})|from (?P<least>{_NUMBER}))"


class Charged(StrEnum):
    """Who bears a fee, and how: taken from the amount, added to it, or borne by whoever sends it."""

    DEDUCTED = "deducted"
    ON_TOP = "on_top"
    SENDER = "sender"


class Per(StrEnum):
    """What a pay figure is for."""

    TASK = "task"
    THOUSAND = "thousand"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Range(Struct, frozen=True):
    """From `low` to `high`; None means that the source sets no limit on that side."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise FormError("range", str(self))

    @classmethod
    def of(cls, match: re.Match[str]) -> Self:
        """The range in the named groups of `_RANGE`."""
        low, high = match["low"] or match["least"], match["high"] or match["most"] or match["low"]
        return cls(Decimal(low) if low else None, Decimal(high) if high else None)

    def __str__(self) -> str:
        if self.low is None:
            return f"up to {plain(self.high or Decimal(0))}"
        if self.high is None:
            return f"from {plain(self.low)}"
        return plain(self.low) if self.low == self.high else f"{plain(self.low)} to {plain(self.high)}"


def _read_range(pattern: str, text: str, form: str) -> tuple[Range, re.Match[str]]:
    """The range in a text of that pattern, and all that it matched; a currency in it must be one. Raises FormError."""
    match = re.fullmatch(pattern, text.strip())
    if match and (match.groupdict().get("currency") or "USD") in CURRENCIES:
        with suppress(FormError):
            return Range.of(match), match
    raise FormError(form, text)


class Minimum(Struct, frozen=True):
    """The least that can be withdrawn. Several amounts are alternatives: either is enough."""

    amounts: tuple[Money, ...]

    def __post_init__(self) -> None:
        currencies = [money.currency for money in self.amounts]
        if not currencies or len(currencies) != len(set(currencies)):
            raise FormError("minimum", str(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """`4 USD or 300 BDT` -> Minimum. Raises FormError."""
        try:
            return cls(tuple(Money.parse(part) for part in text.split(" or ")))
        except FormError:
            raise FormError("minimum", text) from None

    @property
    def span(self) -> tuple[str, Decimal, Decimal] | None:
        return self.amounts[0].span if len(self.amounts) == 1 else None

    def exceeds(self, other: "Minimum") -> bool:
        """Whether it surely takes more: each amount is above one of its currency there."""
        least = {money.currency: money.amount for money in other.amounts}
        return all(money.currency in least and money.amount > least[money.currency] for money in self.amounts)

    def __str__(self) -> str:
        return " or ".join(str(money) for money in self.amounts)


_PERCENT = rf"({_NUMBER})%(?: to ({_NUMBER})%)?"
_CHARGED = {" on top": Charged.ON_TOP, " by sender": Charged.SENDER}


class Fee(Struct, frozen=True):
    """What a payout or transfer costs: a share of the amount (in percent), a fixed sum, or both."""

    percent: Range | None
    fixed: Money | None
    charged: Charged = Charged.DEDUCTED

    @classmethod
    def parse(cls, text: str) -> Self:
        """`1.5% to 2% + 0.50 USD on top` -> Fee; `0` is free. Raises FormError."""
        body, charged = text.strip(), Charged.DEDUCTED
        ending = next((ending for ending in _CHARGED if body.endswith(ending)), None)
        if ending:
            body, charged = body.removesuffix(ending), _CHARGED[ending]
        try:
            fee = cls(*_taken(body), charged)
        except FormError:
            raise FormError("fee", text) from None
        return cls(_NOTHING, None, charged) if fee.free else fee

    @property
    def free(self) -> bool:
        """Whether nothing at all is taken."""
        share = self.percent is None or self.percent.high == 0
        return share and (self.fixed is None or self.fixed.amount == 0)

    def __str__(self) -> str:
        ending = next((ending for ending, charged in _CHARGED.items() if charged is self.charged), "")
        if self.free:
            return f"0{ending}"
        share = "" if self.percent is None else str(self.percent).replace(" to ", "% to ") + "%"
        return " + ".join(part for part in (share, str(self.fixed or "")) if part) + ending


_NOTHING = Range(Decimal(0), Decimal(0))


def _taken(text: str) -> tuple[Range | None, Money | None]:
    """The share and the fixed sum in `2% + 0.50 USD`. Raises FormError."""
    if text == "0":
        return _NOTHING, None
    percent, fixed = None, None
    for part in text.split(" + "):
        match = re.fullmatch(_PERCENT, part)
        if match and percent is None:
            percent = Range(Decimal(match[1]), Decimal(match[2] or match[1]))
        elif not match and fixed is None:
            fixed = Money.parse(part)
        else:
            raise FormError("fee", text)
    return percent, fixed


_DAYS = rf"{_RANGE}(?P<working> working)?"


class Days(Struct, frozen=True):
    """How long something takes, in calendar days or in working days."""

    span_of_days: Range
    working: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """`3 to 5 working` -> Days. Raises FormError."""
        amount, match = _read_range(_DAYS, text, "number of days")
        return cls(amount, bool(match["working"]))

    @property
    def low(self) -> Decimal | None:
        return self.span_of_days.low

    @property
    def high(self) -> Decimal | None:
        return self.span_of_days.high

    def __str__(self) -> str:
        return f"{self.span_of_days}{' working' if self.working else ''}"


_PAY = rf"{_RANGE} (?P<currency>[A-Z]{{3,5}}) per (?P<per>task|thousand|hour|day|week|month)"


class Pay(Struct, frozen=True):
    """What work brings, in one currency, per task, thousand tasks, hour, day, week or month."""

    amount: Range
    currency: str
    per: Per

    @classmethod
    def parse(cls, text: str) -> Self:
        """`0.02 to 2 USD per task` -> Pay. Raises FormError."""
        amount, match = _read_range(_PAY, text, "pay")
        return cls(amount, match["currency"], Per(match["per"]))

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} per {self.per}"


class Percent(Struct, frozen=True):
    """A share in percent, 0 to 100."""

    value: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """`75%` -> Percent. Raises FormError."""
        match = re.fullmatch(rf"({_NUMBER})%", text.strip())
        if match is None or Decimal(match[1]) > 100:
            raise FormError("percentage", text)
        return cls(Decimal(match[1]))

    @property
    def span(self) -> tuple[str, Decimal, Decimal]:
        return "%", self.value, self.value

    def __str__(self) -> str:
        return f"{plain(self.value)}%"


class Score(Struct, frozen=True):
    """A rating out of its best possible value."""

    points: Decimal
    out_of: Decimal

    @classmethod
    def parse(cls, text: str) -> Self:
        """`3.9/5` -> Score. Raises FormError."""
        match = re.fullmatch(rf"({_NUMBER})/({_NUMBER})", text.strip())
        if match is None or Decimal(match[1]) > Decimal(match[2]) or Decimal(match[2]) == 0:
            raise FormError("score", text)
        return cls(Decimal(match[1]), Decimal(match[2]))

    def __str__(self) -> str:
        return f"{plain(self.points)}/{plain(self.out_of)}"


class Minutes(Struct, frozen=True):
    """How many minutes one task takes, with reading it and sending proof."""

    amount: Range

    @classmethod
    def parse(cls, text: str) -> Self:
        """`1 to 5` -> Minutes. Raises FormError."""
        amount, _ = _read_range(_RANGE, text, "number of minutes")
        return cls(amount)

    @property
    def span(self) -> tuple[str, Decimal | None, Decimal | None]:
        return "minutes", self.amount.low, self.amount.high

    def __str__(self) -> str:
        return str(self.amount)


_FIGURE = (
    rf"{_RANGE}(?P<unit>%| minutes| seconds| hours| months| times"
    r"| (?P<currency>[A-Z]{3,5})(?: per (?:task|thousand|hour|day|week|month|year|member))?)"
)


class Figure(Struct, frozen=True):
    """What a study found: a number or a range in a unit, which may be a currency, and per what."""

    amount: Range
    unit: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """`4.43 USD per hour` -> Figure; also `33%`, `20 minutes`. Raises FormError."""
        amount, match = _read_range(_FIGURE, text, "figure")
        return cls(amount, match["unit"].strip())

    @property
    def currency(self) -> str | None:
        """The currency of an amount of money; None for other figures."""
        first = self.unit.split(" ", 1)[0]
        return first if first in CURRENCIES else None

    @property
    def per(self) -> str | None:
        """What an amount of money is for: `hour`, `month`, `task` ..."""
        return self.unit.partition(" per ")[2] or None

    def __str__(self) -> str:
        return f"{self.amount}{'' if self.unit == '%' else ' '}{self.unit}"
