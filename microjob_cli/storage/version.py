"""The catalogue's version: a digest of all it says, and the newest date in it."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct, json

from microjob_cli.catalog.dates import PartialDate

# The fields that say of which day a statement or a rate is.
_DAYS = frozenset({"as_of", "on"})
# Parts that hold many values and no day.
_DATELESS = frozenset({"words", "intents", "refusals", "leanings", "offer_leanings"})


def version_of(records: Mapping[str, Any]) -> str:
    """Twelve hexadecimal digits that change whenever any value in the records does."""
    digest = sha256()
    for part, held in records.items():
        digest.update(part.encode())
        digest.update(json.encode(held, order="deterministic"))
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
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            held = getattr(value, name)
            if name in _DAYS and isinstance(held, PartialDate):
                yield held
            elif held and not isinstance(held, str):
                yield from _days(held)
