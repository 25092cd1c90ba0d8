"""Characters that cannot be seen, and names for them."""

from __future__ import annotations

import re
import unicodedata

from microjob_cli.domain.text import HARMFUL

# What else is not seen in a record, joiners that do not follow a Bengali character, for only there are they needed, and
# more marks on a letter than any word has: they spill over the lines around it.
_SHAPELESS = "[\u2800\ufe00-\ufe0f]"
_LOOSE_JOINER = "(?<![\u0980-\u09ff\u200c\u200d])[\u200c\u200d]+"
_STACKED = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}"
HIDDEN = re.compile("|".join((HARMFUL, _SHAPELESS, _LOOSE_JOINER, _STACKED)))


def code_point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character):04X}"


def named(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    return f"{code_point(character)} {unicodedata.name(character, '')}".strip()
