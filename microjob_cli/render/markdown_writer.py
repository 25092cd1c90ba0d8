"""Documents as Markdown, for chats, issues and web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Line, Span, Tone, text_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#&~])")
# At the start of a line these begin a list, or make a heading or a rule of what is around them.
_LEADING = re.compile(r"([-+=](?=\s|$|[-+=])|\d+[.)](?=\s|$))")
_ADDRESS = re.compile(r"(https?://[^\s<>|()\\`\"']*[\w/])")


def write(document: doc.Document) -> str:
    """The whole document; blocks are parted by an empty line."""
    return "\n\n".join("\n".join(_block(block)) for block in document) + "\n"


def _block(block: doc.Block) -> list[str]:
    match block:
        case doc.Heading(line, level):
            return [f"{'#' * level} {_text(line)}"]
        case doc.Lines(lines, True):
            texts = [clean(text_of(line)) for line in lines]
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", " ".join(texts))), 0)
            return [fence, *texts, fence]
        case doc.Lines(lines):  # two blanks at the end keep the next line below it
            return [*(f"{_text(line)}  " for line in lines[:-1]), *map(_text, lines[-1:])]
        case doc.Items(items, mark):
            return [*_listed(items, "1." if mark == "1." else "-")]
        case doc.Table((), rows):
            return [*_pairs(rows)]
        case doc.Table(columns, rows):
            return _table(columns, rows)


def _listed(items: tuple[tuple[Line, ...], ...], mark: str) -> Iterator[str]:
    for title, *about in items:
        yield f"{mark} {_text(title)}"
        yield from (f"   - {_text(one)}" for one in about)


def _pairs(rows: tuple[tuple[Line, ...], ...]) -> Iterator[str]:
    """An item a label; values without one belong to the label before."""
    told: list[tuple[Line, list[str]]] = []
    for row in rows:
        for label, value in zip(row[::2], row[1::2], strict=True):
            if text_of(label) or not told:
                told.append((label, []))
            told[-1][1].append(_text(value))
    for label, values in told:
        drawn = any(span.tone is Tone.CODE for span in label)
        named = _span(Span(text_of(label), Tone.CODE)) if drawn else f"**{_text(label)}**"
        yield f"- {named}: {'; '.join(values)}"


def _table(columns: tuple[str, ...], rows: tuple[tuple[Line, ...], ...]) -> list[str]:
    body = [
        [f"**{_text(row[0])}**", *[""] * (len(columns) - 1)] if len(row) < len(columns) else [*map(_text, row)]
        for row in rows
    ]
    cells = [[_escaped(column) for column in columns], ["---"] * len(columns), *body]
    return [f"| {' | '.join(row)} |" for row in cells]


def _text(line: Line) -> str:
    """A line as Markdown shows it as it stands, wherever it is put; addresses can be followed."""
    shown = "".join(map(_span, line)).lstrip()
    leading = _LEADING.match(shown)
    if not leading:
        return shown
    last = leading.end() - 1
    return f"{shown[:last]}\\{shown[last:]}"


def _span(span: Span) -> str:
    if span.tone is Tone.CODE and "`" not in span.text:
        return f"`{clean(span.text)}`"
    if span.link and _ADDRESS.fullmatch(span.link):
        return f"[{_escaped(span.text)}]({span.link})"
    parts = _ADDRESS.split(span.text)  # every other one is an address
    return "".join(f"<{clean(part)}>" if at % 2 else _escaped(part) for at, part in enumerate(parts))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", clean(text))
