"""Documents as HTML, without the page around them. All text is escaped by MarkupSafe."""

from collections.abc import Iterable, Iterator
from typing import Any

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
_LISTS = {
    "1.": Markup("<ol>\n{}\n</ol>"),
    "": Markup('<ul class="cards">\n{}\n</ul>'),
    "!": Markup('<ul class="warnings">\n{}\n</ul>'),
    "-": Markup("<ul>\n{}\n</ul>"),
}


def write(document: doc.Document, where: Where = addressed) -> Markup:
    """The blocks one below the other; `where` tells where spans lead."""
    return Markup("\n").join(part for block in document for part in _block(block, where)) + Markup("\n")


def told_line(line: Line, where: Where = addressed) -> Markup:
    """One line alone."""
    return Markup("").join(_span(span, where) for span in line)


def table_parts(table: doc.Table, where: Where = addressed) -> Iterator[Markup]:
    """The head of a table, then its rows. Each cell knows its head: on a narrow screen rows become cards."""
    columns = table.columns
    yield Markup("<thead><tr>{}</tr></thead>").format(_each('<th scope="col">{}</th>', zip(columns)))
    for row in table.rows:
        first, *others = (told_line(cell, where) for cell in row)
        if others or len(columns) == 1:
            cells = _each('<td data-label="{}">{}</td>', zip(columns[1:], others, strict=True))
            yield Markup('<tr><th scope="row">{}</th>{}</tr>').format(first, cells)
        else:
            section = Markup('<tr class="section"><th colspan="{}" scope="colgroup">{}</th></tr>')
            yield section.format(len(columns), first)


def _block(block: doc.Block, where: Where) -> Iterator[Markup]:
    match block:
        case doc.Heading(line, level):
            yield Markup("<h{0}>{1}</h{0}>").format(level, told_line(line, where))
        case doc.Lines(lines, True):
            yield Markup("<pre>{}</pre>").format("\n".join(clean(text_of(line)) for line in lines))
        case doc.Lines(lines):
            yield from (Markup("<p>{}</p>").format(told_line(line, where)) for line in lines)
        case doc.Items(items, mark):
            yield _LISTS[mark].format(Markup("\n").join(_item(item, where) for item in items))
        case doc.Table((), rows):
            yield Markup("<dl>\n{}\n</dl>").format(Markup("\n").join(_pairs(rows, where)))
        case doc.Table():
            head, *body = table_parts(block, where)
            yield Markup("<table>\n{}\n<tbody>\n{}\n</tbody>\n</table>").format(head, Markup("\n").join(body))


def _item(item: tuple[Line, ...], where: Where) -> Markup:
    title, *about = (told_line(line, where) for line in item)
    return Markup("<li>{}{}</li>").format(title, _each("<p>{}</p>", zip(about)))


def _pairs(rows: tuple[tuple[Line, ...], ...], where: Where) -> Iterator[Markup]:
    for label, values in doc.labelled(rows):
        below = _each("<dd>{}</dd>", ((told_line(value, where),) for value in values))
        yield Markup("<dt>{}</dt>{}").format(clean(text_of(label)), below)


def _each(form: str, values: Iterable[tuple[Any, ...]]) -> Markup:
    """The form filled in with each of the values."""
    return Markup("").join(Markup(form).format(*one) for one in values)


def _span(span: Span, where: Where) -> Markup:
    shown = _TONES.get(span.tone, Markup("{}")).format(clean(span.text))
    address = where(span.target) if span.target else None
    if not span.target or not address:
        return shown
    leaving = span.target.kind in (Kind.SOURCE, Kind.ADDRESS)
    return (_LEAVING if leaving else _LINK).format(address, shown)
