"""Finds the sites that fit one person, the best way home from each, and ranks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.advice.filters import PlatformFilter, Wanted
from microjob_cli.advice.ranking import Prefer, is_ranked, order
from microjob_cli.advice.verdict import Advice, Adviser, Person
from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import default_amount
from microjob_cli.payouts.route import Route
from microjob_cli.payouts.router import Router, best_way

if TYPE_CHECKING:
    from microjob_cli.earnings.estimate import Prospects


class Wish(Struct, frozen=True):
    """What a person asks for. `send` None: the larger of the usual amount and the site's minimum."""

    wanted: Wanted
    prefer: Prefer = Prefer.ARRIVES
    hours_per_day: float = 2.0
    send: Money | None = None
    direct: bool = False


class SearchResult(Struct, frozen=True):
    """The best sites and how many more are ranked, those that are not ranked, and who was left out why."""

    best: tuple[Advice, ...]
    more: int
    unranked: tuple[Advice, ...]
    targets: tuple[str, ...]
    unreached: Mapping[str, int]
    unknown: Mapping[str, int]
    rates: tuple[ExchangeRate, ...]


class WayOut(Struct, frozen=True):
    """The best way home from a site; without one, the code of what is lacking."""

    route: Route | None
    lacking: str | None


class PlatformSearch:
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
        self.sieve = PlatformFilter(wanted, router.catalogue.rates, router.evidence.today)

    def seek(self, limit: int) -> SearchResult:
        """Every site that fits, judged and ranked; the first `limit` of them are the best."""
        sifted = self.sieve.sift(PlatformFacts(one, self.evidence) for one in self.catalogue.platforms.values())
        unreached = Counter[str]()
        judged = []
        for facts in sifted.kept:
            way_out = self.way_out(facts.current_payouts)
            if way_out.lacking and self.wish.wanted.payout:
                unreached[way_out.lacking] += 1
            else:
                judged.append(self.advice(facts, way_out.route))
        ranked = sorted(filter(is_ranked, judged), key=lambda one: order(one, self.wish.prefer))
        unranked = sorted((one for one in judged if not is_ranked(one)), key=lambda one: one.facts.id)
        return SearchResult(
            best=tuple(self.for_show(one) for one in ranked[:limit]),
            more=max(len(ranked) - limit, 0),
            unranked=tuple(map(self.for_show, unranked)),
            targets=self.targets,
            unreached=unreached,
            unknown=sifted.unknown,
            rates=sifted.rates,
        )

    def way_out(self, current: tuple[PayoutFacts, ...]) -> WayOut:
        """What the offers of a site come to."""
        usable = [option for option in current if self.is_usable(option)]
        leading = self.router.leading(usable, self.targets)
        route = self.way_home([option for option in leading if self.is_within_minimum(option)])
        return WayOut(route, None if route else "too-little" if leading else "no-route" if usable else "payout-unknown")

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

    def advice(self, facts: PlatformFacts, route: Route | None) -> Advice:
        """A site judged, and where it is ranked with what work there brings."""
        advice = self.adviser.advise(facts, route)
        if not (is_ranked(advice) and self.catalogue.assumptions):
            return advice
        return replace(advice, find_prospects=self.prospects, hours_per_day=self.wish.hours_per_day)

    def prospects(self, advice: Advice) -> Prospects | None:
        """What work on a site comes to, by the option and the way home of the advice."""
        from microjob_cli.earnings import choosing
        from microjob_cli.earnings import estimate as earnings

        about = choosing.About(advice.facts, route=advice.route, option=advice.option)
        return earnings.prospects(self.router, about)

    def for_show(self, advice: Advice) -> Advice:
        """The advice with its way home in full."""
        if advice.route is None:
            return advice
        return replace(advice, route=self.router.as_of_platform(advice.route, advice.facts))
