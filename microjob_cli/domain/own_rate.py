"""Exchange by the user's own rate, which works in both directions, else by the recorded one."""

from __future__ import annotations

from decimal import Decimal

from microjob_cli.domain.money import Money
from microjob_cli.domain.routes import Router

DOLLAR = "USD"


def units(router: Router, base: str, quote: str) -> Decimal | None:
    """How many `quote` one `base` brings; None when no rate is known."""
    if base == quote:
        return Decimal(1)
    if router.own_rate and (base, quote) == (router.currency, DOLLAR):
        return 1 / router.own_rate
    return router.units(base, quote)


def exchanged(router: Router, amount: Money, currency: str) -> Money | None:
    """An amount in another currency, not rounded; None when no rate is known."""
    rate = units(router, amount.currency, currency)
    return Money(amount.amount * rate, currency) if rate else None
