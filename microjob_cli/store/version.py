"""The catalogue's version: a digest of all it says, and the newest date in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from hashlib import sha256
from typing import Any

from microjob_cli.domain.dates import PartialDate
from microjob_cli.store.references import walk


def version_of(records: Any) -> str:
    """Twelve hexadecimal digits that change whenever any value in the records does."""
    digest = sha256()
    for path, value in walk(records):
        if not is_dataclass(value) and not isinstance(value, Mapping | tuple):
            shown = sorted(value) if isinstance(value, frozenset) else value
            digest.update(f"{path}={shown}\n".encode())
    return digest.hexdigest()[:12]


def newest_date(records: Any) -> PartialDate | None:
    """The newest `as_of` or rate date."""
    dates = [value for path, value in walk(records) if path and path[-1] in ("as_of", "on") and value]
    return max(dates, key=lambda day: day.first, default=None)
