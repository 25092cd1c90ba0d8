"""Documents on a terminal: wrapped to its width, in colour if it may.

No two terminals count Bengali alike. With Bengali in a document the cursor is sent to where a column begins, whatever
the terminal counted; columns are planned for the terminal that gives it the most room. Without, spaces lead there. A
table that does not fit becomes cards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TextIO

from rich.color import ColorSystem
from rich.style import Style

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.display_width import cells, longest_word, wrapped
from microjob_cli.render.document import Line, Span, Tone, line, text_of

# How each tone is painted.
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.QUIET: "dim",
    Tone.GOOD: "green",
    Tone.CARE: "yellow",
    Tone.AVOID: "bold red",
}
_GAP = 2
_INDENT = 3
_WIDEST_WORD = 24
_BENGALI = re.compile("[\u0980-\u09ff]")


def write(document: doc.Document, stream: TextIO, width: int, colour: bool, number: Callable[[int], str] = str) -> None:
    """Draws the document on the stream; `number` writes the numbers of lists."""
    drawing = _Drawing(width, colour, number, bool(_BENGALI.search(str(document))))
    for count, block in enumerate(document):
        if count:
            stream.write("\n")
        stream.writelines(f"{row}\n" for row in drawing.rows(block))


class _Drawing:
    """What all blocks need to be drawn: the width, the colours, the digits, how to get to a column."""

    def __init__(self, width: int, colour: bool, number: Callable[[int], str], placed: bool) -> None:
        self.width = width
        self.colour = colour
        self.number = number
        self.placed = placed

    def rows(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Heading(title, level):
                return self.text(title, "bold underline" if level == 1 else "bold")
            case doc.Paragraph(told):
                return self.text(told)
            case doc.Lines(lines, True):
                return (self.painted(_clean(one)) for one in lines)
            case doc.Lines(lines):
                return (row for one in lines for row in self.text(one))
            case doc.Drawings():
                return self.rows(block.lines(self.width, cells))
            case doc.Pairs(pairs):
                return self.pairs(pairs)
            case doc.Table(columns, rows):
                return self.table(columns, rows)
            case doc.Cards(cards, numbered):
                return self.listed([(title, *about) for title, about in cards], numbered, 0)
            case doc.Bullets(lines, numbered):
                return self.listed([(one,) for one in lines], numbered, 1)

    def text(self, told: Line, style: str = "", indent: int = 0) -> Iterator[str]:
        for one in wrapped(_clean(told), self.width - indent):
            yield " " * indent + self.painted(one, style)

    def painted(self, told: Line, style: str = "") -> str:
        """The line with one stretch of paint for all that is of one tone."""
        return "".join(
            self.paint(Span("".join(span.text for span in spans), tone), style)
            for tone, spans in groupby(told, key=lambda span: span.tone)
        )

    def paint(self, span: Span, style: str) -> str:
        how = Style.parse(f"{style} {_STYLES[span.tone]}".strip() or "none")
        return (how if self.colour else how.without_color).render(span.text, color_system=ColorSystem.STANDARD)

    def pairs(self, pairs: Sequence[tuple[str, tuple[Line, ...]]]) -> Iterator[str]:
        """Labels on the left, values beside them; below them where the labels are too wide."""
        start = max((cells(clean(label)) for label, _ in pairs), default=0) + _GAP
        beside = start <= self.width // 2
        for label, values in pairs:
            head = self.painted(line(Span(clean(label), Tone.QUIET)))
            rows = [
                row for value in values for row in wrapped(_clean(value), self.width - (start if beside else _INDENT))
            ]
            if not beside:
                yield from self.text(line(Span(label, Tone.QUIET)))
                yield from (" " * _INDENT + self.painted(row) for row in rows)
                continue
            for count, row in enumerate(rows or [()]):
                yield (head + self.to(start, cells(clean(label))) if count == 0 else " " * start) + self.painted(row)

    def listed(self, items: Sequence[Sequence[Line]], numbered: bool, margin: int) -> Iterator[str]:
        """Each item behind its number or a dash."""
        marks = [f"{self.number(count)}." if numbered else "-" for count in range(1, len(items) + 1)]
        room = margin + max(map(cells, marks), default=0) + 1
        for mark, lines in zip(marks, items, strict=True):
            rows = [row for one in lines for row in self.text(one, indent=room)] or [""]
            yield mark.rjust(room - 1) + " " + rows[0][room:]
            yield from rows[1:]

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Line]]) -> Iterator[str]:
        heads = [line(Span(clean(column), Tone.STRONG)) for column in columns]
        body = [[_clean(cell) for cell in row] for row in rows]
        widths = self.widths([heads, *body])
        if widths is None:
            return self.stacked(columns, body)
        starts = [sum(widths[:count]) + _GAP * count for count in range(len(widths))]
        return (text for row in [heads, *body] for text in self.side_by_side(row, widths, starts))

    def widths(self, rows: Sequence[Sequence[Line]]) -> list[int] | None:
        """How wide each column may be, the widest cut first; None where the words do not fit side by side."""
        columns = [[text_of(row[index]) for row in rows] for index in range(len(rows[0]))]
        widths = [max(map(cells, column)) for column in columns]
        least = [min(max(map(longest_word, column)), _WIDEST_WORD) for column in columns]
        room = self.width - _GAP * (len(columns) - 1)
        if sum(least) > room:
            return None
        while sum(widths) > room:
            index = max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))
            widths[index] -= 1
        return widths

    def side_by_side(self, row: Sequence[Line], widths: Sequence[int], starts: Sequence[int]) -> Iterator[str]:
        """One row of a table, in as many lines as its fullest cell."""
        columns = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for count in range(max(map(len, columns))):
            text, end = "", 0
            for column, start in zip(columns, starts, strict=True):
                if count < len(column) and column[count]:
                    text += (self.to(start, end) if start else "") + self.painted(column[count])
                    end = start + cells(text_of(column[count]))
            yield text

    def to(self, start: int, end: int) -> str:
        """What leads to a column, counted from 0, from the one where the text before it ends."""
        return f"\x1b[{start + 1}G" if self.placed else " " * (start - end)

    def stacked(self, columns: Sequence[str], rows: Sequence[Sequence[Line]]) -> Iterator[str]:
        """The rows of a table that is too wide: each under its first cell, every other cell behind its head."""
        for row in rows:
            yield from self.text(_strong(row[0]) or line("-"))
            for column, cell in zip(columns[1:], row[1:], strict=True):
                if text_of(cell):
                    yield from self.text((Span(f"{clean(column)}: ", Tone.QUIET), *cell), indent=_INDENT)


def _clean(told: Line) -> Line:
    return tuple(Span(clean(span.text), span.tone) for span in told)


def _strong(told: Line) -> Line:
    return tuple(Span(span.text, Tone.STRONG) for span in told)
