"""Two or three platforms side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from microjob_cli.domain.advice import Advice
from microjob_cli.domain.result import Result
from microjob_cli.output import jsonable
from microjob_cli.output.disputed import marked, with_legend
from microjob_cli.output.document import Document, Line, Span, Table, Tone, line
from microjob_cli.output.page import Page
from microjob_cli.output.verdicts import VERDICT_TONES
from microjob_cli.output.views.list import COLUMNS

_SHARED = ("status", "confirmed", "accepts", "payouts")
_LATER = ("devices", "tasks", "task_pay", "earnings", "founded", "headquarters", "warnings")


def document(result: Result, page: Page) -> Document:
    """A row a field, a column a platform."""
    names = tuple(page.site(advice.facts.platform) for advice in result.items)
    rows = tuple((line(Span(head, Tone.QUIET)), *cells) for head, cells in _rows(result, page))
    return with_legend(Table(("", *names), rows), page)


def items(result: Result, page: Page) -> list[dict[str, Any]]:
    return [{**jsonable.platform(advice.facts, page), "verdict": str(advice.verdict)} for advice in result.items]


def table(result: Result, page: Page) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    columns = ["field", *(advice.facts.id for advice in result.items)]
    return columns, [
        [head, *("".join(span.text for span in cell) for cell in cells)] for head, cells in _rows(result, page)
    ]


def _rows(result: Result, page: Page) -> list[tuple[str, list[Line]]]:
    def row(head: str, cell: Callable[[Advice], Line]) -> tuple[str, list[Line]]:
        return head, [cell(advice) for advice in result.items]

    def column(name: str) -> tuple[str, list[Line]]:
        return row(page.field(name), lambda advice: COLUMNS[name](advice.facts, page))

    verdict = row(
        page.field("verdict"), lambda advice: line(Span(page.word(advice.verdict), VERDICT_TONES[advice.verdict]))
    )
    per_method = [
        row(page.say("{method}: {field}", method=method, field=page.field(name).casefold()), _term(method, name, page))
        for method in dict.fromkeys(option.method for advice in result.items for option in advice.facts.current_payouts)
        for name in ("minimum", "fee", "days")
        if any(_known(advice, method, name) for advice in result.items)
    ]
    return [verdict, *map(column, _SHARED), *per_method, *map(column, _LATER)]


def _known(advice: Advice, method: str, name: str) -> bool:
    return any(getattr(option, name).known for option in advice.facts.current_payouts if option.method == method)


def _term(method: str, name: str, page: Page) -> Callable[[Advice], Line]:
    def cell(advice: Advice) -> Line:
        option = next((option for option in advice.facts.current_payouts if option.method == method), None)
        if option is None:
            return line(Span("-", Tone.QUIET))
        fact = getattr(option, name)
        if not fact.known:
            return (page.unknown,)
        return line(marked(page.bounded(fact.chosen, page.value(fact.value)), fact))

    return cell
