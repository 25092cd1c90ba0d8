"""How values and sentences are put into words. English here; other languages override what differs.

Help says sentences alone: what the values are is imported when there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from microjob_cli.catalog.dates import PartialDate
    from microjob_cli.catalog.measures import Days, Fee, Figure, Minutes, Pay, Range
    from microjob_cli.catalog.money import Money
    from microjob_cli.catalog.text import Text

_CURRENCIES = {"BDT": "tk"}
_HUNDREDTH = Decimal("0.01")
_MONTHS = "January February March April May June July August September October November December".split()
_PER = {
    **{of: f"{{pay}} per {of}" for of in ("task", "hour", "day", "week", "month", "year", "member")},
    "thousand": "{pay} per 1,000 tasks",
}
_UNITS = {"%": "{number}%", **{of: f"{{number}} {of}" for of in ("seconds", "minutes", "hours", "months", "times")}}


class Language:
    """English. `say` fills a sentence; the other methods put one value into words."""

    code = "en"

    def say(self, sentence: str, **values: object) -> str:
        words = {name: self.words(value) for name, value in values.items()}
        return self.translated(sentence).format(**words)

    def translated(self, sentence: str) -> str:
        return sentence

    def for_tables(self) -> Language:
        """The same language as spreadsheets and scripts can read it: with Latin digits."""
        return self

    def text(self, text: Text) -> str:
        return text.en

    def words(self, value: object) -> str:
        """Any value of a record as a reader would write it."""
        if value.__class__ is str:
            return str(value)
        from microjob_cli.catalog.dates import PartialDate
        from microjob_cli.catalog.measures import Days, Fee, Figure, Minimum, Minutes, Pay, Percent, Score
        from microjob_cli.catalog.money import Money
        from microjob_cli.catalog.names import CurrencyCode
        from microjob_cli.catalog.text import Text

        match value:
            case CurrencyCode():
                return self.currency(value)
            case Text():
                return self.text(value)
            case Money():
                return self.money(value)
            case Minimum():
                return self.listed((self.money(amount) for amount in value.amounts), self.translated("or"))
            case PartialDate():
                return self.date(value)
            case date():
                return self.date(PartialDate(value.year, value.month, value.day))
            case Fee():
                return self.fee(value)
            case Days():
                return self.days(value)
            case Pay():
                return self.pay(value)
            case Minutes():
                return self.minutes(value)
            case Figure():
                return self.finding(value)
            case Percent():
                return f"{self.number(value.value)}%"
            case Score():
                return f"{self.number(value.points)}/{self.number(value.out_of)}"
            case Decimal() | int() if not isinstance(value, bool):
                return self.number(Decimal(value))
            case frozenset():
                return self.listed(sorted(self.words(item) for item in value), self.translated("and"))
            case tuple() | list():
                return self.listed((self.words(item) for item in value), self.translated("and"))
        return str(value)

    def number(self, number: Decimal | int) -> str:
        from microjob_cli.catalog.money import plain

        return self.figure(plain(Decimal(number)))

    def money(self, money: Money) -> str:
        return f"{self.amount(money.amount)} {self.currency(money.currency)}"

    def amount(self, amount: Decimal) -> str:
        """Whole amounts bare, others to the hundredth at least: 5, 0.50, 0.015."""
        from microjob_cli.catalog.money import WIDE

        bare = amount.normalize()
        if bare == bare.to_integral_value():
            return self.number(bare)
        whole = min(bare, bare.quantize(_HUNDREDTH, context=WIDE), key=lambda number: number.as_tuple().exponent)
        return self.figure(f"{whole:f}")

    def figure(self, digits: str) -> str:
        """A decimal written in digits, with its thousands set apart."""
        whole, _, rest = digits.partition(".")
        return self.grouped(int(whole)) + (f".{rest}" if rest else "")

    def grouped(self, whole: int) -> str:
        return f"{whole:,}"

    def currency(self, code: str) -> str:
        """As people write it where it is used; any other by its code."""
        return _CURRENCIES.get(code, code)

    def date(self, day: PartialDate) -> str:
        """20 February 2022, August 2022, 2013."""
        parts = [str(day.day)] if day.day else []
        parts += [self.month(day.month)] if day.month else []
        return " ".join([*parts, str(day.year)])

    def month(self, month: int) -> str:
        return _MONTHS[month - 1]

    def short_date(self, day: PartialDate) -> str:
        return str(day)

    def range(self, span: Range, told: Callable[[Decimal], str] | None = None) -> str:
        """`told` puts each end into words; a plain number by default."""
        tell = told or self.number
        if span.low is None:
            return self.say("up to {most}", most=tell(span.high or Decimal(0)))
        if span.high is None:
            return self.say("from {least}", least=tell(span.low))
        if span.low == span.high:
            return tell(span.low)
        return self.say("{low} to {high}", low=tell(span.low), high=tell(span.high))

    def fee(self, fee: Fee) -> str:
        from microjob_cli.catalog.measures import Charged

        if fee.free:
            return self.say("free")
        parts = [self.percents(fee.percent)] if fee.percent else []
        parts += [self.money(fee.fixed)] if fee.fixed else []
        told = " + ".join(parts)
        if fee.charged is Charged.ON_TOP:
            return self.say("{fee} on top", fee=told)
        return self.say("{fee}, paid by the sender", fee=told) if fee.charged is Charged.SENDER else told

    def percents(self, span: Range) -> str:
        """`1.5-2%`: what a cell of a table has room for."""
        if span.low is None or span.high is None or span.low == span.high:
            return f"{self.range(span)}%"
        return f"{self.number(span.low)}-{self.number(span.high)}%"

    def days(self, days: Days) -> str:
        if days.high == 0:
            return self.say("the same day")
        told, one = self.range(days.span_of_days), days.high == 1
        if days.working:
            return self.say("{days} working day" if one else "{days} working days", days=told)
        return self.say("{days} day" if one else "{days} days", days=told)

    def pay(self, pay: Pay) -> str:
        return self.say(_PER[pay.per], pay=self.amounts(pay.amount, pay.currency))

    def amounts(self, span: Range, currency: str) -> str:
        return f"{self.range(span, self.amount)} {self.currency(currency)}"

    def minutes(self, minutes: Minutes) -> str:
        one = minutes.amount.low == minutes.amount.high == 1
        return self.say("{minutes} minute" if one else "{minutes} minutes", minutes=self.range(minutes.amount))

    def finding(self, found: Figure) -> str:
        if found.currency is None:
            return self.say(_UNITS[found.unit], number=self.range(found.amount))
        told = self.amounts(found.amount, found.currency)
        return self.say(_PER[found.per], pay=told) if found.per else told

    def listed(self, items: Iterable[str], joiner: str) -> str:
        """a, b and c."""
        all_items = list(items)
        if len(all_items) < 2:
            return "".join(all_items)
        return f"{', '.join(all_items[:-1])} {joiner} {all_items[-1]}"
