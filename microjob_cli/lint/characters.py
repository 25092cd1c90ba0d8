"""Characters named, for those that cannot be seen."""

from __future__ import annotations

import unicodedata


def code_point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character):04X}"


def named(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    return f"{code_point(character)} {unicodedata.name(character, '')}".strip()
