"""What each record file held when it was last read, so that after a change only the changed files are read again.

A snapshot that was made from files carries it beside the records. A file that looks as it did is not opened: its
records are those of the snapshot, which were validated then.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from microjob_cli.caching import look
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.errors import RecordsGarbled
from microjob_cli.domain.values import dataclass
from microjob_cli.store.codec import by_id


@dataclass(frozen=True, slots=True)
class FileRead:
    """How a file looked from outside, the keys of its records in their part of the catalogue, their newest date."""

    look: str
    part: str
    keys: tuple[str, ...] = ()
    newest: PartialDate | None = None


class Memory:
    """The files that a catalogue was made from, by `name_of`, and their records."""

    def __init__(self, catalogue: Catalogue, files: Mapping[str, FileRead]) -> None:
        self._catalogue = catalogue
        self._files = files
        self._parts: dict[str, Mapping[str, Any]] = {}

    def of(self, path: Path) -> FileRead | None:
        """What a file held, if it looks as it did. Raises OSError."""
        known = self._files.get(name_of(path))
        return known if known is not None and known.look == look(path) else None

    def part(self, name: str) -> Mapping[str, Any]:
        """All records of one part of the catalogue, by their keys."""
        if name not in self._parts:
            self._parts[name] = dict(by_id(getattr(self._catalogue, name)))
        return self._parts[name]

    def records(self, file: FileRead) -> dict[str, Any]:
        """The records of a file, by their keys. Raises RecordsGarbled."""
        try:
            part = self.part(file.part)
            return {key: part[key] for key in file.keys}
        except (AttributeError, KeyError) as problem:
            raise RecordsGarbled from problem


def name_of(path: Path) -> str:
    """The whole name of a file as text, which it need not be."""
    return os.fsencode(path.absolute()).decode("utf-8", "replace")
