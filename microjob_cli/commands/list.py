"""`microjob list`: which sites are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from microjob_cli.commands import options
from microjob_cli.completion import kinds
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.errors import UsageProblem
from microjob_cli.domain.filters import Sieve, Wanted, wanted_options
from microjob_cli.domain.minimums import lowest
from microjob_cli.domain.platform import Status
from microjob_cli.domain.platform_facts import PlatformFacts, platform_facts
from microjob_cli.domain.result import Result
from microjob_cli.environment import Environment

DEFAULT_COLUMNS = ("name", "status", "payouts", "minimum", "confirmed")
KNOWN_COLUMNS = (
    "id", "name", "status", "payouts", "minimum", "confirmed", "founded", "headquarters", "accepts", "devices", "tasks",
    "task_pay", "earnings", "warnings", "website", "bengali_name",
)  # fmt: skip
SORTS = ("name", "minimum", "founded", "status", "confirmed")


def run(
    environment: Environment,
    payout: options.Payout = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    task: options.Task = None,
    device: options.OnDevice = None,
    status: Annotated[Status | None, typer.Option("--status", help="Only sites of this status.")] = None,
    accepts: Annotated[
        str | None,
        typer.Option("--accepts", metavar="CC", help="Takes people from this country.", autocompletion=kinds.COUNTRIES),
    ] = None,
    based_in: Annotated[
        str | None,
        typer.Option("--based-in", metavar="CC", help="Head office there.", autocompletion=kinds.COUNTRIES),
    ] = None,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="FIELD",
            help="name, minimum, founded, status or confirmed.",
            autocompletion=kinds.one_of(SORTS),
        ),
    ] = "name",
    columns: Annotated[
        str | None,
        typer.Option(
            "--columns",
            metavar="A,B",
            help="Which columns, in which order.",
            autocompletion=kinds.several_of(KNOWN_COLUMNS),
        ),
    ] = None,
) -> Result:
    """Which sites are there: filter, sort, choose columns."""
    shown, catalogue = _columns(columns), environment.catalogue
    asked = options.wanted(
        catalogue, payout=payout, without=without, max_minimum=max_minimum, task=task, device=device,
        status=status, accepts=accepts, based_in=based_in,
    )  # fmt: skip
    key = _sort_key(sort, environment, asked)
    every = (platform_facts(platform, environment.evidence) for platform in catalogue.platforms.values())
    sifted = Sieve(asked, catalogue.rates, environment.today).sift(every)
    query = {
        **options.query_of(asked),
        "status": status,
        "accepts": asked.accepts,
        "based_in": asked.based_in,
        "sort": sort,
        "columns": shown,
    }
    return Result("list", query, tuple(sorted(sifted.kept, key=key)), options.remarks_of(sifted))


def _columns(text: str | None) -> tuple[str, ...]:
    if text is None:
        return DEFAULT_COLUMNS
    names = tuple(name.strip().casefold().replace("-", "_") for name in text.split(",") if name.strip())
    for name in names:
        if name not in KNOWN_COLUMNS:
            raise UsageProblem("no-such-column", found=name, known=", ".join(KNOWN_COLUMNS))
    if not names:
        raise UsageProblem("no-such-column", found=repr(text), known=", ".join(KNOWN_COLUMNS))
    return names


def _sort_key(name: str, environment: Environment, asked: Wanted) -> Callable[[PlatformFacts], Any]:
    if name not in SORTS:
        raise UsageProblem("no-such-sort", found=name, known=", ".join(SORTS))
    return _sort_keys(environment, asked)[name]


def _sort_keys(environment: Environment, asked: Wanted) -> Mapping[str, Callable[[PlatformFacts], Any]]:
    def by_name(facts: PlatformFacts) -> str:
        return facts.name.casefold()

    def by_minimum(facts: PlatformFacts) -> Any:
        catalogue: Catalogue = environment.catalogue
        found = lowest(wanted_options(facts, asked.payout, asked.without), catalogue.rates, facts.today)
        size = found.size if found else None
        return size is None, size or 0, by_name(facts)

    def by_founded(facts: PlatformFacts) -> Any:
        day = facts.founded.value
        return day is None, day.first if day else facts.today, by_name(facts)

    def by_status(facts: PlatformFacts) -> Any:
        return list(Status).index(facts.status.value or Status.UNKNOWN), by_name(facts)

    def by_confirmed(facts: PlatformFacts) -> Any:
        return -facts.confirmed.first.toordinal() if facts.confirmed else 0, by_name(facts)

    return {
        "name": by_name,
        "minimum": by_minimum,
        "founded": by_founded,
        "status": by_status,
        "confirmed": by_confirmed,
    }
