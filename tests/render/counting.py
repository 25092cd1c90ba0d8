"""How terminals count the columns that a row of text takes: no two of them count Bengali alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rich.cells import get_character_cell_size

from microjob_cli.render.display_width import cells

SEQUENCE = re.compile("\x1b(?:\\[([0-9;]*)([mD])|[78]|\\]8;[^\x1b]*\x1b\\\\)")


def by_code_point(char: str) -> int:
    """xterm, tmux, VTE."""
    return cells(char)


def by_rich(char: str) -> int:
    """Vowel signs take nothing."""
    return get_character_cell_size(char)


def by_cluster(char: str) -> int:
    """Terminals that count a letter with all its signs as one."""
    return 0 if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf") else cells(char)


Count = Callable[[str], int]
COUNTS = (by_code_point, by_rich, by_cluster)


def starts(row: str, count: Count) -> tuple[list[int], int]:
    """The columns to which the cursor was sent back, and where the row ended. Fails when something is overwritten."""
    at, ends, sent, rest = 0, 0, list[int](), row
    while rest:
        found = SEQUENCE.match(rest)
        if not found:
            at += count(rest[0])
            rest = rest[1:]
            continue
        if found[0] == "\x1b7":
            ends = at
        elif found[0] == "\x1b8":
            assert at <= ends, f"a text ends at {at}, its column at {ends}: {row!r}"
            at = ends
        elif found[2] == "D":
            at -= int(found[1])
            sent.append(at)
        rest = rest[found.end() :]
    return sent, at
