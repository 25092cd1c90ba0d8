"""What looking at a source again can come to."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Outcome(StrEnum):
    """What a page says of a claim, or why it says nothing. A closed list; `docs/freshness.md` explains each."""

    SAME = "same"
    DRIFTED = "drifted"
    NOT_FOUND = "not-found"
    MOVED = "moved"
    PARKED = "parked"
    GONE = "gone"
    BLOCKED = "blocked"
    UNREADABLE = "unreadable"
    NOT_CHECKABLE = "not-checkable"


class Judged(Struct, frozen=True):
    """What a page says of one claim; `proposed` is the other value found where the claim's own should stand."""

    outcome: Outcome
    proposed: str | None = None
