"""Sentences that records carry, in each language of the program."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or two, in English and in Bengali."""

    en: str
    bn: str
