"""Two or three platforms side by side."""

from collections.abc import Sequence

from microjob_cli.advice.search import Advice
from microjob_cli.advice.verdict import PAYING
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.render import document as doc
from microjob_cli.render.document import Line, line, quiet, strong, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.sites import UNKNOWN, usual_option
from microjob_cli.render.views.list import COLUMNS, items
from microjob_cli.result import Result

__all__ = ("document", "items", "table")
_BEFORE = ("verdict", "reach", "minimum", "charge", "takes", "evidence", "status", "confirmed", "accepts", "payouts")
# Of these a screen shows what is known of some site.
_FIRST = ("verdict", "reach", "minimum", "charge", "takes", "evidence", "accepts", "skill", "task_pay", "devices")
_AFTER = ("devices", "tasks", "task_pay", "earnings", "founded", "headquarters", "warnings")
# What each payout method has of its own.
_TERMS = ("minimum", "fee", "days")

# Rows that are called by the heading of another field.
_HEADS = {"charge": "fee", "takes": "days"}

_Row = tuple[str, list[Line]]


def document(result: Result, page: Formatter) -> doc.Document:
    """Which can pay her; then a row a field, a column a platform."""
    names = (page.site(advice.facts.platform) for advice in result.items)
    rows = ((line(quiet(head)), *cells) for head, cells in _rows(result, page))
    table = page.with_legend(doc.table(("", *names), rows))
    if result.query["rows"]:
        return table
    more = page.say("All that is known of one: {command}", command=f"microjob show {result.items[0].facts.id} --full")
    end = (doc.paragraph(quiet(more)),) if page.folded else ()
    return (doc.paragraph(strong(_answer(result, page))), *table, *end)


def _answer(result: Result, page: Formatter) -> str:
    able = [page.site(one.facts.platform) for one in result.items if one.verdict in PAYING]
    unable = [page.site(one.facts.platform) for one in result.items if one.verdict not in PAYING]
    told = [page.say("Can pay you in {country}: {names}.", country=page.here, names=able)] if able else []
    if unable:
        told.append(page.say("Not known to be able to: {names}.", names=unable))
    return " ".join(told)


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = ["field", *(advice.facts.id for advice in result.items)]
    return columns, [[head, *map(text_of, cells)] for head, cells in _rows(result, page)]


def _rows(result: Result, page: Formatter) -> list[_Row]:
    """Those asked for, whatever is known of them; else all, of the terms of payment what is known of some site."""
    asked = result.query["rows"]
    if asked:  # a term of payment has a row for each method of which it is known, after the least of all minimums
        terms = {name: _terms([name], result, page) for name in asked if name in _TERMS}
        named = {name: [_row(name, result, page)] if name in COLUMNS or not terms.get(name) else [] for name in asked}
        return [row for name in asked for row in (*named[name], *terms.get(name, ()))]
    if page.folded:
        return [row for row in (_row(name, result, page) for name in _FIRST) if any(cell != UNKNOWN for cell in row[1])]
    before, after = ([_row(name, result, page) for name in names] for names in (_BEFORE, _AFTER))
    return [*before, *_terms(_TERMS, result, page), *after]


def _terms(names: Sequence[str], result: Result, page: Formatter) -> list[_Row]:
    """The terms of payment of each method, as far as they are known of some site."""
    paid_by = [{one.method: one for one in reversed(advice.facts.current_payouts)} for advice in result.items]
    methods = dict.fromkeys(option.method for advice in result.items for option in advice.facts.current_payouts)
    return [
        (
            f"{page.method(method)}: {page.field(name).casefold()}",
            [_term(options.get(method), name, page) for options in paid_by],
        )
        for method in methods
        for name in names
        if any(method in options and getattr(options[method], name).known for options in paid_by)
    ]


def _row(name: str, result: Result, page: Formatter) -> _Row:
    field = _HEADS.get(name, name)

    def of_option(advice: Advice, page: Formatter) -> Line:
        """What the payout that she would use takes, in money or in days."""
        option = usual_option(advice, page)
        fact = getattr(option, field) if option else Fact()
        return line(page.value(fact.value)) if fact.known else UNKNOWN

    cell = COLUMNS.get(name, of_option)
    return page.field(field), [cell(advice, page) for advice in result.items]


def _term(option: PayoutFacts | None, name: str, page: Formatter) -> Line:
    if option is None:
        return line(quiet("-"))
    return page.least(option.minimum) if name == "minimum" else page.marked(getattr(option, name))
