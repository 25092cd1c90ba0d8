"""The catalogue's version: a digest of all it says, and the newest date in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from hashlib import sha256
from typing import Any

from microjob_cli.domain.dates import PartialDate
from microjob_cli.store.codec import by_id, line_of
from microjob_cli.store.references import names_of

# The fields that say of which day a statement or a rate is.
_DAYS = frozenset({"as_of", "on"})
# Parts that hold many values and no day.
_DATELESS = frozenset({"words", "intents", "refusals", "leanings"})


def version_of(records: Mapping[str, Any]) -> str:
    """Twelve hexadecimal digits that change whenever any value in the records does."""
    digest = sha256()
    for part, held in records.items():
        digest.update(part.encode())
        for key, record in by_id(held):
            digest.update(b"\n%b=%b" % (key.encode(), line_of(record)))
    return digest.hexdigest()[:12]


def newest_date(records: Mapping[str, Any]) -> PartialDate | None:
    """The newest `as_of` or rate date."""
    dated = {part: held for part, held in records.items() if part not in _DATELESS}
    return max(_days(dated), key=lambda day: day.first, default=None)


def _days(value: Any) -> Iterator[PartialDate]:
    if isinstance(value, Mapping):
        value = tuple(value.values())
    if isinstance(value, tuple):
        for inner in value:
            yield from _days(inner)
    elif is_dataclass(value):
        kind: Any = type(value)
        for name in names_of(kind):
            held = getattr(value, name)
            if name in _DAYS and isinstance(held, PartialDate):
                yield held
            elif held and not isinstance(held, str):
                yield from _days(held)
