"""Documents as text: drawn by Rich on a terminal, wrapped and in colour; plain and uncut in a pipe.

No two terminals count Bengali alike, and Rich counts otherwise again. So cells of a table are their own: they take the
widest count of all, and with Bengali in one the cursor goes back to where it began and, after it, on to where it ends.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment, Segments
from rich.style import Style
from rich.table import Table as RichTable

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.display_width import cells, fitted, longest_address, longest_word, wrapped
from microjob_cli.render.document import Line, Span, Tone, Where, addressed, text_of
from microjob_cli.terminal import Screen

# How each tone is painted.
_STYLES = {
    Tone.PLAIN: None,
    Tone.STRONG: Style(bold=True),
    Tone.QUIET: Style(dim=True),
    Tone.GOOD: Style(color="green"),
    Tone.CARE: Style(color="yellow"),
    Tone.AVOID: Style(color="red", bold=True),
    Tone.CODE: None,
}
_GAP, _INDENT = 2, 3
# In less than that a table of more than two columns becomes cards.
_TABULAR = 60
_WIDEST_WORD = 24
_UNLIMITED = 1_000_000
# A rule under the heads and nothing else, in characters that every encoding has. It parts columns by one blank.
_RULED = Box("    \n    \n----\n    \n    \n    \n    \n    \n", ascii=True)
_SAVE, _RESTORE = "\x1b7", "\x1b8"

Number = Callable[[int], str]
Painted = Callable[[Span], Style | None]


def write(document: doc.Document, screen: Screen, number: Number = str, where: Where = addressed) -> str:
    """The whole document, with empty lines between its blocks; `number` writes the numbers of lists.

    On a terminal that takes them spans are links to `where` they lead.
    """
    writer = _Writer(screen, number, where if screen.linked else None)
    for count, block in enumerate(document):
        writer.print(*([Segments([Segment.line()])] if count else []), *writer.block(block))
    drawn = writer.stream.getvalue()
    return re.sub(" +$", "", drawn, flags=re.MULTILINE) if screen.width is None else drawn


class _Sized(Segment):
    """Text that takes as many columns as it is told to, whatever Rich would count."""

    columns: int

    def __new__(cls, text: str, style: Style | None, columns: int) -> _Sized:
        made = super().__new__(cls, text, style)
        made.columns = columns
        return made

    @property
    def cell_length(self) -> int:
        return self.columns


class _Cell:
    """A line in a column, `room` of which is for it; in the last one nothing stands to the right of it."""

    def __init__(self, told: Line, room: int, painted: Painted, *, last: bool, placed: bool) -> None:
        self.told, self.room, self.last, self.painted = _clean(told), room, last, painted
        self.placed = placed and not last and not text_of(told).isascii()

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        width = options.max_width
        for row in wrapped(self.told, self.room):
            if self.placed:
                yield Segment(" " * width)
                yield _Sized(f"{_SAVE}\x1b[{width}D", None, 0)
            taken = 0
            for span in row:
                taken += cells(span.text)
                yield _Sized(span.text, self.painted(span), 0 if self.placed else cells(span.text))
            if self.placed:
                yield _Sized(_RESTORE, None, 0)
            elif self.last:
                yield _Sized("", None, width - taken)
            yield Segment.line()


class _Writer:
    """What all blocks need to be drawn: how wide and colourful the screen is, and the digits."""

    def __init__(self, screen: Screen, number: Number, where: Where | None) -> None:
        self.where = where
        self.placed, self.number = screen.styled and screen.placed, number
        self.piped, self.width = screen.width is None, screen.width or _UNLIMITED
        self.stream = io.StringIO()
        self.console = Console(
            file=self.stream, width=self.width, height=100, color_system="standard" if screen.styled else None,
            no_color=not screen.coloured, force_terminal=screen.styled, legacy_windows=False,
            markup=False, emoji=False, highlight=False, _environ={},
        )  # fmt: skip

    def print(self, *drawn: RenderableType) -> None:
        for one in drawn:
            self.console.print(one, end="", crop=False)

    def block(self, block: doc.Block) -> Iterator[RenderableType]:
        match block:
            case doc.Heading(told, level):
                yield self.text(_strong(told))
                if level == 1 and self.piped:
                    yield self.text((Span("=" * cells(text_of(told))),))
            case doc.Lines(lines, True):
                yield from (Segments([*self.segments(_clean(one)), Segment.line()]) for one in lines)
            case doc.Lines(lines):
                yield from map(self.text, lines)
            case doc.Items(items, mark):
                yield from self.items(items, mark)
            case doc.Table((), rows):
                yield from self.pairs(rows)
            case doc.Table(columns, rows):
                yield from self.table(columns, rows)

    def text(self, told: Line, indent: int = 0, before: str = "") -> Segments:
        """A line in as many as it takes, indented; `before` stands before the first of them."""
        segments: list[Segment] = []
        for row in wrapped(_clean(told), self.width - indent):
            start = before if not segments else ""
            segments += [Segment(start.ljust(indent)), *self.segments(row), Segment.line()]
        return Segments(segments)

    def segments(self, row: Line) -> Iterator[Segment]:
        return (Segment(span.text, self.painted(span)) for span in row)

    def painted(self, span: Span) -> Style | None:
        """How a span looks, and where a click on it leads."""
        style = _STYLES[span.tone]
        address = self.where(span.target) if self.where and span.target else None
        return Style.combine([style or Style(), Style(link=address)]) if address else style

    def items(self, items: Sequence[Sequence[Line]], mark: str) -> Iterator[Segments]:
        """Each item behind its mark; without one, what is about it a little to the right."""
        marks = [self.number(count) + "." if mark == "1." else mark for count in range(1, len(items) + 1)]
        widest = max(map(len, marks), default=0)
        indent = widest + 1 if mark and not self.piped else _INDENT
        for own, (title, *about) in zip(marks, items, strict=True):
            before = own if self.piped else own.rjust(widest)
            yield self.text(title, len(before) + 1, before) if mark else self.text(title)
            yield from (self.text(one, indent) for one in about)

    def pairs(self, rows: Sequence[Sequence[Line]]) -> Iterator[RenderableType]:
        """Labels with values beside them; below them where there is no room."""
        if not rows:
            return
        widths = self.widths(rows, len(max(rows, key=len)), paired=True)
        if widths is None and len(rows[0]) > 2:
            yield from self.pairs([row[at : at + 2] for row in rows for at in range(0, len(row), 2)])
        elif widths is None or widths[0] > self.width // 2:
            for label, value in rows:
                yield from [self.text(label)] if text_of(label) else []
                yield self.text(value, _INDENT)
        else:
            yield self.drawn((), rows, widths)

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[Line]]) -> Iterator[RenderableType]:
        """The rows under their heads, in parts between which the sections stand."""
        heads = [(Span(column, Tone.STRONG),) for column in columns]
        full = [row for row in rows if not _is_section(row, columns)]
        cramped = self.width < _TABULAR and len(columns) > 2
        widths = None if cramped else self.widths([heads, *full], len(columns))
        if widths is None:
            yield from (card for row in rows for card in self.card(columns, row))
            return
        shown: Sequence[Line] = heads
        if not full or _is_section(rows[0], columns):
            yield self.drawn(heads, (), widths)
            shown = ()
        for section, part in groupby(rows, key=lambda row: _is_section(row, columns)):
            if section:
                yield from (self.text(row[0], _INDENT) for row in part)
            else:
                yield self.drawn(shown, [*part], widths)
                shown = ()

    def widths(self, rows: Sequence[Sequence[Line]], count: int, *, paired: bool = False) -> list[int] | None:
        """How wide each column may be, so that no word or label is broken; None where they do not fit."""
        texts = [[clean(text_of(row[at])) if at < len(row) else "" for row in rows] for at in range(count)]
        wanted, room = [max(map(cells, column)) for column in texts], self.width - _GAP * (count - 1)
        if sum(wanted) <= room:
            return wanted
        line = self.width - _INDENT  # of a card
        least = [
            max(max(min(longest_word(text), _WIDEST_WORD), longest_address(text, line)) for text in column)
            for column in texts
        ]
        if paired:
            whole = 1 if count == 2 else count
            least[:whole] = wanted[:whole]
        return fitted(wanted, least, room)

    def drawn(self, heads: Sequence[Line], rows: Sequence[Sequence[Line]], widths: Sequence[int]) -> RichTable:
        """A table of Rich's. A ruled box parts the columns by one blank, so the cells leave one less."""
        box = None if self.piped else _RULED
        table = RichTable(box=box, show_edge=False, show_header=bool(heads), padding=0, header_style="")
        gap = _GAP - (box is not None)
        last = len(widths) - 1

        def cell(row: Sequence[Line], at: int) -> _Cell:
            return _Cell(
                row[at] if at < len(row) else (), widths[at], self.painted, last=at == last, placed=self.placed
            )

        for at, width in enumerate(widths):
            table.add_column(cell(heads, at), width=width + (gap if at < last else 0))
        for row in rows:
            table.add_row(*(cell(row, at) for at in range(len(widths))))
        return table

    def card(self, columns: Sequence[str], row: Sequence[Line]) -> Iterator[Segments]:
        """A row of a table that is too wide: its first cell, every other below it behind its head."""
        yield self.text(_strong(row[0]) or (Span("-"),))
        for column, cell in zip(columns[1:], row[1:], strict=False):
            if text_of(cell):
                yield self.text((Span(f"{column}: " if column else "", Tone.QUIET), *cell), _INDENT)


def _is_section(row: Sequence[Line], columns: Sequence[str]) -> bool:
    return len(row) == 1 < len(columns)


def _clean(told: Line) -> Line:
    return tuple(Span(clean(span.text), span.tone, span.target) for span in told)


def _strong(told: Line) -> Line:
    return tuple(Span(span.text, Tone.STRONG, span.target) for span in told)
