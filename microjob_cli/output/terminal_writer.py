"""Documents on a terminal: wrapped to its width, in colour if it may. By Rich, unless there is Bengali in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from microjob_cli.output.clean import clean
from microjob_cli.output.document import (
    Block,
    Bullets,
    Cards,
    Document,
    Drawings,
    Heading,
    Line,
    Lines,
    Pairs,
    Paragraph,
    Table,
    texts,
)
from microjob_cli.output.styles import STYLES

_BENGALI = re.compile("[\u0980-\u09ff]")


def write(document: Document, stream: TextIO, width: int, colour: bool, number: Callable[[int], str] = str) -> None:
    """Draws the document on the stream; `number` writes the numbers of lists."""
    if any(map(_BENGALI.search, texts(document))):
        from microjob_cli.output import placed_writer

        placed_writer.write(document, stream, width, colour, number)
        return
    console = Console(
        file=stream,
        width=width,
        force_terminal=True,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for count, block in enumerate(document):
        if count:
            console.print()
        shown = block.lines(width) if isinstance(block, Drawings) else block
        console.print(_block(shown), soft_wrap=isinstance(shown, Lines) and shown.verbatim)


def _block(block: Block) -> RenderableType:
    match block:
        case Heading(line, level):
            return _text(line, "bold underline" if level == 1 else "bold")
        case Paragraph(line):
            return _text(line)
        case Lines(lines, True):
            return Text("\n").join(map(_text, lines))
        case Lines(lines):
            return Group(*map(_text, lines))
        case Drawings():
            return _block(block.lines())
        case Pairs(rows):
            grid = RichTable.grid(padding=(0, 2, 0, 0))
            grid.add_column(style="dim")
            grid.add_column(ratio=1)
            for label, values in rows:
                grid.add_row(Text(clean(label)), Group(*map(_text, values)))
            return grid
        case Table(columns, rows):
            return _table(columns, rows)
        case Cards(cards, numbered):
            return _cards(cards, numbered)
        case Bullets(lines, numbered):
            return _bullets(lines, numbered)


def _table(columns: tuple[str, ...], rows: tuple[tuple[Line, ...], ...]) -> RenderableType:
    table = RichTable(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(Text(clean(column)), overflow="fold")
    for row in rows:
        table.add_row(*map(_text, row))
    return table


def _cards(cards: tuple[tuple[Line, tuple[Line, ...]], ...], numbered: bool) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right")
    grid.add_column(ratio=1)
    for number, (title, about) in enumerate(cards, 1):
        grid.add_row(f"{number}." if numbered else "-", Group(_text(title), *map(_text, about)))
    return grid


def _bullets(lines: tuple[Line, ...], numbered: bool) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right")
    grid.add_column(ratio=1)
    for number, line in enumerate(lines, 1):
        grid.add_row(f"{number}." if numbered else "-", _text(line))
    return Padding(grid, (0, 0, 0, 1))


def _text(line: Line, style: str = "") -> Text:
    text = Text(style=style, overflow="fold")
    for span in line:
        text.append(clean(span.text), style=STYLES[span.tone] or None)
    return text
