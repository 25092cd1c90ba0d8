"""The lowest minimum of several payout options, across currencies."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from microjob_cli.catalog.catalogue import ExchangeRate, convert
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts

# The currency that sites mostly pay in and most rates are quoted against: what amounts of several currencies are
# ordered by, what an hour of work is reckoned in, and what one's own rate is of unless another is named with it.
DOLLAR = "USD"
# What routes are reckoned for when nobody names an amount.
USUAL = Money(Decimal(10), DOLLAR)


def lowest(options: Iterable[PayoutFacts], rates: tuple[ExchangeRate, ...], today: date) -> PayoutFacts | None:
    """The option with the lowest known minimum; None when none is known.

    Those that cannot be compared come last, by their bare amounts, which may at least be of one currency.
    """

    def rank(option: PayoutFacts) -> tuple[bool, Decimal, Decimal]:
        size, amounts = size_of(option, rates, today), option.minimum.value.amounts if option.minimum.value else ()
        return size is None, size or Decimal(0), min((money.amount for money in amounts), default=Decimal(0))

    return min((option for option in options if option.minimum.known), key=rank, default=None)


def size_of(option: PayoutFacts, rates: tuple[ExchangeRate, ...], today: date) -> Decimal | None:
    """The smallest of the option's alternative minimums in dollars, for ordering only."""
    if option.minimum.value is None:
        return None
    sizes = [_size(amount, rates, today) for amount in option.minimum.value.amounts]
    return min((size for size in sizes if size is not None), default=None)


def _size(amount: Money, rates: tuple[ExchangeRate, ...], today: date) -> Decimal | None:
    if amount.currency == DOLLAR:
        return amount.amount
    converted = convert(amount, DOLLAR, rates, today)
    return converted.money.amount if converted else None


def default_amount(options: Iterable[PayoutFacts], rates: tuple[ExchangeRate, ...], today: date) -> Money:
    """The larger of the usual amount and the lowest minimum of the options, in the minimum's own currency."""
    found = lowest(options, rates, today)
    size = size_of(found, rates, today) if found else None
    if found is None or found.minimum.value is None or size is None or size <= USUAL.amount:
        return USUAL
    return next(amount for amount in found.minimum.value.amounts if _size(amount, rates, today) == size)
