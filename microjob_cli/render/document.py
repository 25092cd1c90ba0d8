"""What an answer looks like before it is drawn: headings, paragraphs, pairs, tables and lists, without any medium."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct


class Tone(StrEnum):
    """What a piece of text is, not how it is painted."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    GOOD = "good"
    CARE = "care"
    AVOID = "avoid"


class Span(Struct, frozen=True):
    """A piece of text of one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Span, ...]


def line(*parts: str | Span) -> Line:
    """A line of spans; bare strings are plain."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


class Heading(Struct, frozen=True):
    """The title of what follows; level 1 is the answer's own."""

    line: Line
    level: int = 2


class Paragraph(Struct, frozen=True):
    """Running text."""

    line: Line


class Lines(Struct, frozen=True):
    """Sentences one below the other; `verbatim`: text for programs, which is never wrapped or marked up."""

    lines: tuple[Line, ...]
    verbatim: bool = False


class Drawings(Struct, frozen=True):
    """Drawings one below the other, each with its words to the right; below it where they find no room there."""

    rows: tuple[tuple[Line, Line], ...]

    def lines(self, width: int | None = None, measure: Callable[[str], int] = len) -> Lines:
        """As they stand in that many columns, by what `measure` says a text takes; without a width in all they need."""
        beside = tuple((*drawing, Span("  "), *words) for drawing, words in self.rows)
        if width is None or all(measure(text_of(row)) <= width for row in beside):
            return Lines(beside, verbatim=True)
        return Lines(tuple(one for drawing, words in self.rows for one in (drawing, (Span("   "), *words))))


class Pairs(Struct, frozen=True):
    """Labels with their values; a value may take several lines."""

    rows: tuple[tuple[str, tuple[Line, ...]], ...]


class Table(Struct, frozen=True):
    """Rows under column heads."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


class Bullets(Struct, frozen=True):
    """A list of lines; numbered when their order matters."""

    lines: tuple[Line, ...]
    numbered: bool = False


class Cards(Struct, frozen=True):
    """Things with a title each and lines about it; numbered when their order matters."""

    cards: tuple[tuple[Line, tuple[Line, ...]], ...]
    numbered: bool = False


Block = Cards | Drawings | Heading | Lines | Paragraph | Pairs | Table | Bullets
Document = tuple[Block, ...]


def text_of(line: Line) -> str:
    """A line without its tones."""
    return "".join(span.text for span in line)
