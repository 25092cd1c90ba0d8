"""How many columns of a terminal a text may take, and lines broken between words by that count.

No two terminals count Bengali alike: by code point, by cluster, or with vowel signs as nothing. This count is that of
the terminals that give it the most room, so that what is planned by it fits on all of them.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby

from microjob_cli.render.document import Line, Span, text_of

# A command is not parted from the name of the program.
_BREAKS = re.compile(r"((?<!microjob)\s+)")
_JOINERS = "\u09cd\u200d"


def cells(text: str) -> int:
    """The most columns that a text takes: none for combining marks, two for wide letters, one for all else."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(char: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def longest_word(text: str) -> int:
    return max(map(cells, _BREAKS.split(text)[::2]))


def longest_address(text: str, room: int) -> int:
    """That of the addresses that are not wider than a line: those are not to be broken."""
    return max((wide for word in text.split() if "://" in word and (wide := cells(word)) <= room), default=0)


def fitted(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """How wide each column may be, the widest cut first; None where the least does not fit side by side."""
    if sum(least) > room:
        return None
    widths = list(wanted)
    while sum(widths) > room:
        widest = max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))
        widths[widest] -= 1
    return widths


def wrapped(line: Line, width: int) -> list[Line]:
    """The line in as many as it takes, none wider than `width`; only a word wider than that is broken itself."""
    text = text_of(line)
    if text and cells(text) <= width and not text[-1].isspace():
        return [line]
    lines: list[list[Span]] = [[]]
    room = width
    for gap, word in _words(line):
        taken = sum(cells(span.text) for span in word)
        if lines[-1] and taken + cells(gap.text) > room:
            lines.append([])
            room = width
        elif gap.text:
            lines[-1].append(gap)
            room -= cells(gap.text)
        for span in word:
            for number, piece in enumerate(_pieces(span.text, room, width)):
                if number:
                    lines.append([])
                    room = width
                lines[-1].append(Span(piece, span.tone, span.target))
                room -= cells(piece)
    return [_joined(spans) for spans in lines]


def _joined(spans: Sequence[Span]) -> Line:
    """The pieces of one tone and target as one."""
    alike = groupby(spans, key=lambda span: (span.tone, span.target))
    return tuple(Span("".join(span.text for span in same), *shared) for shared, same in alike)


def _words(line: Line) -> list[tuple[Span, list[Span]]]:
    """The words of a line, each with the gap before it. A word may run through several spans."""
    words: list[tuple[Span, list[Span]]] = [(Span(""), [])]
    for span in line:
        for number, part in enumerate(_BREAKS.split(span.text)):
            if number % 2:
                words.append((Span(part, span.tone, span.target), []))
            elif part:
                words[-1][1].append(Span(part, span.tone, span.target))
    return [(gap, word) for gap, word in words if word]


def _pieces(text: str, room: int, width: int) -> list[str]:
    """A word cut where the lines end, never within a letter and its signs."""
    if cells(text) <= room:
        return [text]
    pieces, left = [""], room
    for letter in _letters(text):
        if cells(letter) > left and (pieces[-1] or left < width):
            pieces.append("")
            left = width
        pieces[-1] += letter
        left -= cells(letter)
    return pieces


def _letters(text: str) -> list[str]:
    """Letters with the signs that belong to them."""
    letters: list[str] = []
    for char in text:
        joined = unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") or (letters and letters[-1][-1] in _JOINERS)
        if letters and joined:
            letters[-1] += char
        else:
            letters.append(char)
    return letters
