"""What looking at a source again can come to, and what came of earlier looks: in a file, without a word of the page."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from microjob_cli.files import content_of, write_whole

# So many looks are remembered of each page.
_KEPT = 12
# A page is called gone for good after so many looks, each on another day.
GONE_AFTER = 3


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


class Look(Struct, frozen=True):
    """On which day a page was looked at, and what came of it; `same` stands for a page that could be read."""

    on: date
    outcome: Outcome


class PageHistory(Struct, frozen=True, omit_defaults=True):
    """Of one address: what to ask with whether it has changed, its looks, and what it said of each claim last."""

    etag: str | None = None
    modified: str | None = None
    looks: tuple[Look, ...] = ()
    claims: Mapping[str, Judged] = field(default_factory=dict)

    def with_look(self, look: Look) -> PageHistory:
        """With one more look; of one day the last one counts."""
        before = tuple(one for one in self.looks if one.on != look.on)
        return replace(self, looks=(*before, look)[-_KEPT:])

    @property
    def is_gone_for_good(self) -> bool:
        last = self.looks[-GONE_AFTER:]
        return len(last) == GONE_AFTER and all(look.outcome is Outcome.GONE for look in last)


def history_in(path: Path) -> dict[str, PageHistory]:
    """The history in a file; empty where there is none, or none that can be read: then each page is looked at anew."""
    with suppress(OSError, msgspec.MsgspecError):
        return msgspec.json.decode(content_of(path), type=dict[str, PageHistory])
    return {}


def keep(path: Path, history: Mapping[str, PageHistory]) -> None:
    """Keeps the history, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, msgspec.json.format(msgspec.json.encode(dict(sorted(history.items()))), indent=1) + b"\n")


def usual_place() -> Path:
    """Where the history is kept when nobody names a place."""
    from platformdirs import user_state_path

    return user_state_path("microjob", appauthor=False) / "looks.json"
