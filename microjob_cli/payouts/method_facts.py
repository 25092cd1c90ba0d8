"""One payout method in one country on one day: can it be used, what it costs to bring home, who pays by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, Danger, MethodFact, PayoutFacts, PayoutMethod, Standing
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.record_facts import AGES
from microjob_cli.payouts.route import Route, order
from microjob_cli.payouts.router import Router

S = TypeVar("S", MethodFact, Danger)


class Payer(Struct, frozen=True):
    """A platform with its current payout by the method."""

    platform: Platform
    option: PayoutFacts


class MethodFacts(Struct, frozen=True):
    """A payout method in one country on one day.

    `home`: the best way from it to each place where money is kept, and each that brings it there, or into the hand, in
    one step.
    """

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
    send = amount or router.usual(router.currency_of(method))
    homes = [way for to in router.home() if to != method.id for way in _ways(router.from_method(method.id, to, send))]
    notes = [way for to in router.cash() for way in router.from_method(method.id, to, send) if len(way.hops) == 1]

    def told(statements: tuple[S, ...]) -> tuple[S, ...]:
        return tuple(one for one in statements if one.country in (None, country) and heard(one.as_of, one.source))

    return MethodFacts(
        method=method,
        country=country,
        reaches=fact(method.reaches.get(country, ()), AGES["method.reaches"]),
        standing=fact(method.standing.get(country, ())),
        closed=fact(method.closed),
        payers=payers,
        home=tuple(sorted([*homes, *notes], key=order)),
        facts=told(method.facts),
        dangers=told(method.dangers),
    )


def _ways(routes: Sequence[Route]) -> Sequence[Route]:
    """The best, and all others of a single step; that there is none where there is none."""
    opened = [route for route in routes if route.blocked is None]
    return [route for at, route in enumerate(opened) if not at or len(route.hops) == 1] or routes[:1]
