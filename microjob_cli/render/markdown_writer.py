"""Documents as Markdown, for chats, issues and web pages."""

from __future__ import annotations

import re

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Line, text_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#&~])")
# At the start of a line these begin a list, or make a heading or a rule of what is around them.
_LEADING = re.compile(r"([-+=](?=\s|$|[-+=])|\d+[.)](?=\s|$))")


def write(document: doc.Document) -> str:
    """The whole document; blocks are parted by an empty line."""
    return "\n\n".join("\n".join(_block(block)) for block in document) + "\n"


def _block(block: doc.Block) -> list[str]:
    match block:
        case doc.Heading(line, level):
            return [f"{'#' * level} {_text(line)}"]
        case doc.Paragraph(line):
            return [_text(line)]
        case doc.Lines(lines, True):
            texts = [clean(text_of(line)) for line in lines]
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", " ".join(texts))), 0)
            return [fence, *texts, fence]
        case doc.Lines(lines):
            return [f"{_text(line)}  " for line in lines]
        case doc.Drawings():
            return _block(block.lines())
        case doc.Pairs(rows):
            return [f"- **{_escaped(label)}**: {'; '.join(_text(value) for value in values)}" for label, values in rows]
        case doc.Table(columns, rows):
            return _table(columns, rows)
        case doc.Cards(cards, numbered):
            mark = "1." if numbered else "-"
            return [
                text
                for title, about in cards
                for text in (f"{mark} {_text(title)}", *(f"   - {_text(line)}" for line in about))
            ]
        case doc.Bullets(lines, numbered):
            return [f"{'1.' if numbered else '-'} {_text(line)}" for line in lines]


def _table(columns: tuple[str, ...], rows: tuple[tuple[Line, ...], ...]) -> list[str]:
    body = [[_text(cell) for cell in row] for row in rows]
    cells = [[_escaped(column) for column in columns], ["---"] * len(columns), *body]
    return [f"| {' | '.join(row)} |" for row in cells]


def _text(line: Line) -> str:
    return _escaped(text_of(line))


def _escaped(text: str) -> str:
    """Text that Markdown shows as it stands, wherever it is put."""
    shown = _SPECIAL.sub(r"\\\1", clean(text)).lstrip()
    leading = _LEADING.match(shown)
    if not leading:
        return shown
    last = leading.end() - 1
    return f"{shown[:last]}\\{shown[last:]}"
