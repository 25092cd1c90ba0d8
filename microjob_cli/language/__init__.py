"""How values and sentences are put into words. English here; other languages override what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.measures import Charged, Days, Fee, Minimum, Pay, Range
from microjob_cli.domain.money import Money, plain
from microjob_cli.domain.text import Text

_HUNDREDTH = Decimal("0.01")
_MONTHS = "January February March April May June July August September October November December".split()


class Language:
    """English. `say` fills a sentence; the other methods put one value into words."""

    code = "en"

    def say(self, sentence: str, **values: object) -> str:
        """The sentence in this language with its values put in."""
        words = {name: self.words(value) for name, value in values.items()}
        return self.translated(sentence).format(**words)

    def translated(self, sentence: str) -> str:
        return sentence

    def text(self, text: Text) -> str:
        """A record's own sentence."""
        return text.en

    def words(self, value: object) -> str:
        """Any value of a record as a reader would write it."""
        match value:
            case Text():
                return self.text(value)
            case Money():
                return self.money(value)
            case Minimum():
                return self.listed((self.money(amount) for amount in value.amounts), "or")
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
            case Decimal():
                return self.number(value)
            case frozenset():
                return self.listed(sorted(self.words(item) for item in value), "and")
            case tuple() | list():
                return self.listed((self.words(item) for item in value), "and")
        return str(value)

    def number(self, number: Decimal) -> str:
        whole, _, rest = plain(number).partition(".")
        return f"{int(whole):,}" + (f".{rest}" if rest else "")

    def money(self, money: Money) -> str:
        return f"{self.amount(money.amount)} {self.currency(money.currency)}"

    def amount(self, amount: Decimal) -> str:
        """Whole amounts bare, others to the hundredth at least: 5, 0.50, 0.015."""
        bare = amount.normalize()
        if bare == bare.to_integral_value():
            return self.number(bare)
        return self.fixed(min(bare, bare.quantize(_HUNDREDTH), key=lambda number: number.as_tuple().exponent))

    def fixed(self, number: Decimal) -> str:
        """A number with all its decimal places."""
        return f"{number:,f}"

    def currency(self, code: str) -> str:
        return code

    def date(self, day: PartialDate) -> str:
        """20 February 2022, August 2022, 2013."""
        parts = [str(day.day)] if day.day else []
        parts += [_MONTHS[day.month - 1]] if day.month else []
        return " ".join([*parts, str(day.year)])

    def range(self, span: Range, told: Callable[[Decimal], str] | None = None) -> str:
        """`told` puts each end into words; a plain number by default."""
        tell = told or self.number
        if span.low is None:
            return f"up to {tell(span.high or Decimal(0))}"
        if span.high is None:
            return f"from {tell(span.low)}"
        return tell(span.low) if span.low == span.high else f"{tell(span.low)} to {tell(span.high)}"

    def fee(self, fee: Fee) -> str:
        if fee.free:
            return "free"
        parts = [f"{self.range(fee.percent)}%"] if fee.percent else []
        parts += [self.money(fee.fixed)] if fee.fixed else []
        ending = {Charged.DEDUCTED: "", Charged.ON_TOP: " on top", Charged.SENDER: ", paid by the sender"}
        return " + ".join(parts) + ending[fee.charged]

    def days(self, days: Days) -> str:
        if days.high == 0:
            return "the same day"
        unit = "working day" if days.working else "day"
        plural = "" if days.low == days.high == 1 else "s"
        return f"{self.range(days.span_of_days)} {unit}{plural}"

    def pay(self, pay: Pay) -> str:
        per = {"thousand": "1,000 tasks"}.get(pay.per, str(pay.per))
        return f"{self.range(pay.amount, self.amount)} {self.currency(pay.currency)} per {per}"

    def listed(self, items: Iterable[str], joiner: str) -> str:
        """a, b and c."""
        all_items = list(items)
        if len(all_items) < 2:
            return "".join(all_items)
        return f"{', '.join(all_items[:-1])} {joiner} {all_items[-1]}"


def language() -> Language:
    """The language to answer in."""
    return Language()
