"""Documents as Markdown, for chats, issues and web pages."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Line, Span, Tone, Where, addressed, text_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#&~])")
# At the start of a line these begin a list, or make a heading or a rule of what is around them.
_LEADING = re.compile(r"([-+=](?=\s|$|[-+=])|\d+[.)](?=\s|$))")
_ADDRESS = re.compile(r"(https?://[^\s<>|()\\`\"']*[\w/])")

Told = Callable[[Line], str]


def write(document: doc.Document, where: Where = addressed) -> str:
    """The whole document; blocks are parted by an empty line. `where` tells where spans lead."""
    return "\n\n".join("\n".join(_block(block, partial(_text, where=where))) for block in document) + "\n"


def _block(block: doc.Block, told: Told) -> list[str]:
    match block:
        case doc.Heading(line, level):
            return [f"{'#' * level} {told(line)}"]
        case doc.Lines(lines, True):
            texts = [clean(text_of(line)) for line in lines]
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", " ".join(texts))), 0)
            return [fence, *texts, fence]
        case doc.Lines(lines):  # two blanks at the end keep the next line below it
            return [*(f"{told(line)}  " for line in lines[:-1]), *map(told, lines[-1:])]
        case doc.Items(items, mark):
            return [*_listed(items, "1." if mark == "1." else "-", told)]
        case doc.Table((), rows):
            return [*_pairs(rows, told)]
        case doc.Table(columns, rows):
            return _table(columns, rows, told)


def _listed(items: tuple[tuple[Line, ...], ...], mark: str, told: Told) -> Iterator[str]:
    for title, *about in items:
        yield f"{mark} {told(title)}"
        yield from (f"   - {told(one)}" for one in about)


def _pairs(rows: tuple[tuple[Line, ...], ...], told: Told) -> Iterator[str]:
    """An item a label, with its values."""
    for label, values in doc.labelled(rows):
        drawn = any(span.tone is Tone.CODE for span in label)
        named = f"`{clean(text_of(label))}`" if drawn else f"**{told(label)}**"
        yield f"- {named}: {'; '.join(map(told, values))}"


def _table(columns: tuple[str, ...], rows: tuple[tuple[Line, ...], ...], told: Told) -> list[str]:
    body = [
        [f"**{told(row[0])}**", *[""] * (len(columns) - 1)] if len(row) < len(columns) else [*map(told, row)]
        for row in rows
    ]
    cells = [[_escaped(column) for column in columns], ["---"] * len(columns), *body]
    return [f"| {' | '.join(row)} |" for row in cells]


def _text(line: Line, where: Where) -> str:
    """A line as Markdown shows it as it stands, wherever it is put; addresses can be followed."""
    shown = "".join(_span(span, where) for span in line).lstrip()
    leading = _LEADING.match(shown)
    if not leading:
        return shown
    last = leading.end() - 1
    return f"{shown[:last]}\\{shown[last:]}"


def _span(span: Span, where: Where) -> str:
    if span.tone is Tone.CODE and "`" not in span.text:
        return f"`{clean(span.text)}`"
    address = where(span.target) if span.target else None
    if address and address != span.text:
        return f"[{_escaped(span.text)}]({address.replace('(', '%28').replace(')', '%29')})"
    parts = _ADDRESS.split(span.text)  # every other one is an address
    return "".join(f"<{clean(part)}>" if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", clean(text))
