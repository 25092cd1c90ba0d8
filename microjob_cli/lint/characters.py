"""Characters that cannot be seen, and names for them."""

from __future__ import annotations

import re
import unicodedata

from microjob_cli.domain.text import HARMFUL

# Letters without a shape, and joiners that do not follow a Bengali character: only there are they needed.
_SHAPELESS = re.compile("[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\ufe00-\ufe0f\uffa0\ufff9-\ufffb]")
_LOOSE_JOINER = re.compile("(?<![\u0980-\u09ff\u200c\u200d])[\u200c\u200d]+")
HIDDEN = re.compile(f"{HARMFUL.pattern}|{_SHAPELESS.pattern}|{_LOOSE_JOINER.pattern}")


def code_point(character: str) -> str:
    """`U+200B`."""
    return f"U+{ord(character):04X}"


def named(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    return f"{code_point(character)} {unicodedata.name(character, '')}".strip()
