"""A meter of the records: a line a field or a site, and one for all."""

from collections.abc import Sequence
from typing import Any

from microjob_cli.catalog.quality import Row, Tally
from microjob_cli.render.document import Document, Line, Span, Table, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_COUNTS = Tally.__struct_fields__
_SHARES = _COUNTS[1:]
_BAR = 10


def document(result: Result, page: Formatter) -> Document:
    """A bar for what is known, and what share of that is how good."""
    first = page.say("Site") if result.query["by"] == "site" else page.say("Field")
    heads = (first, page.say("Known"), page.say("Dated"), page.say("Official"), page.say("Fresh"), page.say("Disputed"))
    by_field = result.query["by"] != "site"
    return (Table(heads, tuple(_row(row, page, by_field=by_field) for row in result.items)),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    """Counts and shares; the item whose name is null is for all together."""
    return [
        {
            result.query["by"]: row.name,
            **{name: getattr(row.tally, name) for name in _COUNTS},
            "shares": {name: row.tally.share(name) for name in _SHARES},
        }
        for row in result.items
    ]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    """One row a field or site; the last one, without a name, is for all together."""
    rows = [(row.name, *(getattr(row.tally, name) for name in _COUNTS)) for row in result.items]
    return (str(result.query["by"]), *_COUNTS), rows


def _row(row: Row, page: Formatter, *, by_field: bool) -> tuple[Line, ...]:
    name = (page.path(row.name) if by_field else row.name) if row.name else page.say("All")
    tone = Tone.PLAIN if row.name else Tone.STRONG
    known, *shares = (_percent(row.tally.share(share), page) for share in _SHARES)
    full = round((row.tally.share("known") or 0) * _BAR)
    return (line(Span(name, tone)), line(f"{'#' * full}{'.' * (_BAR - full)} {known}"), *map(line, shares))


def _percent(share: float | None, page: Formatter) -> str:
    """Right-aligned to 100%; a dash where there is nothing to take a share of."""
    return f"{'-' if share is None else f'{page.language.number(round(share * 100))}%':>4}"
