"""`microjob recommend`: which sites suit me, and what to do first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from typer import Option

from microjob_cli.advice.ranking import Prefer
from microjob_cli.advice.search import SearchResult, Wish, find_platforms
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.commands import options
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    payout: options.Payout = None,
    also: options.Also = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    device: options.OnDevice = None,
    task: options.Task = None,
    based_in: options.BasedIn = None,
    prefer: Annotated[Prefer, Option("--prefer", help="What matters most.")] = Prefer.ARRIVES,
    hours: Annotated[
        float, Option("--hours", min=0.1, max=24, callback=options.hours, help="Hours of work a day.")
    ] = 2.0,
    amount: options.Amount = None,
    rate: options.Rate = None,
    direct: Annotated[bool, Option("--direct", help="Only sites that pay by it themselves.")] = False,
    limit: Annotated[int, Option("--limit", min=1, help="How many at most.")] = 10,
    every: Annotated[bool, Option("--all", help="Also those to avoid, with the reason.")] = False,
    explain: Annotated[bool, Option("--explain", help="Every reason, and what the order rests on.")] = False,
) -> Result:
    """Which sites suit me, best first, and what to do first."""
    asked = options.wanted(
        settings.catalogue, payout=payout, also=also, without=without,
        max_minimum=max_minimum, device=device, task=task, based_in=based_in,
    )  # fmt: skip
    own = options.own_rates(rate)
    wish = Wish(asked, prefer, hours, options.sum_to_send(amount, settings.catalogue), direct)
    router = Router(settings.catalogue, settings.evidence, settings.country, own)
    found = find_platforms(wish, router, limit)
    shown = [*found.best, *found.unranked] if every else list(found.best)
    query = {
        **options.query_of(asked),
        "prefer": prefer,
        "hours": hours,
        "amount": wish.send,
        **options.rates_asked(own),
        "direct": direct,
        "limit": limit,
        "all": every,
        "explain": explain,
        "country": settings.country,
    }
    routes = [one.route for one in shown if one.route]
    remarks = (
        *_cautions(asked.tasks, settings.catalogue),
        *_left_out(found, every, settings.country),
        *options.route_remarks(routes, settings, router),
    )
    return Result("recommend", query, tuple(shown), _each_once(remarks))


def _each_once(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """A rate may serve for minimums and for routes."""
    return tuple(remark for place, remark in enumerate(remarks) if remark not in remarks[:place])


def _cautions(tasks: Sequence[str], catalogue: Catalogue) -> Iterator[Remark]:
    """What the work that is asked for can cost."""
    for task in map(catalogue.task_types.__getitem__, tasks):
        if task.breaks_rules:
            yield Remark("task-breaks-rules", {"task": task.name, "text": task.breaks_rules})
        if task.danger:
            yield Remark("task-danger", {"task": task.name, "text": task.danger})


def _left_out(found: SearchResult, every: bool, country: str) -> list[Remark]:
    """Who is not shown, and why."""
    remarks = list(options.remarks_of(found))
    remarks += [
        Remark(f"not-ranked-{code}", {"count": count, "methods": tuple(map(MethodId, found.targets))})
        for code, count in sorted(found.unreached.items())
    ]
    if found.more:
        remarks.append(Remark("more", {"count": found.more}))
    counted = Counter(one.excluded or "avoid" for one in found.unranked)
    remarks += [
        Remark(f"not-ranked-{code}", {"count": count, "country": CountryCode(country)})
        for code, count in sorted(counted.items())
    ]
    return [*remarks, Remark("see-all")] if found.unranked and not every else remarks
