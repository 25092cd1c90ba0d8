"""Many platforms, a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from microjob_cli.advice.filters import wanted_options
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.minimums import lowest
from microjob_cli.render import jsonable
from microjob_cli.render.document import Document, Heading, Line, Paragraph, Span, Table, Tone, line, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_TONES = {
    Status.ACTIVE: Tone.GOOD,
    Status.NOT_PAYING_REPORTS: Tone.AVOID,
    Status.CLOSED: Tone.QUIET,
    Status.MERGED: Tone.QUIET,
}


def document(result: Result, page: Formatter) -> Document:
    """A table of the asked columns, and how to read on."""
    if not result.items:
        return nothing_found(page)
    if result.query["sort"] != "minimum":
        return page.with_legend(_table(result.items, result, page))
    from microjob_cli.advice.verdict import never_recommended

    # A low minimum shall lead nobody to a site that is not recommended: those stand apart.
    offered = [facts for facts in result.items if never_recommended(facts) is None]
    apart = result.items[len(offered) :]
    first = page.with_legend(_table(offered, result, page)) if offered else ()
    if not apart:
        return first
    title = Heading(line(page.say("Not recommended, whatever their minimum")))
    return (*first, title, *page.with_legend(_table(apart, result, page)))


def nothing_found(page: Formatter) -> Document:
    return (Paragraph(line(page.sentence("nothing-found"))), Paragraph(line(page.sentence("try-fewer"))))


def _table(shown: Sequence[PlatformFacts], result: Result, page: Formatter) -> Table:
    columns = result.query["columns"]
    heads = tuple(page.field(column) for column in columns)
    return Table(heads, tuple(tuple(_cell(column, facts, result, page) for column in columns) for facts in shown))


def items(result: Result, page: Formatter) -> Iterator[dict[str, Any]]:
    """One after the other: together they would take more memory than all else."""
    return (jsonable.platform(facts, page) for facts in result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The asked columns for a spreadsheet, with the id first and the Bengali name last."""
    columns = ["id", *result.query["columns"], "bengali_name"]
    return columns, [[text_of(_cell(name, facts, result, page)) for name in columns] for facts in result.items]


def _status(facts: PlatformFacts, page: Formatter) -> Line:
    status = facts.status.value
    if status is None:
        return (page.unknown,)
    old = facts.status.stale and status is Status.ACTIVE
    return line(Span(page.word(status), Tone.CARE if old else _TONES.get(status, Tone.PLAIN)))


def _payouts(facts: PlatformFacts, page: Formatter) -> Line:
    methods = [page.method(option.method) for option in facts.current_payouts]
    return line(", ".join(methods)) if methods else (page.unknown,)


def _cell(column: str, facts: PlatformFacts, result: Result, page: Formatter) -> Line:
    """One column of a site; its minimum among the payout methods that were asked for."""
    if column == "minimum":
        methods = (*result.query["payout"], *result.query["also"])
        return _minimum_among(wanted_options(facts, methods, result.query["without"]), facts, page)
    return COLUMNS[column](facts, page)


def _minimum_among(options: Sequence[PayoutFacts], facts: PlatformFacts, page: Formatter) -> Line:
    found = lowest(options, page.catalogue.rates, facts.today)
    return page.least(found.option.minimum) if found else (page.unknown,)


def _confirmed(facts: PlatformFacts, page: Formatter) -> Line:
    day = facts.confirmed
    if day is None:
        return line(Span(page.say("undated"), Tone.QUIET))
    old = (facts.today - day.last).days > 365
    return line(Span(page.language.short_date(day), Tone.CARE if old else Tone.PLAIN))


def _tasks(facts: PlatformFacts, page: Formatter) -> Line:
    return line(", ".join(page.task(task.task) for task in facts.tasks)) if facts.tasks else (page.unknown,)


def _warnings(facts: PlatformFacts, page: Formatter) -> Line:
    return line(", ".join(dict.fromkeys(page.word(warning.code) for warning in facts.warnings)))


COLUMNS: Mapping[str, Callable[[PlatformFacts, Formatter], Line]] = {
    "id": lambda facts, page: line(facts.id),
    "name": lambda facts, page: line(Span(page.site(facts.platform), Tone.STRONG)),
    "status": _status,
    "payouts": _payouts,
    "minimum": lambda facts, page: _minimum_among(facts.current_payouts, facts, page),
    "confirmed": _confirmed,
    "founded": lambda facts, page: page.cell(facts.founded),
    "headquarters": lambda facts, page: page.cell(facts.headquarters),
    "accepts": lambda facts, page: page.cell(facts.accepts_from(page.country)),
    "devices": lambda facts, page: page.cell(facts.devices),
    "tasks": _tasks,
    "task_pay": lambda facts, page: page.cell(facts.task_pay),
    "earnings": lambda facts, page: page.cell(facts.earnings),
    "warnings": _warnings,
    "website": lambda facts, page: line(facts.platform.website) if facts.platform.website else (page.unknown,),
    "bengali_name": lambda facts, page: line(next(iter(facts.platform.aliases.bn), "")),
}
