"""The arithmetic of one hop: what is taken, at which rate it turns into another currency, what arrives.

Every stage is rounded half up to the currency's minor unit. Charges that are deducted come off the amount before it is
converted, or after it when they are written in the other currency. A charge on top is paid out of the same balance:
what arrives is `balance / (1 + share)`. What a sender pays takes nothing from the amount. A fee or rate margin that is
not known takes nothing either: the result is then only the most there can be. With an unknown fee (`Carried.fee` None)
that is good for comparing with limits and never shown; with an unknown margin it is shown as a bound. Of a share that
is given as a range the lowest is taken; what the highest leaves is reckoned beside it (`Terms.dearest`).
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.measures import Charged, Fee, Percent, Range
from microjob_cli.catalog.money import Money

_NOUGHT = Decimal(0)


class Terms(Struct, frozen=True):
    """What a hop costs. None means not known. `margin` is how much worse than the rate it converts."""

    fee: Fee | None
    margin: Percent | None = None
    least_fee: Money | None = None
    most_fee: Money | None = None

    @property
    def dearest(self) -> Terms:
        """The same with a share that is given as a range at its highest."""
        if self.fee is None or self.fee.percent is None or is_single(self.fee):
            return self
        highest = Range(self.fee.percent.high, self.fee.percent.high)
        return replace(self, fee=replace(self.fee, percent=highest))


class Carried(Struct, frozen=True):
    """What one hop did. `fee` is in the currency it was taken in, `rate` the one applied; `exact`: nothing unknown."""

    sent: Money
    received: Money
    fee: Money | None
    rate: Decimal | None
    exact: bool


def carry(amount: Money, terms: Terms, currency: str, rate: Decimal | None) -> Carried | None:
    """Moves an amount over a hop into a currency at a rate (units of `currency` per unit of the amount's).

    Returns None when the currencies differ and no rate is known.
    """
    changes = amount.currency != currency
    if changes and rate is None:
        return None
    left, fee = charged(amount, terms)
    applied = rate * (1 - (terms.margin.value if terms.margin else _NOUGHT) / 100) if rate and changes else None
    arrived = Money(left.amount * applied, currency).rounded() if applied else left
    if fee is None and terms.fee is not None:
        arrived, fee = charged(arrived, terms)
    certain = terms.fee is not None and fee is not None and is_single(terms.fee)
    return Carried(amount, arrived, fee, applied, certain and not (changes and terms.margin is None))


def charged(amount: Money, terms: Terms) -> tuple[Money, Money | None]:
    """What is left of an amount, and what was taken; None when the fee is unknown or in another currency."""
    fee = terms.fee
    if fee is None or (fee.fixed is not None and fee.fixed.amount and fee.fixed.currency != amount.currency):
        return amount, None
    share = (fee.percent.low or _NOUGHT) / 100 if fee.percent else _NOUGHT
    fixed = fee.fixed.amount if fee.fixed else _NOUGHT
    match fee.charged:
        case Charged.SENDER:
            return amount, Money(_NOUGHT, amount.currency)
        case Charged.ON_TOP:
            left = Money(max((amount.amount - fixed) / (1 + share), _NOUGHT), amount.currency).rounded()
            taken = Money(max(amount.amount - left.amount, _NOUGHT), amount.currency)
        case Charged.DEDUCTED:
            taken = Money(amount.amount * share + fixed, amount.currency).rounded()
    taken = _within(taken, terms, amount)
    return Money(amount.amount - taken.amount, amount.currency), taken


def _within(taken: Money, terms: Terms, amount: Money) -> Money:
    """The fee not below the least, not above the most, and not more than there is."""
    if terms.least_fee and terms.least_fee.currency == taken.currency:
        taken = max(taken, terms.least_fee, key=lambda money: money.amount)
    if terms.most_fee and terms.most_fee.currency == taken.currency:
        taken = min(taken, terms.most_fee, key=lambda money: money.amount)
    return min(taken, amount, key=lambda money: money.amount)


def is_single(fee: Fee) -> bool:
    """Whether the share is one number, not a range of which the low end is reckoned with."""
    return fee.percent is None or fee.percent.low == fee.percent.high


def credited(base: Money, percent: Percent) -> Money:
    """What an incentive adds. Several incentives are each reckoned on the same base and added, not multiplied."""
    return Money(base.amount * percent.value / 100, base.currency).rounded()
