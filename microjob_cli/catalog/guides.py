"""Guides: short texts for beginners, whose figures are references to records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from microjob_cli.catalog.text import Text

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
