"""Finds the sites that fit one person, the best way home from each, and ranks them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.advice.filters import PlatformFilter, Wanted
from microjob_cli.advice.ranking import Prefer, is_ranked, order
from microjob_cli.advice.verdict import Advice, Adviser, Person
from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import default_amount
from microjob_cli.payouts.route import Route
from microjob_cli.payouts.router import Router

if TYPE_CHECKING:
    from microjob_cli.earnings.estimate import Estimate


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


def find_platforms(wish: Wish, router: Router, limit: int) -> SearchResult:
    """Every site that fits, judged and ranked; the first `limit` of them are the best."""
    return _Search(wish, router).run(limit)


class _Search:
    """Looks for sites in the router's country on the day of its evidence."""

    def __init__(self, wish: Wish, router: Router) -> None:
        self.wish = wish
        self.router = router
        self.catalogue = router.catalogue
        self.evidence = router.evidence
        self.targets = wish.wanted.payout or router.home()
        wanted = wish.wanted if wish.direct else replace(wish.wanted, payout=())
        self.filter = PlatformFilter(wanted, router.catalogue.rates, router.evidence.today)

    def run(self, limit: int) -> SearchResult:
        unreached = Counter[str]()
        fitting = self.filter.fitting(PlatformFacts(one, self.evidence) for one in self.platforms(unreached))
        person = Person(self.router.country, without=self.wish.wanted.without)
        adviser = Adviser(person, self.evidence, self.catalogue.methods, self.catalogue.rates)
        judged = []
        for facts in fitting.kept:
            way = self.way_home(facts)
            if isinstance(way, str) and self.wish.wanted.payout:
                unreached[way] += 1
            else:
                judged.append(self.with_estimate(adviser.advise(facts, None if isinstance(way, str) else way)))
        ranked = sorted(filter(is_ranked, judged), key=lambda one: order(one, self.wish.prefer))
        return SearchResult(
            best=tuple(ranked[:limit]),
            more=max(len(ranked) - limit, 0),
            unranked=tuple(sorted((one for one in judged if not is_ranked(one)), key=lambda one: one.facts.id)),
            targets=self.targets,
            unreached=unreached,
            unknown=fitting.unknown,
            rates=fitting.rates,
        )

    def platforms(self, unreached: Counter[str]) -> Iterable[Platform]:
        """Those to look at. Where only a payout is asked for, the sites of whose payouts nobody speaks are counted."""
        every = self.catalogue.platforms
        if not self.wish.wanted.payout or self.filter.tests():
            return every.values()
        known = self.catalogue.with_payouts
        unreached.update({"payout-unknown": len(every) - len(known)} if len(known) < len(every) else {})
        return (every[key] for key in known)

    def way_home(self, facts: PlatformFacts) -> Route | str:
        """The best way from a site to where the person wants the money; without one, the code of what is lacking."""
        usable = [option for option in facts.current_payouts if self.is_usable(option)]
        if not usable:
            return "payout-unknown"
        leading = self.router.leading(usable, self.targets)
        if not leading:
            return "no-route"
        enough = [option for option in leading if self.is_within_minimum(option)]
        send = self.wish.send or default_amount(enough, self.catalogue.rates, self.evidence.today)
        return self.router.best_way(facts.id, enough, self.targets, send) or "too-little"

    def is_usable(self, option: PayoutFacts) -> bool:
        """Whether the person may use the option's method."""
        is_wanted = not self.wish.direct or option.method in self.targets
        return is_wanted and option.method not in self.wish.wanted.without

    def is_within_minimum(self, option: PayoutFacts) -> bool:
        """Whether so little as was asked for can be withdrawn by this option; of others no way is of use."""
        return self.wish.wanted.max_minimum is None or self.filter.fits(option) is True

    def with_estimate(self, advice: Advice) -> Advice:
        """The same with how to reckon what work on the site comes to, where it is ranked."""
        if not (is_ranked(advice) and self.catalogue.assumptions):
            return advice
        return replace(advice, find_estimate=lambda: self.estimate(advice))

    def estimate(self, advice: Advice) -> Estimate | None:
        """What work on a site comes to, by the option and the way home of the advice."""
        from microjob_cli.earnings.choosing import About
        from microjob_cli.earnings.estimate import Estimate, Plan, estimate

        about = About(advice.facts, route=advice.route, option=advice.option)
        found = estimate(self.router, about, Plan(self.wish.hours_per_day))
        return found if isinstance(found, Estimate) else None
