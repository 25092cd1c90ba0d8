"""`microjob list`: which sites are there."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from typer import Option

from microjob_cli import completion
from microjob_cli.advice.filters import PlatformFilter, Wanted, wanted_options
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.platform import Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.commands import options
from microjob_cli.payouts.minimums import lowest
from microjob_cli.result import Result
from microjob_cli.settings import Settings

Value = Callable[[PlatformFacts], Any]

DEFAULT_COLUMNS = ("name", "status", "payouts", "minimum", "confirmed")
KNOWN_COLUMNS = (
    "id", "name", "status", "payouts", "minimum", "confirmed", "founded", "headquarters", "accepts", "devices", "tasks",
    "task_pay", "earnings", "warnings", "website", "bengali_name",
)  # fmt: skip
SORTS = ("name", "minimum", "founded", "status", "confirmed")


def run(
    settings: Settings,
    payout: options.Payout = None,
    also: options.Also = None,
    without: options.Without = None,
    max_minimum: options.MaxMinimum = None,
    task: options.Task = None,
    device: options.OnDevice = None,
    status: Annotated[Status | None, Option("--status", help="Only sites of this status.")] = None,
    accepts: Annotated[
        str | None,
        Option("--accepts", metavar="CC", help="Takes people from this country.", autocompletion=completion.COUNTRIES),
    ] = None,
    based_in: options.BasedIn = None,
    sort: Annotated[
        str,
        Option(
            "--sort",
            metavar="FIELD",
            help="name, minimum, founded, status or confirmed.",
            autocompletion=completion.one_of(SORTS),
        ),
    ] = "name",
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
) -> Result:
    """Which sites are there: filter, sort, choose columns."""
    catalogue = settings.catalogue
    shown = options.listed_words(columns, KNOWN_COLUMNS, "no-such-column") if columns is not None else DEFAULT_COLUMNS
    asked = options.wanted(
        catalogue, payout=payout, also=also, without=without, max_minimum=max_minimum, task=task, device=device,
        status=status, accepts=accepts, based_in=based_in,
    )  # fmt: skip
    value = _sorted_by(sort, settings, asked)
    every = (PlatformFacts(platform, settings.evidence) for platform in catalogue.platforms.values())
    sifted = PlatformFilter(asked, catalogue.rates, settings.today).fitting(every)
    query = {
        **options.query_of(asked),
        "status": status,
        "accepts": asked.accepts,
        "sort": sort,
        "reverse": reverse,
        "columns": shown,
    }
    ordered = _in_order(sifted.kept, value, reverse)
    if sort == "minimum":  # who asks for the lowest looks for a site to work on
        from microjob_cli.advice.verdict import never_recommended

        ordered = tuple(sorted(ordered, key=lambda facts: never_recommended(facts) is not None))
    return Result("list", query, ordered, options.remarks_of(sifted))


def _in_order(kept: Sequence[PlatformFacts], value: Value, reverse: bool) -> tuple[PlatformFacts, ...]:
    """By value, equal ones by name; those without a value last, either way."""
    named = sorted(kept, key=_name)
    known = [facts for facts in named if value(facts) is not None]
    rest = [facts for facts in named if value(facts) is None]
    return (*sorted(known, key=value, reverse=reverse), *rest)


def _name(facts: PlatformFacts) -> str:
    return facts.name.casefold()


def _sorted_by(name: str, settings: Settings, asked: Wanted) -> Value:
    """What to sort by: of each site a value, or None where it is not known. Raises UsageProblem."""
    if name not in SORTS:
        raise UsageProblem("no-such-sort", found=name, known=", ".join(SORTS))

    def minimum(facts: PlatformFacts) -> Any:
        options = wanted_options(facts, asked.methods, asked.without)
        found = lowest(options, settings.catalogue.rates, facts.today)
        return found.size if found else None

    def founded(facts: PlatformFacts) -> Any:
        return facts.founded.value.first if facts.founded.value else None

    def status(facts: PlatformFacts) -> Any:
        known = facts.status.value not in (None, Status.UNKNOWN)
        return list(Status).index(facts.status.value) if known and facts.status.value else None

    def confirmed(facts: PlatformFacts) -> Any:
        return -facts.confirmed.first.toordinal() if facts.confirmed else None

    values = {"name": _name, "minimum": minimum, "founded": founded, "status": status, "confirmed": confirmed}
    return values[name]
