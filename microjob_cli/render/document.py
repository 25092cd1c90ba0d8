"""What an answer looks like before it is drawn, without any medium: headings, lines, lists and tables.

A view yields the blocks of a `Document`; every medium draws the same ones. The functions at the end make them of what
is `Told`: a text, a span, or a line of spans.

* `Heading`: the title of a part; level 1 is the answer's own and becomes the title in Markdown: `heading(told)`.
* `Lines`: sentences one below the other: `lines(told)`; `paragraph(told)` is one alone.
* `Items`: things in a list, each a line and lines about it: `bullets(lines)`, `cards(cards)`.
* `Table`: rows under at most six heads: `table(heads, rows)`. A row of one line alone is a section: it spans all
  columns. Without heads the cells come in pairs, label and value: `pairs(rows)`. What finds no room beside it stands
  below it.

A terminal wraps what is too long and never cuts; in less than 60 columns the rows of a table become cards. What is
piped is neither wrapped nor cut: a line is a line, the cells of a table are lined up two spaces apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct


class Tone(StrEnum):
    """What a piece of text is, not how it is painted."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    CARE = "care"
    AVOID = "avoid"
    CODE = "code"


class Kind(StrEnum):
    """What a piece of text can lead to."""

    SITE = "site"
    METHOD = "method"
    GUIDE = "guide"
    TASK = "task"
    SOURCE = "source"
    ADDRESS = "address"  # its key is the address
    PAGE = "page"  # of none of these: a list, the finder


class Target(Struct, frozen=True):
    """What a piece of text leads to, by its id; each medium knows where that is, or that it is nowhere."""

    kind: Kind
    key: str


Where = Callable[[Target], str | None]
# What may be followed; anything else in its place, a script too, stays text.
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\|]+", re.IGNORECASE)


def followed(address: str | None) -> str | None:
    """An address if it is one that may be followed."""
    return address if address and _ADDRESS.fullmatch(address) else None


def addressed(target: Target) -> str | None:
    """Where addresses lead; names of sites and sources lead nowhere."""
    return followed(target.key) if target.kind is Kind.ADDRESS else None


class Span(Struct, frozen=True):
    """A piece of text of one tone, and what it leads to in media that know links."""

    text: str
    tone: Tone = Tone.PLAIN
    target: Target | None = None


Line = tuple[Span, ...]
Told = str | Span | Line  # what a line is made of


def line(*parts: Told) -> Line:
    """A line of spans; bare strings are plain, an empty one is nothing, and a line stands for its spans."""
    if len(parts) == 1 and isinstance(parts[0], tuple):  # most cells of tables
        return parts[0]
    told: list[Span] = []
    for part in parts:
        if isinstance(part, tuple):
            told.extend(part)
        elif part:
            told.append(Span(part) if isinstance(part, str) else part)
    return tuple(told)


def quiet(text: str) -> Span:
    return Span(text, Tone.QUIET)


def strong(text: str) -> Span:
    return Span(text, Tone.STRONG)


def parted(spans: Sequence[Span], joiner: str = "") -> Line:
    """Spans with commas between them, before the last one a word that joins them."""
    told: list[Span] = []
    for number, span in enumerate(spans):
        if number:
            told.append(Span(f" {joiner} " if joiner and number == len(spans) - 1 else ", ", span.tone))
        told.append(span)
    return tuple(told)


def targets_of(document: Document) -> Iterator[Target]:
    """Everything that a document leads to, in its order."""
    for block in document:
        for told in _lines_of(block):
            yield from (span.target for span in told if span.target)


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Heading(told):
            yield told
        case Lines(lines):
            yield from lines
        case Items(parts) | Table(_, parts):
            yield from (told for part in parts for told in part)


class Heading(Struct, frozen=True):
    """The title of what follows; level 1 is the answer's own."""

    line: Line
    level: int = 2


class Lines(Struct, frozen=True):
    """Sentences one below the other; `verbatim`: text for programs, which is never wrapped or marked up."""

    lines: tuple[Line, ...]
    verbatim: bool = False


class Items(Struct, frozen=True):
    """A list of things, each a line and lines about it. `mark` stands before each: "1." counts them."""

    items: tuple[tuple[Line, ...], ...]
    mark: str = ""


class Table(Struct, frozen=True):
    """Rows under column heads; a row of one line alone is a section. Without heads: labels and values."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Lines | Items | Table
Document = tuple[Block, ...]
Blocks = Iterator[Block]
# For CSV: columns, and rows of plain values; None is an empty cell.
Sheet = tuple[Sequence[str], Iterable[Sequence[Any]]]


def heading(told: Told, level: int = 2) -> Heading:
    """The title of a part."""
    return Heading(line(told), level)


def paragraph(*told: Told) -> Lines:
    """Running text."""
    return Lines((line(*told),))


def lines(told: Iterable[Told], *, verbatim: bool = False) -> Lines:
    """Sentences one below the other."""
    return Lines(tuple(map(line, told)), verbatim)


def bullets(told: Iterable[Told], *, numbered: bool = False, mark: str = "-") -> Items:
    """A list of lines; numbered when their order matters."""
    return Items(tuple((line(one),) for one in told), "1." if numbered else mark)


def cards(items: Iterable[tuple[Told, Iterable[Told]]], *, numbered: bool = False) -> Items:
    """Things with a title each and lines about it; numbered when their order matters."""
    return Items(tuple((line(title), *map(line, about)) for title, about in items), "1." if numbered else "")


def table(heads: Iterable[str], rows: Iterable[Iterable[Told]]) -> Table:
    """Rows of cells under their heads."""
    return Table(tuple(heads), tuple(tuple(map(line, row)) for row in rows))


def pairs(rows: Iterable[tuple[str, Iterable[Told]]]) -> Table:
    """Labels with their values; a value may take several lines."""
    return table((), (
        (quiet(label if not count else ""), value) for label, values in rows for count, value in enumerate(values)
    ))  # fmt: skip


def labelled(rows: Iterable[tuple[Line, ...]]) -> Iterator[tuple[Line, list[Line]]]:
    """The labels of a table of pairs, each with its values; values without one belong to the label before."""
    found: list[tuple[Line, list[Line]]] = []
    for row in rows:
        for label, value in zip(row[::2], row[1::2], strict=True):
            if text_of(label) or not found:
                found.append((label, []))
            found[-1][1].append(value)
    return iter(found)


def text_of(line: Line) -> str:
    """A line without its tones."""
    return "".join(span.text for span in line)
