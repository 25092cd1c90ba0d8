"""Sentences that records carry, in each language of the program, and guides made of them."""

import re
from collections.abc import Iterator

from msgspec import Struct

# Control characters, line and paragraph separators, marks that override the reading direction, tags, the byte order
# mark, halves of characters, and letters without a shape: they can steer a terminal, turn the reading order, make two
# names of one, or cannot be written at all. The zero-width joiner and non-joiner are not among them: Bengali words need
# them. Nor are the selectors between two shapes of a sign: emoji need those.
# The patterns are texts: compiling them takes time, and many an answer is plain ASCII.
HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]"
)
# Joiners at the start or after a Latin letter or sign, where nothing joins.
LOOSE_JOINERS = "(?<![^\x00-\u02af])[\u200c\u200d]+"


class Text(Struct, frozen=True):
    """One sentence or two, in English and in Bengali."""

    en: str
    bn: str


# `{{sproutgigs payouts.paypal.minimum}}` or `{{USD/BDT}}`: what `microjob why` can be asked.
REFERENCE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


class Guide(Struct, frozen=True):
    """One topic in both languages. `text` is Markdown without the title: headings, paragraphs and lists."""

    topic: str
    title: Text
    text: Text


def references(text: str) -> Iterator[str]:
    """What the figures in a text refer to, in its order."""
    return (match[1] for match in REFERENCE.finditer(text))
