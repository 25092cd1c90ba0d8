"""One payout method in one country on one day: can it be used, what it costs to bring home, who pays by it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from microjob_cli.catalog import freshness
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, Danger, MethodFact, PayoutFacts, PayoutMethod, Standing
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import USUAL
from microjob_cli.payouts.route import Route, order
from microjob_cli.payouts.router import Router


class Payer(Struct, frozen=True):
    """A platform with its current payout by the method."""

    platform: Platform
    option: PayoutFacts


class MethodFacts(Struct, frozen=True):
    """A payout method in one country on one day. `home`: the best way from it to each place where money is kept."""

    method: PayoutMethod
    country: str
    reaches: Fact[Answer]
    standing: Fact[Standing]
    closed: Fact[PartialDate]
    payers: tuple[Payer, ...]
    home: tuple[Route, ...]
    facts: tuple[MethodFact, ...]
    dangers: tuple[Danger, ...]


def payers_of(router: Router) -> Mapping[str, tuple[Payer, ...]]:
    """Who pays by which method on that day."""
    found: dict[str, list[Payer]] = {}
    for platform in router.catalogue.platforms.values():
        for option in PlatformFacts(platform, router.evidence).current_payouts:
            found.setdefault(option.method, []).append(Payer(platform, option))
    return {method: tuple(payers) for method, payers in found.items()}


def method_facts(
    method: PayoutMethod, router: Router, payers: tuple[Payer, ...], amount: Money | None = None
) -> MethodFacts:
    """The facts of a payout method in the router's country. `amount` is what the ways home are reckoned for."""
    fact, country, heard = router.evidence.fact, router.country, router.evidence.heard
    send = amount or Money(USUAL.amount * 10, router.currency_of(method) or USUAL.currency)
    routes = [route for to in router.home() if to != method.id for route in router.from_method(method.id, to, send)[:1]]
    return MethodFacts(
        method=method,
        country=country,
        reaches=fact(method.reaches.get(country, ()), freshness.REACH),
        standing=fact(method.standing.get(country, ())),
        closed=fact(method.closed),
        payers=payers,
        home=tuple(sorted(routes, key=order)),
        facts=tuple(one for one in method.facts if one.country in (None, country) and heard(one.as_of, one.source)),
        dangers=tuple(one for one in method.dangers if one.country in (None, country) and heard(one.as_of, one.source)),
    )
