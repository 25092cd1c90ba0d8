"""Many platforms, a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from microjob_cli.advice.search import Advice
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform import Status
from microjob_cli.payouts.minimums import lowest
from microjob_cli.render import jsonable
from microjob_cli.render.document import Document, Line, Paragraph, Span, Table, Tone, line, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.verdicts import VERDICT_TONES, who_says
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
    columns = result.query["columns"]
    heads = tuple(page.field(column) for column in columns)
    rows = (tuple(_cell(column, advice, result, page) for column in columns) for advice in result.items)
    return page.with_legend(Table(heads, tuple(rows)))


def nothing_found(page: Formatter) -> Document:
    return (Paragraph(line(page.sentence("nothing-found"))), Paragraph(line(page.sentence("try-fewer"))))


def items(result: Result, page: Formatter) -> Iterator[dict[str, Any]]:
    """One after the other: together they would take more memory than all else."""
    if result.query["brief"]:
        return map(jsonable.brief, result.items)
    return (jsonable.advised(advice, page) for advice in result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The asked columns for a spreadsheet, with the id first and the Bengali name last; what is not known is empty."""
    columns = list(dict.fromkeys(["id", *result.query["columns"], "bengali_name"]))
    unknown = (page.unknown,)

    def told(cell: Line) -> str:
        return "" if cell == unknown else text_of(cell)

    return columns, [[told(_cell(name, advice, result, page)) for name in columns] for advice in result.items]


def _cell(column: str, advice: Advice, result: Result, page: Formatter) -> Line:
    """One column of a site; its minimum among the payout methods that were asked for."""
    if column == "minimum":
        asked = (*result.query["payout"], *result.query["also"])
        return least_cell(_counted(advice, asked), advice, page)
    return COLUMNS[column](advice, page)


def _counted(advice: Advice, asked: Sequence[str] = ()) -> Sequence[PayoutFacts]:
    """The options whose minimum matters: those asked for, else those that reach the person, else all."""
    current = advice.facts.current_payouts
    return [one for one in current if one.method in asked] or advice.judgement.usable or current


def least_cell(options: Sequence[PayoutFacts], advice: Advice, page: Formatter) -> Line:
    """The lowest minimum of some options."""
    found = lowest(options, page.catalogue.rates, advice.facts.today)
    return page.least(found.option.minimum) if found else (page.unknown,)


def _status(advice: Advice, page: Formatter) -> Line:
    fact = advice.facts.status
    if fact.value is None:
        return (page.unknown,)
    old = fact.stale and fact.value is Status.ACTIVE
    return line(Span(page.word(fact.value), Tone.CARE if old else _TONES.get(fact.value, Tone.PLAIN)))


def _payouts(advice: Advice, page: Formatter) -> Line:
    methods = [page.method(option.method) for option in advice.facts.current_payouts]
    return line(", ".join(methods)) if methods else (page.unknown,)


def _confirmed(advice: Advice, page: Formatter) -> Line:
    day = advice.facts.confirmed
    if day is None:
        return line(Span(page.say("undated"), Tone.QUIET))
    old = (advice.facts.today - day.last).days > 365
    return line(Span(page.language.short_date(day), Tone.CARE if old else Tone.PLAIN))


def _tasks(advice: Advice, page: Formatter) -> Line:
    tasks = advice.facts.tasks
    return line(", ".join(page.task(task.task) for task in tasks)) if tasks else (page.unknown,)


def _warnings(advice: Advice, page: Formatter) -> Line:
    return line(", ".join(dict.fromkeys(page.word(warning.code) for warning in advice.facts.warnings)))


def _website(advice: Advice, page: Formatter) -> Line:
    website = advice.facts.platform.website
    return line(website) if website else (page.unknown,)


def _verdict(advice: Advice, page: Formatter) -> Line:
    return line(Span(page.word(advice.verdict), VERDICT_TONES[advice.verdict]))


def _of_fact(name: str) -> Callable[[Advice, Formatter], Line]:
    return lambda advice, page: page.cell(getattr(advice.facts, name))


COLUMNS: Mapping[str, Callable[[Advice, Formatter], Line]] = {
    "id": lambda advice, page: line(advice.facts.id),
    "name": lambda advice, page: line(Span(page.site(advice.facts.platform), Tone.STRONG)),
    "verdict": _verdict,
    "evidence": lambda advice, page: line(who_says(advice, page)),
    "status": _status,
    "payouts": _payouts,
    "minimum": lambda advice, page: least_cell(_counted(advice), advice, page),
    "confirmed": _confirmed,
    "accepts": lambda advice, page: page.cell(advice.facts.accepts_from(page.country)),
    "tasks": _tasks,
    "warnings": _warnings,
    "website": _website,
    "bengali_name": lambda advice, page: line(next(iter(advice.facts.platform.aliases.bn), "")),
    **{
        name: _of_fact(name) for name in ("kind", "skill", "founded", "headquarters", "devices", "task_pay", "earnings")
    },
}
