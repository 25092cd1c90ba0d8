"""Sentences that records carry, in each language of the program."""

from __future__ import annotations

import re

from microjob_cli.domain.values import dataclass

# Control characters, line and paragraph separators, marks that override the reading direction, tags, the byte order
# mark, and halves of characters: they can steer a terminal, turn the reading order, or cannot be written at all. The
# zero-width joiner and non-joiner are not among them: Bengali words need them.
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or two, in English and in Bengali."""

    en: str
    bn: str
