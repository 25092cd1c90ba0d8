"""The catalogue as one SQLite file: answers are read from it, YAML and Pydantic are for those who write records.

`records` holds every record as JSON in the order of the catalogue, `names` and `lists` lead from folded names and
spellings to what they stand for, and `claims` is a flat table of all that is said, for people: no answer reads it. The
file is looked through for damage, then asked for what an answer needs. It stays open, so that nobody who replaces or
removes it meanwhile disturbs an answer, and any thread may ask.
"""

import sqlite3
import threading
import zlib
from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import json

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.names import Name, NameIndex, NameKind, fold
from microjob_cli.files import stream_of
from microjob_cli.storage.folders import PARTS
from microjob_cli.version import __version__

FORMAT = f"microjob {__version__}, catalogue 3"
INDEXED = ("platforms", "methods", "task_types")
# SQLite leaves four bytes of its header to the program ("user version"). The checksum of all others stands in them.
CHECKSUM = slice(60, 64)
_BLOCK = 1 << 17  # bytes that are looked through at a time

Lists = Mapping[str, Mapping[str, Sequence[str]]]


def checksum(stream: BinaryIO) -> bytes:
    """CRC-32 of a file without its checksum: it takes a millisecond, and shows every block that was lost."""
    found = zlib.crc32(stream.read(CHECKSUM.start))
    stream.seek(CHECKSUM.stop)
    while block := stream.read(_BLOCK):
        found = zlib.crc32(block, found)
    return found.to_bytes(4, "big")


def opened(path: Path, key: str | None = None) -> Catalogue | None:
    """The catalogue of a file; None when there is none, it is not ours, damaged, or made from something else."""
    try:
        with stream_of(path) as stream:
            right = checksum(stream)
            stream.seek(CHECKSUM.start)
            if stream.read(len(right)) != right:
                return None
        # Nobody writes into it, a new one takes its place: so there is nothing to lock.
        where = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        database = Database(sqlite3.connect(where, uri=True, check_same_thread=False))  # it is only read
        meta = dict(database.ask("select name, value from meta"))
    except (OSError, sqlite3.Error):
        return None
    if meta.get("format") != FORMAT or key not in (None, meta.get("key")):
        return None
    parts: dict[str, Any] = {part: StoredRecords(database, part) for part in PARTS}
    parts["rates"] = tuple(parts["rates"].values())
    return Catalogue(
        **parts,
        version=meta["version"],
        newest=PartialDate.parse(meta["newest"]) if meta["newest"] else None,
        indexes={part: StoredNames(database, part) for part in INDEXED},
        lists={name: StoredLists(database, name) for name in json.decode(meta["lists"])},
    )


class Database:
    """The open file. One question at a time: from Python 3.13 on threads that ask together spoil each other's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._asking = connection, threading.Lock()

    def ask(self, asked: str, *values: str) -> list[Any]:
        """All rows that answer. Raises sqlite3.Error."""
        with self._asking:
            return self._connection.execute(asked, values).fetchall()


class StoredRecords(Mapping[str, Any]):
    """The records of one part by id, each decoded when it is first asked for."""

    def __init__(self, database: Database, part: str) -> None:
        self._database, self._part = database, part
        self._decoded: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._decoded:
            asked = "select cast(json as blob) from records where part = ? and id = ?"
            rows = self._database.ask(asked, self._part, key)
            if not rows:
                raise KeyError(key)
            self._decoded[key] = self._decoder.decode(rows[0][0])
        return self._decoded[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    def items(self) -> ItemsView[str, Any]:
        return self._all.items()

    def values(self) -> ValuesView[Any]:
        return self._all.values()

    @cached_property
    def _ids(self) -> Mapping[str, None]:
        asked = "select id from records where part = ? order by rowid"
        return dict.fromkeys(key for (key,) in self._database.ask(asked, self._part))

    @cached_property
    def _all(self) -> Mapping[str, Any]:
        """All of them, asked for at once: one by one takes twice as long."""
        asked = "select id, cast(json as blob) from records where part = ?"
        for key, text in self._database.ask(asked, self._part):
            if key not in self._decoded:
                self._decoded[key] = self._decoder.decode(text)
        return {key: self._decoded[key] for key in self._ids}

    @cached_property
    def _decoder(self) -> json.Decoder[Any]:
        return json.Decoder(PARTS[self._part])


class StoredNames(NameIndex):
    """Names as they lead to records, searched without reading them all."""

    def __init__(self, database: Database, part: str) -> None:
        self._database, self._part = database, part

    def find(self, word: str) -> Name | None:
        asked = "select written, id, kind from names where part = ? and folded = ?"
        rows = self._database.ask(asked, self._part, fold(word))
        return _name(*rows[0]) if rows else None

    @cached_property
    def names(self) -> Mapping[str, Name]:
        asked = "select folded, written, id, kind from names where part = ?"
        return {folded: _name(*row) for folded, *row in self._database.ask(asked, self._part)}


def _name(written: str, key: str, kind: str) -> Name:
    return Name(written, key, NameKind(kind))


class StoredLists(Mapping[str, Sequence[str]]):
    """Lists of texts by key, each parsed when it is asked for."""

    def __init__(self, database: Database, name: str) -> None:
        self._database, self._name = database, name

    def __getitem__(self, key: str) -> Sequence[str]:
        asked = "select found from lists where name = ? and key = ?"
        rows = self._database.ask(asked, self._name, key)
        if not rows:
            raise KeyError(key)
        return json.decode(rows[0][0], type=list[str])

    def __iter__(self) -> Iterator[str]:
        asked = "select key from lists where name = ? order by key"
        return (key for (key,) in self._database.ask(asked, self._name))

    def __len__(self) -> int:
        asked = "select count(*) from lists where name = ?"
        return int(self._database.ask(asked, self._name)[0][0])
