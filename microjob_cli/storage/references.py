"""What records name must exist: sources, payout methods, task types, platforms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from microjob_cli.catalog.catalogue import TaskType
from microjob_cli.catalog.facts import Source
from microjob_cli.catalog.findings import Finding
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.questions import MARKS, IntentWeights, Word
from microjob_cli.catalog.studies import Study
from microjob_cli.storage.places import FieldPath

if TYPE_CHECKING:
    from microjob_cli.storage.loading import Folder

_NAMES: Mapping[str, tuple[type[Any], str]] = {
    "source": (Source, "no-such-source"),
    "method": (PayoutMethod, "no-such-method"),
    "task": (TaskType, "no-such-task"),
    "platform": (Platform, "no-such-platform"),
    "study": (Study, "no-such-study"),
    "start": (PayoutMethod, "no-such-method"),
    "to": (PayoutMethod, "no-such-method"),
    "wallet": (PayoutMethod, "no-such-method"),
}
_VALUES: Mapping[str, tuple[type[Any], str]] = {
    "superseded_by": (PayoutMethod, "no-such-method"),
    "successor": (Platform, "no-such-platform"),
}

# Slots that words of questions fill with the id of a record.
_SETS: Mapping[str, tuple[type[Any], str]] = {
    "payout_methods": (PayoutMethod, "no-such-method"),
    "task_types": (TaskType, "no-such-task"),
}

# Lists of words that questions are understood by; each entry may offer several with a slash.
_WORDS = ("all", "none", "also", "words")

# Its keys are words that people say, whatever they are.
_LEANINGS = "weights"

_KINDS: frozenset[type[Any]] = frozenset([*(kind for kind, _ in (*_NAMES.values(), *_VALUES.values())), Word])


def missing_references(folder: Folder, whole: Folder) -> Iterator[Finding]:
    """A finding for each name in a folder's records that no record of the whole carries."""
    # An amendment without anything to amend is still there under the id that it names.
    known = {kind: {key for key, loaded in whole.of(kind).items() if not loaded.amends} for kind in _KINDS}
    for records in (records for kind, records in folder.records.items() if kind is not IntentWeights):
        for loaded in records.values():
            if loaded.amends and loaded.amends not in known[Platform]:
                place = loaded.document.place((*loaded.path, "amends"))
                yield Finding("no-such-platform", place, found=loaded.amends, expected=tuple(sorted(known[Platform])))
            for path, name, (kind, code) in references(loaded.record):
                if name not in known[kind]:
                    place = loaded.document.place((*loaded.path, *path))
                    yield Finding(code, place, found=name, expected=tuple(sorted(known[kind])))


def references(record: Any) -> Iterator[tuple[FieldPath, str, tuple[type[Any], str]]]:
    """Every name in a record of another record: its path, the name, and what it should name."""
    for path, value in walk(record):
        step = path[-1] if path else ""
        if _LEANINGS in path:
            continue
        if step in _NAMES and isinstance(value, str):
            yield path, value, _NAMES[str(step)]
        elif step in _SETS and len(path) >= 2 and path[-2] == "sets" and isinstance(value, str):
            yield path, value, _SETS[str(step)]
        elif step == "value" and len(path) >= 3 and path[-3] in _VALUES and isinstance(value, str):
            yield path, value, _VALUES[str(path[-3])]
        elif len(path) >= 2 and path[-2] in _WORDS and isinstance(value, str):
            yield from ((path, word, (Word, "no-such-word")) for word in value.split("/") if word not in MARKS)


def walk(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, Any]]:
    """Every value inside a record, or inside the plain values of one, with its path; the record itself first."""
    yield path, value
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from walk(inner, (*path, str(key)))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))
