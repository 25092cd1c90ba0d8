"""A meter of the records: a line a field or a site, and one for all."""

from microjob_cli.catalog.quality import Row, Tally
from microjob_cli.render import document as doc
from microjob_cli.render.document import Span, Told, Tone
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json, fields_of
from microjob_cli.result import Result

_COUNTS = Tally.__struct_fields__
_SHARES = _COUNTS[1:]
_BAR = 10


def document(result: Result, page: Formatter) -> doc.Document:
    """A bar for what is known, and what share of that is how good."""
    by_field = result.query["by"] != "site"
    first = page.say("Field") if by_field else page.say("Site")
    heads = (first, page.say("Known"), page.say("Dated"), page.say("Official"), page.say("Fresh"), page.say("Disputed"))
    return (doc.table(heads, (_row(row, page, by_field=by_field) for row in result.items)),)


def items(result: Result, page: Formatter) -> list[Json]:
    """Counts and shares; the item whose name is null is for all together."""
    return [
        {
            result.query["by"]: row.name,
            **fields_of(row.tally, *_COUNTS),
            "shares": {name: row.tally.share(name) for name in _SHARES},
        }
        for row in result.items
    ]


def table(result: Result, page: Formatter) -> doc.Sheet:
    """One row a field or site; the last one, without a name, is for all together."""
    columns = (str(result.query["by"]), *_COUNTS)
    return columns, [[item[name] for name in columns] for item in items(result, page)]


def _row(row: Row, page: Formatter, *, by_field: bool) -> tuple[Told, ...]:
    name = (page.path(row.name) if by_field else row.name) if row.name else page.say("All")
    known, *shares = (_percent(row.tally.share(share), page) for share in _SHARES)
    full = round((row.tally.share("known") or 0) * _BAR)
    bar = f"{'#' * full}{'.' * (_BAR - full)} {known}"
    return Span(name, Tone.PLAIN if row.name else Tone.STRONG), bar, *shares


def _percent(share: float | None, page: Formatter) -> str:
    """Right-aligned to 100%; a dash where there is nothing to take a share of."""
    return f"{'-' if share is None else f'{page.language.number(round(share * 100))}%':>4}"
