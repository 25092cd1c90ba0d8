"""Amounts of money: exact decimals with a currency."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Self

from msgspec import Struct

from microjob_cli.catalog.codes import CURRENCIES, MINOR_UNITS
from microjob_cli.catalog.errors import FormError

# For rounding sums of any size: the usual context has no room for the cents of a billion billion dollars in rials.
WIDE = Context(prec=100)

_TEXT = re.compile(r"(\d{1,15}(?:\.\d{1,8})?) ([A-Z]{3,5})")


class Money(Struct, frozen=True):
    """An amount, never negative, in one currency (ISO 4217 code or a coin's ticker)."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount < 0 or self.currency not in CURRENCIES:
            raise FormError("money", f"{self.amount} {self.currency}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """`5 USD` -> Money. Raises FormError."""
        match = _TEXT.fullmatch(text.strip())
        if match is None or match[2] not in CURRENCIES:
            raise FormError("money", text)
        return cls(Decimal(match[1]), match[2])

    @property
    def exponent(self) -> Decimal:
        """One minor unit of the currency: 0.01 for taka."""
        return Decimal(1).scaleb(-MINOR_UNITS.get(self.currency, 2))

    def rounded(self) -> "Money":
        """Half up to the currency's minor unit, as every stage of a payout is rounded."""
        return Money(self.amount.quantize(self.exponent, ROUND_HALF_UP, WIDE), self.currency)

    @property
    def span(self) -> tuple[str, Decimal, Decimal]:
        return self.currency, self.amount, self.amount

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.currency}"


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: 5, 0.5, 1000."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
