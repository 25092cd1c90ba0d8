"""Question sets: files of questions with the intent and the slots that each should be understood to have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import NotFound
from microjob_cli.catalog.names import suggest_spelling
from microjob_cli.questions.reader import Reader
from microjob_cli.storage.folders import shown
from microjob_cli.storage.reading import read_file

OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a set, with what is expected of it."""

    id: str
    language: str
    text: str
    intent: str
    slots: Mapping[str, Any]


def read_sets(paths: Iterable[Path]) -> list[Asked]:
    """The questions of all files, in order."""
    return [_asked(entry) for path in paths for entry in read_file(path, shown(path)).data["questions"]]


def _asked(entry: Mapping[str, Any]) -> Asked:
    return Asked(entry["id"], entry["language"], entry["text"], entry["intent"], entry.get("slots") or {})


def reader(catalogue: Catalogue) -> Reader:
    """Reads questions as the program does."""
    return Reader(catalogue, suggest_spelling)


def platform_ids(words: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """The ids that the names of sites stand for; names that no record carries as they are."""
    return frozenset(_resolved(word, lambda name: catalogue.platform(name)[0].id) for word in words)


def method_ids(words: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """The ids that the names of payout methods stand for."""
    return frozenset(_resolved(word, lambda name: catalogue.method(name).id) for word in words)


def _resolved(word: str, find: Any) -> str:
    try:
        return str(find(word.replace("_", " ")))
    except NotFound:
        return word
