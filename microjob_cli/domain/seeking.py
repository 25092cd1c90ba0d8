"""Finds the sites that fit one person, the best way home from each, and ranks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from microjob_cli.domain.advice import Advice, Adviser, Person, verdict_of
from microjob_cli.domain.catalogue import ExchangeRate
from microjob_cli.domain.filters import Sieve, Sifted, Wanted
from microjob_cli.domain.minimums import default_amount
from microjob_cli.domain.money import Money
from microjob_cli.domain.outline import OfferedTerms, Outline, Outlines
from microjob_cli.domain.payout import PayoutFacts
from microjob_cli.domain.platform_facts import platform_facts
from microjob_cli.domain.ranking import Candidate, Prefer, is_ranked, order
from microjob_cli.domain.reasons import about_route, concerns_in
from microjob_cli.domain.route import Route
from microjob_cli.domain.routes import Router, best_way
from microjob_cli.domain.values import dataclass, lazily

if TYPE_CHECKING:
    from microjob_cli.domain.earnings import Prospects


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
    """The best sites and how many more are ranked, those that are not ranked, and who was left out why."""

    best: tuple[Advice, ...]
    more: int
    unranked: tuple[Candidate, ...]
    targets: tuple[str, ...]
    unreached: Mapping[str, int]
    unknown: Mapping[str, int]
    rates: tuple[ExchangeRate, ...]


@dataclass(frozen=True, slots=True)
class WayOut:
    """What the offers of a site come to for the person: the way home, the concerns about it and about its option.

    `lacking` is the code of why there is no way home. `possible`: not all are by methods that she cannot use.
    """

    route: Route | None
    concerns: int
    lacking: str | None
    possible: bool


class Seeker:
    """Looks for sites in the router's country on the day of its evidence."""

    def __init__(self, wish: Wish, router: Router) -> None:
        self.wish = wish
        self.router = router
        self.catalogue = router.catalogue
        self.evidence = router.evidence
        self.targets = wish.wanted.payout or router.home()
        person = Person(router.country, without=wish.wanted.without)
        self.adviser = Adviser(person, router.evidence, router.catalogue.methods, router.catalogue.rates)
        wanted = wish.wanted if wish.direct else replace(wish.wanted, payout=())
        self.sieve = Sieve(wanted, router.catalogue.rates, router.evidence.today)
        self.outlines = Outlines(router.catalogue, router.evidence)
        self.ways_out: dict[tuple[OfferedTerms, ...], WayOut] = {}

    def seek(self, limit: int) -> Found:
        """Every site that fits, ranked by its outline; the first `limit` judged in full."""
        sifted, keys = self.sifted()
        unreached = Counter[str]()
        candidates = []
        for key in keys:
            outline = self.outlines.of(key)
            way_out = self.way_out(outline.offers)
            if way_out.lacking and self.wish.wanted.payout:
                unreached[way_out.lacking] += 1
            else:
                candidates.append(self.candidate(key, outline, way_out))
        ranked = sorted(filter(is_ranked, candidates), key=lambda one: order(one, self.wish.prefer))
        best = tuple(one.advice for one in ranked[:limit])
        unranked = tuple(sorted((one for one in candidates if not is_ranked(one)), key=lambda one: one.id))
        more = len(ranked) - len(best)
        return Found(best, more, unranked, self.targets, unreached, sifted.unknown, sifted.rates)

    def sifted(self) -> tuple[Sifted, Iterable[str]]:
        """The ids of the sites that pass the tests. Where none is asked for, no record need be read."""
        if not self.sieve.tests():
            return Sifted(()), self.catalogue.platforms
        every = (platform_facts(platform, self.evidence) for platform in self.catalogue.platforms.values())
        sifted = self.sieve.sift(every)
        return sifted, [platform.id for platform in sifted.kept]

    def candidate(self, key: str, outline: Outline, way_out: WayOut) -> Candidate:
        """A site for the order."""
        welcome = outline.welcome(self.router.country)
        concerns = outline.concerns + welcome.concerns + way_out.concerns
        return lazily(
            Candidate,
            lambda _: self.advice(key, way_out.route),
            id=key,
            verdict=verdict_of(outline.avoided or welcome.refused, concerns),
            concerns=concerns,
            accepted=welcome.accepted,
            route=way_out.route,
            excluded=outline.excluded or (None if way_out.possible else "payout-impossible"),
        )

    def way_out(self, offers: tuple[OfferedTerms, ...]) -> WayOut:
        """What offers come to; sites with the same ones share the reckoning."""
        if offers not in self.ways_out:
            self.ways_out[offers] = self._way_out(offers)
        return self.ways_out[offers]

    def _way_out(self, offers: tuple[OfferedTerms, ...]) -> WayOut:
        current = tuple(offer.option for offer in offers)
        usable = [option for option in current if self.is_usable(option)]
        leading = self.router.leading(usable, self.targets)
        route = self.way_home([option for option in leading if self.is_within_minimum(option)])
        option = self.adviser.option_of(current, route)
        about = [*self.adviser.about_reach(option), *(about_route(route) if route else ())]
        own = sum(offer.concerns for offer in offers if option and offer.method == option.method)
        lacking = None if route else "too-little" if leading else "no-route" if usable else "payout-unknown"
        return WayOut(route, own + concerns_in(about), lacking, self.adviser.can_be_paid(current))

    def is_usable(self, option: PayoutFacts) -> bool:
        """Whether the person may use the option's method."""
        is_wanted = not self.wish.direct or option.method in self.targets
        return is_wanted and option.method not in self.wish.wanted.without

    def is_within_minimum(self, option: PayoutFacts) -> bool:
        """Whether so little as was asked for can be withdrawn by this option; of others no way is of use."""
        return self.wish.wanted.max_minimum is None or self.sieve.fits(option) is True

    def way_home(self, leading: list[PayoutFacts]) -> Route | None:
        """The best way from any site with these options, which lead there, to where the person wants the money."""
        send = self.wish.send or default_amount(leading, self.catalogue.rates, self.evidence.today)
        return best_way(self.router, leading, self.targets, send)

    def advice(self, key: str, route: Route | None) -> Advice:
        """A site judged in full, and where it is ranked with what work there brings."""
        facts = platform_facts(self.catalogue.platforms[key], self.evidence)
        advice = self.adviser.advise(facts, self.router.as_of_platform(route, facts) if route else None)
        return self.with_prospects(advice) if is_ranked(advice) and self.catalogue.assumptions else advice

    def with_prospects(self, advice: Advice) -> Advice:
        """The advice with what a planned hour leaves and how long the first payout takes, reckoned when asked for."""

        @cache
        def prospects() -> Prospects | None:
            from microjob_cli.domain import choosing, earnings

            about = choosing.About(advice.facts, route=advice.route, option=advice.option)
            return earnings.prospects(self.router, about)

        def find(name: str) -> Any:
            if name not in ("net_per_hour", "first_payout_days"):
                return getattr(advice, name)
            found = prospects()
            if found is None or name == "net_per_hour":
                return found and found.net_per_hour
            return found.first_payout_days(self.wish.hours_per_day) if advice.option else None

        return lazily(Advice, find)
