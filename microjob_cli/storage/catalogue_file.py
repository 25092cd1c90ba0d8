"""The catalogue as one SQLite file: answers are read from it, YAML and Pydantic are for those who write records.

`records` holds every record as JSON, `names` and `lists` lead from folded names and spellings to what they stand for,
and `claims` is a flat table of all that is said, for people: no answer reads it. The file is read into memory as a
whole, so that nobody who replaces or removes it meanwhile disturbs an answer, and any thread may ask.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from typing import Any

from msgspec import json

from microjob_cli import __version__
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.names import Name, NameIndex, NameKind, fold
from microjob_cli.storage.claims_table import CLAIMS, claims_rows
from microjob_cli.storage.layouts import PARTS

_FORMAT = f"microjob {__version__}, catalogue 1"
_TABLES = f"""
create table meta (name text primary key, value text) without rowid;
create table records (part text, id text, place integer, json text, primary key (part, id));
create table names (part text, folded text, written text, id text, kind text, primary key (part, folded)) without rowid;
create table lists (name text, key text, found text, primary key (name, key)) without rowid;
create table claims ({", ".join(CLAIMS)});
"""
_INDEXED = ("platforms", "methods", "task_types")
# SQLite leaves four bytes of its header to the program ("user version"). The checksum of all others stands in them.
_CHECKSUM = slice(60, 64)

Lists = Mapping[str, Mapping[str, Sequence[str]]]


def written(catalogue: Catalogue, key: str, lists: Lists) -> bytes:
    """The catalogue as a file. `key` says what it was made from; `lists` are what finds words in questions."""
    database = sqlite3.connect(":memory:")
    database.executescript(_TABLES)
    newest = str(catalogue.newest) if catalogue.newest else None
    meta = {"format": _FORMAT, "key": key, "version": catalogue.version, "newest": newest}
    database.executemany("insert into meta values (?, ?)", meta.items())
    database.executemany("insert into records values (?, ?, ?, ?)", _records(catalogue))
    database.executemany("insert into names values (?, ?, ?, ?, ?)", _names(catalogue))
    rows = ((name, key, _text(found)) for name, table in lists.items() for key, found in table.items())
    database.executemany("insert into lists values (?, ?, ?)", rows)
    marks = ", ".join("?" * len(CLAIMS))
    database.executemany(f"insert into claims values ({marks})", claims_rows(catalogue))
    database.commit()
    content = bytearray(database.serialize())
    content[_CHECKSUM] = _checksum(content)
    return bytes(content)


def _records(catalogue: Catalogue) -> Iterator[tuple[str, str, int, str]]:
    for part in PARTS:
        for place, (key, record) in enumerate(by_id(getattr(catalogue, part))):
            yield part, key, place, _text(record)


def _names(catalogue: Catalogue) -> Iterator[tuple[str, str, str, str, str]]:
    for part in _INDEXED:
        for folded, name in catalogue.index(part).names.items():
            yield part, folded, name.written, name.id, name.kind


def _text(value: Any) -> str:
    return str(json.encode(value), "utf-8")


def _checksum(content: bytes | bytearray) -> bytes:
    """CRC-32 of a file without its checksum: it takes a millisecond, and shows every block that was lost."""
    view = memoryview(content)
    return zlib.crc32(view[_CHECKSUM.stop :], zlib.crc32(view[: _CHECKSUM.start])).to_bytes(4, "big")


def by_id(records: Any) -> Iterable[tuple[str, Any]]:
    """The records of one part of the catalogue with their ids; of a list the places stand for them."""
    return records.items() if isinstance(records, Mapping) else ((str(at), one) for at, one in enumerate(records))


def opened(path: Path, key: str | None = None) -> Catalogue | None:
    """The catalogue of a file; None when there is none, it is not ours, damaged, or made from something else."""
    try:
        if not S_ISREG(path.stat().st_mode):  # to open a pipe would wait for ever
            return None
        return read(path.read_bytes(), key)
    except OSError:
        return None


def read(content: bytes, key: str | None = None) -> Catalogue | None:
    """The catalogue in the bytes of a file; None when it is not ours, damaged, or made from something else."""
    if content[_CHECKSUM] != _checksum(content):
        return None
    try:
        database = sqlite3.connect(":memory:", check_same_thread=False)  # it is only read
        database.deserialize(content)
        meta = dict(database.execute("select name, value from meta"))
    except (sqlite3.Error, AttributeError):  # AttributeError: an SQLite too old to read from memory
        return None
    if meta.get("format") != _FORMAT or key not in (None, meta.get("key")):
        return None
    parts: dict[str, Any] = {part: StoredRecords(database, part) for part in PARTS}
    parts["rates"] = tuple(parts["rates"].values())
    return Catalogue(
        **parts,
        version=meta["version"],
        newest=PartialDate.parse(meta["newest"]) if meta["newest"] else None,
        indexes={part: StoredNames(database, part) for part in _INDEXED},
        lists=StoredTables(database),
    )


class StoredRecords(Mapping[str, Any]):
    """The records of one part by id, each decoded when it is first asked for."""

    def __init__(self, database: sqlite3.Connection, part: str) -> None:
        self._database, self._part = database, part
        self._decoded: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self._decoded:
            asked = "select json from records where part = ? and id = ?"
            row = self._database.execute(asked, (self._part, key)).fetchone()
            if row is None:
                raise KeyError(key)
            self._decoded[key] = self._decoder.decode(row[0])
        return self._decoded[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, key: object) -> bool:
        return key in self._ids

    @cached_property
    def _ids(self) -> Mapping[str, None]:
        asked = "select id from records where part = ? order by place"
        return dict.fromkeys(key for (key,) in self._database.execute(asked, (self._part,)))

    @cached_property
    def _decoder(self) -> json.Decoder[Any]:
        return json.Decoder(PARTS[self._part])


class StoredNames(NameIndex):
    """Names as they lead to records, searched without reading them all."""

    def __init__(self, database: sqlite3.Connection, part: str) -> None:
        self._database, self._part = database, part

    def find(self, word: str) -> Name | None:
        asked = "select written, id, kind from names where part = ? and folded = ?"
        row = self._database.execute(asked, (self._part, fold(word))).fetchone()
        return _name(*row) if row else None

    @cached_property
    def names(self) -> Mapping[str, Name]:
        asked = "select folded, written, id, kind from names where part = ?"
        return {folded: _name(*row) for folded, *row in self._database.execute(asked, (self._part,))}


def _name(written: str, key: str, kind: str) -> Name:
    return Name(written, key, NameKind(kind))


class StoredTables(Mapping[str, Mapping[str, Sequence[str]]]):
    """The lists of texts of a file, by name and key."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def __getitem__(self, name: str) -> Mapping[str, Sequence[str]]:
        return StoredLists(self._database, name)

    def __iter__(self) -> Iterator[str]:
        return (name for (name,) in self._database.execute("select distinct name from lists"))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class StoredLists(Mapping[str, Sequence[str]]):
    """Lists of texts by key, each parsed when it is asked for."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._database, self._name = database, name

    def __getitem__(self, key: str) -> Sequence[str]:
        asked = "select found from lists where name = ? and key = ?"
        row = self._database.execute(asked, (self._name, key)).fetchone()
        if row is None:
            raise KeyError(key)
        return json.decode(row[0], type=list[str])

    def __iter__(self) -> Iterator[str]:
        asked = "select key from lists where name = ? order by key"
        return (key for (key,) in self._database.execute(asked, (self._name,)))

    def __len__(self) -> int:
        asked = "select count(*) from lists where name = ?"
        return int(self._database.execute(asked, (self._name,)).fetchone()[0])
