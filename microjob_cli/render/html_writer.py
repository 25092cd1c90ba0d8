"""Documents as HTML, without the page around them. All text is escaped by MarkupSafe."""

from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Kind, Line, Span, Tone, Where, addressed, text_of

# What each tone is on a page; plain text is bare.
_TONES = {
    Tone.STRONG: Markup("<strong>{}</strong>"),
    Tone.QUIET: Markup('<span class="quiet">{}</span>'),
    Tone.GOOD: Markup('<span class="good">{}</span>'),
    Tone.CARE: Markup('<span class="care">{}</span>'),
    Tone.AVOID: Markup('<strong class="avoid">{}</strong>'),
    Tone.CODE: Markup("<code>{}</code>"),
}
_LINK, _LEAVING = Markup('<a href="{}">{}</a>'), Markup('<a href="{}" rel="nofollow noreferrer">{}</a>')
_CLASSES = {"": "cards", "!": "warnings"}

Told = Callable[[Line], Markup]


def write(document: doc.Document, where: Where = addressed) -> Markup:
    """The blocks one below the other; `where` tells where spans lead."""
    told = partial(told_line, where=where)
    return Markup("\n").join(block for one in document for block in _block(one, told)) + Markup("\n")


def told_line(line: Line, where: Where = addressed) -> Markup:
    """One line alone."""
    return Markup("").join(_span(span, where) for span in line)


def table_parts(table: doc.Table, where: Where = addressed) -> list[Markup]:
    """The head of a table, then its rows: what a script puts together."""
    return [*_table_parts(table.columns, table.rows, partial(told_line, where=where))]


def _block(block: doc.Block, told: Told) -> Iterator[Markup]:
    match block:
        case doc.Heading(line, level):
            yield Markup("<h{0}>{1}</h{0}>").format(level, told(line))
        case doc.Lines(lines, True):
            yield Markup("<pre>{}</pre>").format("\n".join(clean(text_of(line)) for line in lines))
        case doc.Lines(lines):
            yield from (Markup("<p>{}</p>").format(told(line)) for line in lines)
        case doc.Items(items, mark):
            rows = Markup("\n").join(_item(item, told) for item in items)
            kind = Markup("ol") if mark == "1." else Markup("ul")
            named = Markup(' class="{}"').format(_CLASSES[mark]) if mark in _CLASSES else ""
            yield Markup("<{0}{1}>\n{2}\n</{0}>").format(kind, named, rows)
        case doc.Table((), rows):
            yield Markup("<dl>\n{}\n</dl>").format(Markup("\n").join(_pairs(rows, told)))
        case doc.Table(columns, rows):
            yield _table(columns, rows, told)


def _item(item: tuple[Line, ...], told: Told) -> Markup:
    title, *about = item
    below = Markup("").join(Markup("<p>{}</p>").format(told(line)) for line in about)
    return Markup("<li>{}{}</li>").format(told(title), below)


def _pairs(rows: tuple[tuple[Line, ...], ...], told: Told) -> Iterator[Markup]:
    for label, values in doc.labelled(rows):
        below = Markup("").join(Markup("<dd>{}</dd>").format(told(value)) for value in values)
        yield Markup("<dt>{}</dt>{}").format(clean(text_of(label)), below)


def _table(columns: tuple[str, ...], rows: tuple[tuple[Line, ...], ...], told: Told) -> Markup:
    head, *body = _table_parts(columns, rows, told)
    return Markup("<table>\n{}\n<tbody>\n{}\n</tbody>\n</table>").format(head, Markup("\n").join(body))


def _table_parts(columns: tuple[str, ...], rows: tuple[tuple[Line, ...], ...], told: Told) -> Iterator[Markup]:
    """Each cell knows its head: on a narrow screen rows become cards."""
    heads = Markup("").join(Markup('<th scope="col">{}</th>').format(column) for column in columns)
    yield Markup("<thead><tr>{}</tr></thead>").format(heads)
    for row in rows:
        yield _section(row[0], len(columns), told) if len(row) < len(columns) else _row(columns, row, told)


def _section(line: Line, width: int, told: Told) -> Markup:
    return Markup('<tr class="section"><th colspan="{}" scope="colgroup">{}</th></tr>').format(width, told(line))


def _row(columns: tuple[str, ...], row: tuple[Line, ...], told: Told) -> Markup:
    first = Markup('<th scope="row">{}</th>').format(told(row[0]))
    others = (
        Markup('<td data-label="{}">{}</td>').format(column, told(cell))
        for column, cell in zip(columns[1:], row[1:], strict=True)
    )
    return Markup("<tr>{}{}</tr>").format(first, Markup("").join(others))


def _span(span: Span, where: Where) -> Markup:
    shown = _TONES.get(span.tone, Markup("{}")).format(clean(span.text))
    address = where(span.target) if span.target else None
    if not span.target or not address:
        return shown
    leaving = span.target.kind in (Kind.SOURCE, Kind.ADDRESS)
    return (_LEAVING if leaving else _LINK).format(address, shown)
