"""`microjob recommend`: which sites suit me, and what to do first."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

import typer

from microjob_cli.commands import options
from microjob_cli.domain.advice import Advice, Adviser, Person, Verdict
from microjob_cli.domain.filters import Sieve
from microjob_cli.domain.minimums import size_of
from microjob_cli.domain.platform_facts import platform_facts
from microjob_cli.domain.result import Remark, Result
from microjob_cli.environment import Environment


def run(
    environment: Environment,
    payout: options.Payout = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    device: options.OnDevice = None,
    task: options.Task = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 10,
    every: Annotated[bool, typer.Option("--all", help="Also those to avoid, with the reason.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Every reason, for and against.")] = False,
) -> Result:
    """Which sites suit me, best first, and what to do first."""
    catalogue, evidence = environment.catalogue, environment.evidence
    asked = options.wanted(catalogue, payout=payout, without=without, max_minimum=max_minimum, device=device, task=task)
    facts = (platform_facts(platform, evidence) for platform in catalogue.platforms.values())
    sifted = Sieve(asked, catalogue.rates, environment.today).sift(facts)
    adviser = Adviser(Person(environment.country, asked.payout, asked.without), evidence, catalogue.methods)
    advice = [adviser.advise(platform) for platform in sifted.kept]
    ranked = sorted((one for one in advice if _is_ranked(one)), key=lambda one: _order(one, environment))
    rest = [one for one in advice if not _is_ranked(one)]
    shown = tuple([*ranked[:limit], *rest] if every else ranked[:limit])
    query = {
        **options.query_of(asked),
        "limit": limit,
        "all": every,
        "explain": explain,
        "country": environment.country,
    }
    remarks = (*options.remarks_of(sifted), *_not_shown(len(ranked) - limit, rest, every, environment.country))
    return Result("recommend", query, shown, remarks)


def _is_ranked(advice: Advice) -> bool:
    return advice.excluded is None and advice.verdict is not Verdict.AVOID


def _order(advice: Advice, environment: Environment) -> tuple[Any, ...]:
    """Verdict, then how little speaks against it, then how little must be earned before it pays."""
    size = size_of(advice.option, environment.catalogue.rates, environment.today) if advice.option else None
    verdict = list(Verdict).index(advice.verdict)
    return verdict, len(advice.concerns), size is None, size or 0, advice.facts.id


def _not_shown(more: int, rest: list[Advice], every: bool, country: str) -> list[Remark]:
    remarks = [Remark("more", {"count": more})] if more > 0 else []
    counted = Counter(advice.excluded or "avoid" for advice in rest)
    remarks += [
        Remark(f"not-ranked-{code}", {"count": count, "country": country}) for code, count in sorted(counted.items())
    ]
    return [*remarks, Remark("see-all")] if rest and not every else remarks
