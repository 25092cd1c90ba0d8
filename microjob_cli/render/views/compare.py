"""Two or three platforms side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from microjob_cli.advice.search import Advice
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.render import jsonable
from microjob_cli.render.document import Document, Line, Span, Table, Tone, line, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views.list import COLUMNS
from microjob_cli.result import Result

_BEFORE = ("verdict", "evidence", "reach", "status", "confirmed", "accepts", "payouts")
_AFTER = ("devices", "tasks", "task_pay", "earnings", "founded", "headquarters", "warnings")
# What each payout method has of its own.
_TERMS = ("minimum", "fee", "days")

_Row = tuple[str, list[Line]]


def document(result: Result, page: Formatter) -> Document:
    """A row a field, a column a platform."""
    names = tuple(page.site(advice.facts.platform) for advice in result.items)
    rows = tuple((line(Span(head, Tone.QUIET)), *cells) for head, cells in _rows(result, page))
    return page.with_legend(Table(("", *names), rows))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    if result.query["brief"]:
        return [jsonable.brief(advice) for advice in result.items]
    return [jsonable.advised(advice, page) for advice in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    columns = ["field", *(advice.facts.id for advice in result.items)]
    return columns, [[head, *map(text_of, cells)] for head, cells in _rows(result, page)]


def _rows(result: Result, page: Formatter) -> list[_Row]:
    """Those asked for, whatever is known of them; else all, of the terms of payment what is known of some site."""
    asked = result.query["rows"]
    if asked:
        return [row for name in asked for row in _asked_rows(name, result, page)]
    before, after = ([_row(name, result, page) for name in names] for names in (_BEFORE, _AFTER))
    return [*before, *_terms(_TERMS, result, page), *after]


def _asked_rows(name: str, result: Result, page: Formatter) -> list[_Row]:
    """One row; of a term of payment one for each method of which it is known, after the least of all minimums."""
    terms = _terms([name], result, page) if name in _TERMS else []
    return terms if terms and name not in COLUMNS else [_row(name, result, page), *terms]


def _terms(names: Sequence[str], result: Result, page: Formatter) -> list[_Row]:
    """The terms of payment of each method, as far as they are known of some site."""
    methods = dict.fromkeys(option.method for advice in result.items for option in advice.facts.current_payouts)
    rows: list[_Row] = []
    for method in methods:
        options = [_option(advice, method) for advice in result.items]
        for name in names:
            if any(option and getattr(option, name).known for option in options):
                label = f"{page.method(method)}: {page.field(name).casefold()}"
                rows.append((label, [_term(option, name, page) for option in options]))
    return rows


def _row(name: str, result: Result, page: Formatter) -> _Row:
    def cell(advice: Advice) -> Line:
        if name == "reach":
            methods = [page.method(one.method) for one in advice.judgement.usable]
            return line(Span(", ".join(methods), Tone.GOOD)) if methods else line(Span(page.say("no"), Tone.CARE))
        return COLUMNS[name](advice, page) if name in COLUMNS else (page.unknown,)

    return page.field(name), [cell(advice) for advice in result.items]


def _option(advice: Advice, method: str) -> PayoutFacts | None:
    return next((option for option in advice.facts.current_payouts if option.method == method), None)


def _term(option: PayoutFacts | None, name: str, page: Formatter) -> Line:
    if option is None:
        return line(Span("-", Tone.QUIET))
    return page.least(option.minimum) if name == "minimum" else page.marked(getattr(option, name))
