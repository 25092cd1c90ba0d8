"""Documents as plain text for pipes and files: uncut, without colour."""

from __future__ import annotations

from collections.abc import Callable

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.display_width import cells
from microjob_cli.render.document import Line, text_of

_GAP = "  "


Number = Callable[[int], str]


def write(document: doc.Document, number: Number = str) -> str:
    """The whole document; blocks are parted by an empty line. `number` writes the numbers of lists."""
    return "\n\n".join("\n".join(_block(block, number)) for block in document) + "\n"


def _block(block: doc.Block, number: Number) -> list[str]:
    match block:
        case doc.Heading(line, level):
            title = _text(line)
            return [title, "=" * cells(title)] if level == 1 else [title]
        case doc.Paragraph(line):
            return [_text(line)]
        case doc.Lines(lines, _):
            return [_text(line) for line in lines]
        case doc.Drawings():
            return _block(block.lines(), number)
        case doc.Pairs(rows):
            return _pairs(rows)
        case doc.Table(columns, rows):
            return _table([list(map(clean, columns)), *([_text(cell) for cell in row] for row in rows)])
        case doc.Cards(cards, numbered):
            return _cards(cards, number if numbered else None)
        case doc.Bullets(lines, numbered):
            marks = [f"{number(count)}." if numbered else "-" for count in range(1, len(lines) + 1)]
            return [f"{mark} {_text(line)}" for mark, line in zip(marks, lines, strict=True)]


def _cards(cards: tuple[tuple[Line, tuple[Line, ...]], ...], number: Number | None) -> list[str]:
    lines: list[str] = []
    for count, (title, about) in enumerate(cards, 1):
        lines.append(f"{number(count)}. {_text(title)}" if number else _text(title))
        lines += [f"   {_text(line)}" for line in about]
    return lines


def _pairs(rows: tuple[tuple[str, tuple[Line, ...]], ...]) -> list[str]:
    indent = max((cells(label) for label, _ in rows), default=0) + len(_GAP) + 1
    lines: list[str] = []
    for label, values in rows:
        for count, value in enumerate(values):
            head = f"{clean(label)}:" if count == 0 else ""
            lines.append(_padded(head, indent) + _text(value))
    return lines


def _table(rows: list[list[str]]) -> list[str]:
    widths = [max(cells(row[index]) for row in rows) for index in range(len(rows[0]))]
    return [_GAP.join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _text(line: Line) -> str:
    return clean(text_of(line))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
