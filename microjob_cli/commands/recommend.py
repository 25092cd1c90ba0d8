"""`microjob recommend`: which sites suit me, and what to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, Any

import typer

from microjob_cli.commands import options
from microjob_cli.commands.route import own_rate, route_remarks
from microjob_cli.domain.advice import Advice, Adviser, Person, Verdict
from microjob_cli.domain.filters import Sieve, Sifted, Wanted
from microjob_cli.domain.minimums import default_amount
from microjob_cli.domain.money import Money
from microjob_cli.domain.payout import Answer, PayoutFacts, Standing
from microjob_cli.domain.platform_facts import PlatformFacts, platform_facts
from microjob_cli.domain.result import Remark, Result
from microjob_cli.domain.routes import Route, Router, best_route
from microjob_cli.environment import Environment


def run(
    environment: Environment,
    payout: options.Payout = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    device: options.OnDevice = None,
    task: options.Task = None,
    amount: options.Amount = None,
    rate: options.Rate = None,
    direct: Annotated[bool, typer.Option("--direct", help="Only sites that pay by it themselves.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 10,
    every: Annotated[bool, typer.Option("--all", help="Also those to avoid, with the reason.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Every reason, for and against.")] = False,
) -> Result:
    """Which sites suit me, best first, and what to do first."""
    asked = options.wanted(
        environment.catalogue, payout=payout, without=without, max_minimum=max_minimum, device=device, task=task
    )
    send, own = options.money(amount), own_rate(rate)
    seeker = _Seeker(
        environment, asked, send, Router(environment.catalogue, environment.evidence, environment.country, own)
    )
    advice = [advised for platform in seeker.sifted(direct) if (advised := seeker.advise(platform, direct))]
    ranked = sorted((one for one in advice if _is_ranked(one)), key=lambda one: _order(one, environment.country))
    rest = sorted((one for one in advice if not _is_ranked(one)), key=lambda one: one.facts.id)
    shown = [*ranked[:limit], *rest] if every else ranked[:limit]
    query = {
        **options.query_of(asked),
        "amount": send,
        "rate": own,
        "direct": direct,
        "limit": limit,
        "all": every,
        "explain": explain,
        "country": environment.country,
    }
    routes = [one.route for one in shown if one.route]
    remarks = (
        *seeker.remarks,
        *_not_shown(len(ranked) - limit, rest, every, environment.country),
        *route_remarks(routes, environment, own),
    )
    return Result("recommend", query, tuple(shown), remarks)


class _Seeker:
    """Looks for platforms that fit one person, and for the best way home from each."""

    def __init__(self, environment: Environment, asked: Wanted, send: Money | None, router: Router) -> None:
        self.environment = environment
        self.asked = asked
        self.send = send
        self.router = router
        self.targets = asked.payout or router.home()
        self.unreached: Counter[str] = Counter()
        self.left_out: tuple[Remark, ...] = ()
        person = Person(environment.country, without=asked.without)
        self.adviser = Adviser(person, environment.evidence, environment.catalogue.methods)

    def sifted(self, direct: bool) -> Iterable[PlatformFacts]:
        """The platforms that pass every filter but the payout method, which a route may reach."""
        catalogue, evidence = self.environment.catalogue, self.environment.evidence
        facts = (platform_facts(platform, evidence) for platform in catalogue.platforms.values())
        wanted = self.asked if direct else replace(self.asked, payout=())
        found: Sifted = Sieve(wanted, catalogue.rates, self.environment.today).sift(facts)
        self.left_out = options.remarks_of(found)
        return found.kept

    def advise(self, platform: PlatformFacts, direct: bool) -> Advice | None:
        """The advice on one platform; None, and counted, when the money has no way to where it is wanted."""
        offered = self.offered(platform, direct)
        route = self.route(platform, offered)
        if route is None and self.asked.payout:
            self.unreached["no-route" if offered else "payout-unknown"] += 1
            return None
        return self.adviser.advise(platform, route)

    def offered(self, platform: PlatformFacts, direct: bool) -> list[PayoutFacts]:
        """The payout options that may be used."""
        return [
            option
            for option in platform.current_payouts
            if option.method not in self.asked.without and (not direct or option.method in self.targets)
        ]

    def route(self, platform: PlatformFacts, offered: list[PayoutFacts]) -> Route | None:
        catalogue = self.environment.catalogue
        send = self.send or default_amount(offered, catalogue.rates, self.environment.today)
        return best_route(self.router, platform.id, offered, self.targets, send)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        counted = (
            Remark(f"not-ranked-{code}", {"count": count, "methods": self.targets})
            for code, count in sorted(self.unreached.items())
        )
        return (*self.left_out, *counted)


def _is_ranked(advice: Advice) -> bool:
    return advice.excluded is None and advice.verdict is not Verdict.AVOID


def _order(advice: Advice, country: str) -> tuple[Any, ...]:
    """The order that `docs/ranking.md` publishes."""
    route = advice.route
    accepted = advice.facts.accepts_from(country).value is Answer.YES
    if route is None:
        way: tuple[Any, ...] = (len(Standing), True, not accepted, True, 0)
    else:
        lawful, certain = list(Standing).index(route.standing), route.available is Answer.YES
        # What a bound keeps is no figure to rank by: an unknown charge must not read as none.
        way = (lawful, not certain, not accepted, not route.exact, -(route.kept or 0) if route.exact else 0)
    return list(Verdict).index(advice.verdict), *way, len(advice.concerns), advice.facts.id


def _not_shown(more: int, rest: list[Advice], every: bool, country: str) -> list[Remark]:
    remarks = [Remark("more", {"count": more})] if more > 0 else []
    counted = Counter(advice.excluded or "avoid" for advice in rest)
    remarks += [
        Remark(f"not-ranked-{code}", {"count": count, "country": country}) for code, count in sorted(counted.items())
    ]
    return [*remarks, Remark("see-all")] if rest and not every else remarks
