"""The claims ledger: what the article that many beginners start from promises, claim by claim, beside the evidence."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from microjob_cli.catalog.assumptions import Support
from microjob_cli.catalog.text import Text


class Holds(StrEnum):
    """What the evidence makes of a claim."""

    HOLDS = "holds"
    ROSY = "rosy"
    OUTDATED = "outdated"
    WRONG = "wrong"
    UNPROVEN = "unproven"


class LedgerEntry(Struct, frozen=True):
    """One claim, in which source it stands, and what the evidence makes of it."""

    id: str
    claim: Text
    source: str
    verdict: Holds
    why: Text
    evidence: tuple[Support, ...]
