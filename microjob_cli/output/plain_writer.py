"""Documents as plain text for pipes and files: uncut, without colour."""

from __future__ import annotations

import unicodedata

from microjob_cli.output.clean import clean
from microjob_cli.output.document import (
    Block,
    Bullets,
    Cards,
    Document,
    Heading,
    Line,
    Lines,
    Pairs,
    Paragraph,
    Table,
    text_of,
)

_GAP = "  "


def write(document: Document) -> str:
    """The whole document; blocks are parted by an empty line."""
    return "\n\n".join("\n".join(_block(block)) for block in document) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading(line, level):
            title = _text(line)
            return [title, "=" * _width(title)] if level == 1 else [title]
        case Paragraph(line):
            return [_text(line)]
        case Lines(lines, _):
            return [_text(line) for line in lines]
        case Pairs(rows):
            return _pairs(rows)
        case Table(columns, rows):
            return _table([list(columns), *([_text(cell) for cell in row] for row in rows)])
        case Cards(cards, numbered):
            return _cards(cards, numbered)
        case Bullets(lines, numbered):
            marks = [f"{number}." if numbered else "-" for number in range(1, len(lines) + 1)]
            return [f"{mark} {_text(line)}" for mark, line in zip(marks, lines, strict=True)]


def _cards(cards: tuple[tuple[Line, tuple[Line, ...]], ...], numbered: bool) -> list[str]:
    lines: list[str] = []
    for number, (title, about) in enumerate(cards, 1):
        lines.append(f"{number}. {_text(title)}" if numbered else _text(title))
        lines += [f"   {_text(line)}" for line in about]
    return lines


def _pairs(rows: tuple[tuple[str, tuple[Line, ...]], ...]) -> list[str]:
    indent = max((_width(label) for label, _ in rows), default=0) + len(_GAP) + 1
    lines: list[str] = []
    for label, values in rows:
        for number, value in enumerate(values):
            head = f"{clean(label)}:" if number == 0 else ""
            lines.append(_padded(head, indent) + _text(value))
    return lines


def _table(rows: list[list[str]]) -> list[str]:
    widths = [max(_width(row[index]) for row in rows) for index in range(len(rows[0]))]
    return [_GAP.join(_padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _text(line: Line) -> str:
    return clean(text_of(line))


def _width(text: str) -> int:
    """Characters that take a column by themselves: all but combining marks."""
    return sum(unicodedata.category(char) not in ("Mn", "Me", "Cf") for char in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))
