"""Finds the sites that fit one person, the best way home from each, and puts them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.advice import reasons
from microjob_cli.advice.filters import PlatformFilter, Wanted
from microjob_cli.advice.ranking import Keys, Prefer, keys_of, minimum_of, preference
from microjob_cli.advice.reasons import Reason
from microjob_cli.advice.testimony import Testimony
from microjob_cli.advice.verdict import PAYING, Judge, Judgement, Verdict, not_ranked
from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import default_amount
from microjob_cli.payouts.route import Route, is_sure
from microjob_cli.payouts.router import Router

if TYPE_CHECKING:
    from microjob_cli.earnings.estimate import Estimate

TOO_LITTLE = "too-little"
_VERDICTS = tuple(Verdict)
# What can be unknown of a site so that nobody can tell whether it pays her.
_UNKNOWN = ("payout-unknown", "reach-unknown")


class Wish(Struct, frozen=True):
    """What a person asks for.

    `targets`: where the money shall arrive, any bank or wallet of her country where none is named; `only`: the payouts
    of a site that count. `send` None: the larger of the usual amount and the site's minimum.
    """

    wanted: Wanted = Wanted()
    targets: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    prefer: Prefer = Prefer.SAFEST
    hours_per_day: float = 2.0
    send: Money | None = None


class Advice(Struct, frozen=True, dict=True):
    """What the program thinks of one platform for one person.

    Of a ranked one, `option` is the payout to use there, `route` the best way home from it, `keys` its place in the
    order; `excluded` tells why another is not ranked where the verdict does not. `find_estimate` tells what work there
    comes to.
    """

    judgement: Judgement
    option: PayoutFacts | None = None
    route: Route | None = None
    keys: Keys | None = None
    excluded: str | None = None
    find_estimate: Callable[[], Estimate | None] = lambda: None

    @property
    def facts(self) -> PlatformFacts:
        return self.judgement.facts

    @property
    def verdict(self) -> Verdict:
        return self.judgement.verdict

    @property
    def testimony(self) -> Testimony:
        return self.judgement.testimony

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Those of the verdict, then all else that speaks for the site or against it; each once."""
        told = {one.code: one for one in self.judgement.reasons}
        for reason in self._more():
            told.setdefault(reason.code, reason)
        return tuple(told.values())

    def _more(self) -> Iterator[Reason]:
        facts = self.facts
        yield from reasons.about_status(facts.status)
        yield from reasons.about_country(facts.accepts_from(self.judgement.country), self.judgement.country)
        if self.option:
            yield from reasons.about_option(self.option)
        if self.route:
            yield from reasons.about_route(self.route)
        yield from reasons.about_warnings(facts.warnings)

    @cached_property
    def estimate(self) -> Estimate | None:
        """What work there comes to, reckoned when it is first asked for: most answers do not tell it."""
        return self.find_estimate()


class SearchResult(Struct, frozen=True):
    """The ranked sites, best first, the others by verdict and name; who was left out why, and the rates needed.

    `silent`: how many sites were not even looked at, because nobody says how they pay.
    """

    ranked: tuple[Advice, ...]
    unranked: tuple[Advice, ...]
    unknown: Mapping[str, int]
    rates: tuple[ExchangeRate, ...]
    silent: int = 0


def find_platforms(wish: Wish, router: Router, *, every: bool = True) -> SearchResult:
    """Every site that fits, judged and in order; unless `every`, those of whose payouts nobody speaks are counted."""
    search = Search(wish, router)
    catalogue = router.catalogue
    looked_at: Iterable[Platform] = catalogue.platforms.values()
    silent = 0
    if not every and not search.filter.tests():
        silent = len(catalogue.platforms) - len(catalogue.with_payouts)
        looked_at = (catalogue.platforms[key] for key in catalogue.with_payouts)
    return found_among((PlatformFacts(one, router.evidence) for one in looked_at), search, silent)


