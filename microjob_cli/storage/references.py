"""What stands anywhere in records: names of others, which must exist; the newest day; a digest of all."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct, json

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.earning_records import Study
from microjob_cli.catalog.facts import Source
from microjob_cli.catalog.offers import OFFER_MARKS, DangerSign, OfferWord
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.questions import MARKS, Word
from microjob_cli.storage.reading import FieldPath

# The code of what is wrong when a name leads to no record of that kind.
CODES: Mapping[type[Any], str] = {
    Source: "no-such-source",
    PayoutMethod: "no-such-method",
    TaskType: "no-such-task",
    Platform: "no-such-platform",
    Study: "no-such-study",
    Word: "no-such-word",
    OfferWord: "no-such-word",
    DangerSign: "no-such-sign",
}
_NAMES: Mapping[str, type[Any]] = {
    "source": Source, "method": PayoutMethod, "task": TaskType, "platform": Platform, "study": Study,
    "start": PayoutMethod, "to": PayoutMethod, "wallet": PayoutMethod,
}  # fmt: skip
# Fields whose claims have a name as their value.
_VALUES: Mapping[str, type[Any]] = {"superseded_by": PayoutMethod, "successor": Platform}
# Slots that words of questions fill with the id of a record.
_SETS: Mapping[str, type[Any]] = {"payout_methods": PayoutMethod, "task_types": TaskType}
# Lists of words that questions are understood by; each entry may offer several with a slash.
_WORDS = ("all", "none", "also", "words", "trade")

# What danger signs are known by, in words of offers.
_CLUES = "clues"
# Its keys are words that people say, whatever they are.
_LEANINGS = "weights"


def references(record: Any) -> Iterator[tuple[FieldPath, str, type[Any]]]:
    """Every name in a record of another record: its path, the name, and the kind of what it should name."""
    for path, value in walk(record):
        if not isinstance(value, str) or _LEANINGS in path:
            continue
        first, second, last = ("", "", "", *path)[-3:]
        if last in _NAMES:
            yield path, value, _NAMES[str(last)]
        elif second == "signs":
            yield path, value, DangerSign
        elif second == "sets" and last in _SETS:
            yield path, value, _SETS[str(last)]
        elif last == "value" and first in _VALUES:
            yield path, value, _VALUES[str(first)]
        elif second in _WORDS:
            kind, marks = (OfferWord, OFFER_MARKS) if _CLUES in path else (Word, MARKS)
            yield from ((path, word, kind) for word in value.split("/") if word not in marks)


# The fields that say of which day a statement or a rate is; and parts that hold many values and no day.
_DAYS = ("as_of", "on")
_DATELESS = ("words", "intents", "refusals", "leanings", "offer_leanings")


def newest_date(parts: Mapping[str, Any]) -> PartialDate | None:
    """The newest day of a statement or a rate in the parts of a catalogue."""
    dated = [held for part, held in parts.items() if part not in _DATELESS]
    days = (day for path, day in walk(dated) if isinstance(day, PartialDate) and path[-1] in _DAYS)
    return max(days, key=lambda day: day.first, default=None)


def version_of(parts: Mapping[str, Any]) -> str:
    """Twelve hexadecimal digits that change whenever any value in the records does."""
    digest = sha256()
    for part, held in parts.items():
        digest.update(part.encode())
        digest.update(json.encode(held, order="deterministic"))
    return digest.hexdigest()[:12]


def walk(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every value inside a record, or inside the plain values of one, with its path; the record itself first.

    A value that is written as one text is one value.
    """
    yield path, value
    if isinstance(value, Struct) and not hasattr(value, "parse"):
        for name in value.__struct_fields__:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, (*path, str(key)))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))
