"""The Markdown of guides as a document: headings, paragraphs, bullets and numbered steps; nothing else is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from microjob_cli.render.document import Block, Bullets, Document, Heading, Paragraph, line

_MARKED = re.compile(r"(?P<mark>#+|[-*]|\d+\.) +(?P<told>.*)")

# What a piece is: "#" and so on for a heading, "-" for a bullet, "1." for a step, "" for a paragraph.
Piece = tuple[str, str]


def read(text: str) -> Document:
    """The blocks of a text. A line without a mark goes on with the piece before it, if no empty line parts them."""
    return tuple(block for chunk in re.split(r"\n\s*\n", text.strip()) for block in _blocks(chunk))


def _blocks(chunk: str) -> Iterator[Block]:
    for mark, pieces in groupby(_pieces(chunk), key=lambda piece: piece[0]):
        lines = tuple(line(told) for _, told in pieces)
        if mark in ("-", "1."):
            yield Bullets(lines, numbered=mark == "1.")
        else:
            yield from (Heading(told, len(mark)) if mark else Paragraph(told) for told in lines)


def _pieces(chunk: str) -> Iterator[Piece]:
    mark, told = "", list[str]()
    for row in chunk.splitlines():
        found = _MARKED.match(row.strip())
        if found or mark.startswith("#"):
            if told:
                yield mark, " ".join(told)
            mark, told = (_kind(found["mark"]), [found["told"]]) if found else ("", [row.strip()])
        else:
            told.append(row.strip())
    if told:
        yield mark, " ".join(told)


def _kind(mark: str) -> str:
    if mark.startswith("#"):
        return mark
    return "-" if mark in "-*" else "1."
