"""`microjob recommend`: which sites suit me, and what to do first."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec.structs import replace
from typer import Option

from microjob_cli.advice.ranking import Prefer
from microjob_cli.advice.search import SearchResult, Wish, find_platforms
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.commands import options
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings

# So many are recommended unless more are asked for.
MOST = 10


def run(
    settings: Settings,
    payout: options.Payout = None,
    also: options.Also = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    device: options.OnDevice = None,
    task: options.Task = None,
    kind: options.Kind = None,
    skill: options.SkillAsked = None,
    based_in: options.BasedIn = None,
    prefer: options.PreferWhat = Prefer.SAFEST,
    hours: Annotated[float, options.HOURS] = 2.0,
    amount: options.Amount = None,
    rate: options.Rate = None,
    direct: Annotated[bool, Option("--direct", help="Only sites that pay by it themselves.")] = False,
    limit: Annotated[int | None, Option("--limit", min=1, help="How many at most; else 10, on a terminal 5.")] = None,
    every: Annotated[bool, Option("--all", help="Every site, those that are not ranked too.")] = False,
    explain: Annotated[
        bool, Option("--explain", help="Every reason, and the keys that the order is made from.")
    ] = False,
    brief: options.Brief = False,
) -> Result:
    asked = options.wanted(
        settings.catalogue, payout=payout, also=also, without=without, max_minimum=max_minimum, device=device,
        task=task, kind=kind, skill=skill, based_in=based_in,
    )  # fmt: skip
    own = options.own_rates(rate)
    wish = Wish(
        wanted=asked if direct else replace(asked, payout=()),
        targets=asked.payout,
        only=asked.payout if direct else (),
        prefer=prefer,
        hours_per_day=hours,
        send=options.sum_to_send(amount, settings.catalogue),
    )
    router = Router(settings.catalogue, settings.evidence, settings.country, own)
    found = find_platforms(wish, router, every=every or not asked.payout)
    most = limit or (len(found.ranked) if every else MOST)
    best = found.ranked[:most]
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
        "brief": brief,
        "country": settings.country,
    }
    remarks = (
        *_cautions(asked.task, settings.catalogue),
        *options.remarks_of(found, asked),
        *_left_out(found, len(best), settings.country, every=every),
        *options.route_remarks((one.route for one in best if one.route), router),
    )
    # A rate may serve for minimums and for routes.
    once = tuple(remark for place, remark in enumerate(remarks) if remark not in remarks[:place])
    return Result("recommend", query, (*best, *(found.unranked if every else ())), once)


def _cautions(tasks: Sequence[str], catalogue: Catalogue) -> Iterator[Remark]:
    for task in map(catalogue.task_types.__getitem__, tasks):
        for code, text in (("task-breaks-rules", task.breaks_rules), ("task-danger", task.danger)):
            if text:
                yield Remark(code, {"task": task.name, "text": text})


def _left_out(found: SearchResult, shown: int, country: str, *, every: bool) -> Iterator[Remark]:
    """How many more are ranked, and how many are not and why."""
    if len(found.ranked) > shown:
        more = found.ranked[shown:]
        yield Remark("more", {"count": len(more), "direct": sum(1 for one in more if one.keys and not one.keys.group)})
    yield from options.not_ranked(found.unranked, country, found.silent)
    if (found.unranked or found.silent) and not every:
        yield Remark("see-all")