def found_among(sites: Iterable[PlatformFacts], search: Search, silent: int = 0) -> SearchResult:
    """Those of the sites that fit, judged and in order."""
    fitting = search.filter.fitting(sites)
    advised = [search.advise(facts) for facts in fitting.kept]
    ranked = sorted((one for one in advised if one.keys), key=lambda one: one.keys or ())
    return SearchResult(
        ranked=tuple(ranked),
        unranked=tuple(sorted((one for one in advised if not one.keys), key=_by_verdict)),
        unknown=fitting.unknown,
        rates=fitting.rates,
        silent=silent,
    )


def _by_verdict(one: Advice) -> tuple[int, str]:
    return _VERDICTS.index(one.verdict), one.facts.name.casefold()


def why_not_ranked(one: Advice) -> str:
    """The code of why a site is not ranked: of its kind, else by the verdict, of an unknown one what is not known."""
    if one.excluded is not None and one.verdict in PAYING:
        return one.excluded
    unknown = (reason.code for reason in one.judgement.grounds if reason.code in _UNKNOWN)
    return next(unknown, str(one.verdict)) if one.verdict is Verdict.UNKNOWN else str(one.verdict)


class Search:
    """Advises on sites in the router's country on the day of its evidence."""

    def __init__(self, wish: Wish, router: Router) -> None:
        self.wish = wish
        self.router = router
        self.judge = Judge(router, wish.targets, wish.only, wish.wanted.without)
        self.filter = PlatformFilter(wish.wanted, router.catalogue.rates, router.evidence.today)

    def judged(self, facts: PlatformFacts) -> Advice:
        """The verdict on one site, without a way home."""
        wanted = self.wish.wanted
        return Advice(self.judge.judge(facts), excluded=not_ranked(facts, wanted.kind, wanted.skill))

    def advise(self, facts: PlatformFacts) -> Advice:
        """The verdict on one site; of one that can pay the person the best way home too, and its place in the order."""
        advice = self.judged(facts)
        if advice.verdict not in PAYING:
            return advice
        judgement, excluded = advice.judgement, advice.excluded
        best = min(self._ways(judgement), key=lambda one: one[0], default=None)
        if best is None:
            return replace(advice, excluded=excluded or TOO_LITTLE)
        keys, option, route = best
        find = cache(lambda: self.estimate(facts, option, route))
        if excluded is not None:
            return Advice(judgement, option, route, None, excluded, find)
        preferred = preference(self.wish.prefer, facts, find)
        return Advice(judgement, option, route, replace(keys, preferred=preferred), None, find)

    def _ways(self, judgement: Judgement) -> Iterator[tuple[Keys, PayoutFacts, Route]]:
        """By each option that reaches the person, and that pays out as little as she asks for, the best way home."""
        asked, router = self.wish.wanted.methods, self.router
        usable = [one for one in judgement.usable if self._is_within_minimum(one)]
        usable = [one for one in usable if one.method in asked] or usable
        earned = self._earned(judgement.facts) if any(one.minimum.known for one in usable) else None
        for option in usable:
            send = self.wish.send or default_amount([option], router.catalogue.rates, router.evidence.today)
            route = router.best_way(judgement.facts.id, [option], self.judge.targets, send)
            if route is not None and is_sure(route.standing, route.available):
                minimum = minimum_of(option, router, earned)
                yield keys_of(judgement, option, route, minimum, self.wish.targets), option, route

    def _is_within_minimum(self, option: PayoutFacts) -> bool:
        """Whether so little as was asked for can be withdrawn by this option; of others no way is of use."""
        return self.wish.wanted.max_minimum is None or self.filter.fits(option) is True

    def _earned(self, facts: PlatformFacts) -> float | None:
        """What an hour a day brings in the first month; None where nothing is assumed of work."""
        if not self.router.catalogue.assumptions:
            return None
        from microjob_cli.earnings.choosing import first_month

        return first_month(self.router, facts)

    def estimate(self, facts: PlatformFacts, option: PayoutFacts, route: Route) -> Estimate | None:
        """What work on a site comes to, by an option and the way home from it."""
        if not self.router.catalogue.assumptions:
            return None
        from microjob_cli.earnings.choosing import About
        from microjob_cli.earnings.estimate import Estimate, Plan, estimate

        found = estimate(self.router, About(facts, route=route, option=option), Plan(self.wish.hours_per_day))
        return found if isinstance(found, Estimate) else None
