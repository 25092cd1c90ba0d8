"""How terminals count the columns that a row of text takes: no two of them count Bengali alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rich.cells import get_character_cell_size

from microjob_cli.render.display_width import cells

SEQUENCE = re.compile("\x1b\\[([0-9;]*)([A-Za-z])")


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
    """The columns that the cursor was sent to, and where the row ended. Fails when something is overwritten."""
    at, sent, rest = 0, [], row
    while rest:
        found = SEQUENCE.match(rest)
        if found:
            if found[2] == "G":
                target = int(found[1]) - 1
                assert target >= at, f"column {target} begins before {at}: {row!r}"
                at = target
                sent.append(at)
            else:
                assert found[2] == "m"
            rest = rest[found.end() :]
        else:
            at += count(rest[0])
            rest = rest[1:]
    return sent, at
