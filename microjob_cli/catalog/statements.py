"""Sentences that a source stands for."""

from __future__ import annotations

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Basis, Confidence
from microjob_cli.catalog.text import Text


class Statement(Struct, frozen=True, omit_defaults=True):
    """A sentence in both languages that one source stands for."""

    en: str
    bn: str
    source: str
    confidence: Confidence
    as_of: PartialDate | None = None
    basis: Basis = Basis.STATED

    @property
    def text(self) -> Text:
        return Text(self.en, self.bn)
