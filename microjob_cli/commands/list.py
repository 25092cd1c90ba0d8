"""`microjob list`: which sites are there."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

from typer import Option

from microjob_cli import completion
from microjob_cli.advice.ranking import Prefer
from microjob_cli.advice.search import Advice, SearchResult, Wish, find_platforms
from microjob_cli.advice.verdict import Verdict
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.platform import Status
from microjob_cli.commands import options
from microjob_cli.payouts.minimums import size_of
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings

Value = Callable[[Advice], Any]

KNOWN_COLUMNS = (
    "id", "name", "verdict", "evidence", "reach", "status", "payouts", "minimum", "confirmed", "kind", "skill",
    "founded", "headquarters", "accepts", "devices", "tasks", "task_pay", "earnings", "warnings", "website",
    "bengali_name",
)  # fmt: skip
SORTS = ("best", "name", "minimum", "founded", "status", "confirmed")


def run(
    settings: Settings,
    payout: options.Payout = None,
    also: options.Also = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    task: options.Task = None,
    device: options.OnDevice = None,
    kind: options.Kind = None,
    skill: options.SkillAsked = None,
    verdict: Annotated[list[Verdict] | None, Option("--verdict", help="Only of this verdict; repeatable.")] = None,
    status: Annotated[Status | None, Option("--status", help="Only sites of this status.")] = None,
    accepts: Annotated[
        str | None,
        Option("--accepts", metavar="CC", help="Takes people from this country.", autocompletion=completion.COUNTRIES),
    ] = None,
    based_in: options.BasedIn = None,
    prefer: options.PreferWhat = Prefer.SAFEST,
    sort: Annotated[
        str,
        Option(
            "--sort",
            metavar="FIELD",
            help="best, name, minimum, founded, status or confirmed.",
            autocompletion=completion.one_of(SORTS),
        ),
    ] = "best",
    reverse: Annotated[bool, Option("--reverse", help="The other way round; what is not known stays last.")] = False,
    columns: Annotated[
        str | None,
        Option(
            "--columns",
            metavar="A,B",
            help="Which columns, in which order.",
            autocompletion=completion.several_of(KNOWN_COLUMNS),
        ),
    ] = None,
    limit: Annotated[int | None, Option("--limit", min=1, help="How many at most.")] = None,
    every: Annotated[bool, Option("--all", help="On a terminal also those that cannot pay you.")] = False,
    brief: options.Brief = False,
) -> Result:
    catalogue = settings.catalogue
    if sort not in SORTS:
        raise UsageProblem("no-such-sort", found=sort, known=", ".join(SORTS))
    shown = options.listed_words(columns, KNOWN_COLUMNS, "no-such-column") if columns is not None else None
    asked = options.wanted(
        catalogue, payout=payout, also=also, without=without, max_minimum=max_minimum, task=task, device=device,
        status=status, accepts=accepts, based_in=based_in, kind=kind, skill=skill,
    )  # fmt: skip
    router = Router(catalogue, settings.evidence, settings.country)
    found = find_platforms(Wish(asked, prefer=prefer), router)
    ordered = _ordered(found, sort, router, reverse=reverse)
    fitting = [one for one in ordered if not verdict or one.verdict in verdict]
    apart = [one for one in fitting if not one.keys] if brief and not (every or verdict or status) else []
    fitting = [one for one in fitting if one.keys] if apart else fitting
    query = {
        **options.query_of(asked),
        "status": status,
        "accepts": asked.accepts,
        "verdict": tuple(verdict or ()),
        "prefer": prefer,
        "sort": sort,
        "reverse": reverse,
        "columns": shown,
        "limit": limit,
        "all": every,
        "brief": brief,
    }
    # Who has no place in an order by minimums.
    count = len(found.ranked) + len(found.unranked) - len(ordered)
    missing = (Remark("cannot-pay-you", {"count": count}),) if sort == "minimum" and count else ()
    remarks = (*options.remarks_of(found, asked), *missing, *options.not_ranked(apart, settings.country))
    return Result("list", query, tuple(fitting[:limit]), remarks)


def _ordered(found: SearchResult, sort: str, router: Router, *, reverse: bool) -> list[Advice]:
    """By what is asked for, equal ones as they are ranked; those without a value last, either way.

    Who asks for the lowest minimum looks for a site to work on: there only those that can pay her count.
    """
    every = [*found.ranked, *found.unranked]
    if sort == "best":
        return every[::-1] if reverse else every
    by_minimum = sort == "minimum"
    value: Value = partial(_least, router) if by_minimum else _VALUES[sort]
    counted = list(found.ranked) if by_minimum else sorted(every, key=_name)
    known = [one for one in counted if value(one) is not None]
    rest = [one for one in counted if value(one) is None]
    return [*sorted(known, key=value, reverse=reverse), *rest]


def _least(router: Router, one: Advice) -> Decimal | None:
    """The least that is paid out by a method that reaches the person, in dollars."""
    sizes = (size_of(option, router.catalogue.rates, router.evidence.today) for option in one.judgement.usable)
    return min((size for size in sizes if size is not None), default=None)


def _name(one: Advice) -> str:
    return one.facts.name.casefold()


_STATUSES: Sequence[Status | None] = [status for status in Status if status is not Status.UNKNOWN]
_VALUES: dict[str, Value] = {
    "name": _name,
    "founded": lambda one: one.facts.founded.value and one.facts.founded.value.first,
    "status": lambda one: _STATUSES.index(one.facts.status.value) if one.facts.status.value in _STATUSES else None,
    "confirmed": lambda one: one.facts.confirmed and -one.facts.confirmed.first.toordinal(),
}
