"""Finds the sites that fit one person, the best way home from each, and ranks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import Any

from microjob_cli.domain.advice import Advice, Adviser, Person
from microjob_cli.domain.catalogue import ExchangeRate
from microjob_cli.domain.filters import Sieve, Wanted
from microjob_cli.domain.minimums import default_amount
from microjob_cli.domain.money import Money
from microjob_cli.domain.payout import PayoutFacts
from microjob_cli.domain.platform_facts import PlatformFacts, platform_facts
from microjob_cli.domain.ranking import NEEDS_PROSPECTS, Prefer, is_ranked, order
from microjob_cli.domain.route import Route
from microjob_cli.domain.routes import Router, best_route
from microjob_cli.domain.values import dataclass, lazily


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person asks for. `send` None: the larger of the usual amount and the site's minimum."""

    wanted: Wanted
    prefer: Prefer = Prefer.ARRIVES
    hours_per_day: float = 2.0
    send: Money | None = None
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The ranked sites, those that are not ranked, and who was left out why."""

    ranked: tuple[Advice, ...]
    rest: tuple[Advice, ...]
    targets: tuple[str, ...]
    unreached: Mapping[str, int]
    unknown: Mapping[str, int]
    rates: tuple[ExchangeRate, ...]


class Seeker:
    """Looks for sites in the router's country on the day of its evidence."""

    def __init__(self, wish: Wish, router: Router) -> None:
        self.wish = wish
        self.router = router
        self.targets = wish.wanted.payout or router.home()
        person = Person(router.country, without=wish.wanted.without)
        self.adviser = Adviser(person, router.evidence, router.catalogue.methods, router.catalogue.rates)
        wanted = wish.wanted if wish.direct else replace(wish.wanted, payout=())
        self.sieve = Sieve(wanted, router.catalogue.rates, router.evidence.today)

    def seek(self, limit: int) -> Found:
        """Every site that fits, judged and ranked; the first `limit` with what an hour there brings."""
        catalogue, evidence = self.router.catalogue, self.router.evidence
        every = (platform_facts(platform, evidence) for platform in catalogue.platforms.values())
        sifted = self.sieve.sift(every)
        unreached = Counter[str]()
        advice = []
        for platform in sifted.kept:
            usable = self.usable(platform)
            route = self.route(platform, usable)
            if route is None and self.wish.wanted.payout:
                unreached["no-route" if any(option.current for option in usable) else "payout-unknown"] += 1
            else:
                advice.append(self.adviser.advise(platform, route))
        ranked = self.ranked([one for one in advice if is_ranked(one)], limit)
        rest = sorted((one for one in advice if not is_ranked(one)), key=lambda one: one.facts.id)
        return Found(tuple(ranked), tuple(rest), self.targets, unreached, sifted.unknown, sifted.rates)

    def ranked(self, advice: list[Advice], limit: int) -> list[Advice]:
        """In order. What an hour brings is reckoned for all only when the order needs it: it takes time."""
        if self.wish.prefer in NEEDS_PROSPECTS:
            advice = [self.with_prospects(one) for one in advice]
        in_order = sorted(advice, key=lambda one: order(one, self.router.country, self.wish.prefer))
        if self.wish.prefer in NEEDS_PROSPECTS:
            return in_order
        return [*map(self.with_prospects, in_order[:limit]), *in_order[limit:]]

    def with_prospects(self, advice: Advice) -> Advice:
        """The advice with what a planned hour leaves and how long the first payout takes, reckoned when asked for."""
        if not self.router.catalogue.assumptions:
            return advice

        def find(name: str) -> Any:
            if name not in ("net_per_hour", "first_payout_days"):
                return getattr(advice, name)
            from microjob_cli.domain import earnings

            if name == "net_per_hour":
                return earnings.net_per_hour(advice.facts, self.router, advice.route)
            if advice.option is None:
                return None
            hours = self.wish.hours_per_day
            return earnings.first_payout_days(advice.facts, advice.option, hours, self.router, advice.route)

        return lazily(Advice, find)

    def usable(self, platform: PlatformFacts) -> list[PayoutFacts]:
        """The payout options that the person may use, if they are current."""
        if platform.id not in self.paying:
            return []
        return [option for option in platform.payouts if option.method in self.methods]

    def route(self, platform: PlatformFacts, usable: list[PayoutFacts]) -> Route | None:
        """The best way from a site to where the person wants the money."""
        if platform.id not in self.connected:
            return None
        offered = [option for option in usable if option.current and self.is_within_minimum(option)]
        send = self.wish.send or default_amount(offered, self.router.catalogue.rates, self.router.evidence.today)
        return best_route(self.router, platform.id, offered, self.targets, send)

    def is_within_minimum(self, option: PayoutFacts) -> bool:
        """Whether so little as was asked for can be withdrawn by this option; of others no way is of use."""
        return self.wish.wanted.max_minimum is None or self.sieve.fits(option) is True

    @cached_property
    def methods(self) -> frozenset[str]:
        """The payout methods that the person may use."""
        possible = self.targets if self.wish.direct else self.router.catalogue.payers
        return frozenset(possible).difference(self.wish.wanted.without)

    @cached_property
    def paying(self) -> frozenset[str]:
        """The sites that have or had an option of such a method: of others nothing need be read."""
        return self.payers(self.methods)

    @cached_property
    def connected(self) -> frozenset[str]:
        """Those of them with an open way home from such a method."""
        return self.payers(
            method for method in self.methods if any(self.router.open_paths(method, to) for to in self.targets)
        )

    def payers(self, methods: Iterable[str]) -> frozenset[str]:
        by_method = self.router.catalogue.payers
        return frozenset(chain.from_iterable(by_method.get(method, ()) for method in methods))
