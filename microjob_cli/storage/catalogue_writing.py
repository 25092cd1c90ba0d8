"""Writes the catalogue file, the same bytes from the same records in every process."""

import sqlite3
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from msgspec import json
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import PLATFORMS, WITH_PAYOUTS, Catalogue
from microjob_cli.catalog.explaining import claims_of, value_text
from microjob_cli.catalog.platform import Platform
from microjob_cli.storage.catalogue_file import CHECKSUM, FORMAT, INDEXED, Lists, checksum
from microjob_cli.storage.folders import PARTS

_TABLES = """
create table meta (name text primary key, value text) without rowid;
create table records (part text, id text, json text, unique (part, id));
create table names (part text, folded text, written text, id text, kind text, primary key (part, folded)) without rowid;
create table lists (name text, key text, found text, primary key (name, key)) without rowid;
create table claims (part text, record text, field text, place integer, value text, bound text, source text,
    source_kind text, address text, confidence text, as_of text, since text, until text, basis text, note_en text,
    note_bn text);
"""
# An old SQLite cannot hand out what it made in memory: then answers are made from the records in every call.
SUPPORTED = hasattr(sqlite3.Connection, "serialize")


def written(catalogue: Catalogue, key: str, lists: Lists) -> bytes:
    """The catalogue as a file. `key` says what it was made from; `lists` are what finds words in questions."""
    database = sqlite3.connect(":memory:")
    database.executescript(_TABLES)
    lists = {**lists, PLATFORMS: {WITH_PAYOUTS: catalogue.with_payouts}}
    for table, rows in {
        "meta": _meta(catalogue, key, lists),
        "records": _records(catalogue),
        "names": (
            (part, folded, name.written, name.id, name.kind)
            for part in INDEXED
            for folded, name in catalogue.index(part).names.items()
        ),
        "lists": ((name, word, _text(found)) for name, held in lists.items() for word, found in held.items()),
        "claims": _claims(catalogue),
    }.items():
        columns = len(database.execute(f"pragma table_info({table})").fetchall())
        database.executemany(f"insert into {table} values ({', '.join('?' * columns)})", rows)
    database.commit()
    content = bytearray(database.serialize())
    content[CHECKSUM] = checksum(BytesIO(content))
    return bytes(content)


def _meta(catalogue: Catalogue, key: str, lists: Lists) -> Iterator[tuple[str, str | None]]:
    yield "format", FORMAT
    yield "key", key
    yield "version", catalogue.version
    yield "newest", str(catalogue.newest) if catalogue.newest else None
    yield "lists", _text(list(lists))


def _records(catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    for part in PARTS:
        held = getattr(catalogue, part)
        for key, record in held.items() if isinstance(held, Mapping) else enumerate(held):
            yield part, str(key), _text(_in_order(record) if isinstance(record, Platform) else record)


def _in_order(platform: Platform) -> Platform:
    """A platform whose sets are lists by the alphabet: the order of a set is another one in every process."""
    sets = {name: getattr(platform, name) for name in ("devices", "identity_checks")}
    lists: Any = {name: [replace(one, value=sorted(one.value)) for one in claims] for name, claims in sets.items()}
    return replace(platform, **lists)


def _text(value: Any) -> str:
    return str(json.encode(value), "utf-8")


def _claims(catalogue: Catalogue) -> Iterator[tuple[Any, ...]]:
    """A row for each claim of each record, in the order of the records."""
    for part, key, field, held in claims_of(catalogue):
        for place, claim in enumerate(held):
            source, note = catalogue.sources[claim.source], claim.note
            dates = (str(day) if day else None for day in (claim.as_of, claim.since, claim.until))
            about = (claim.source, source.kind, source.shown_address, claim.confidence, *dates, claim.basis)
            said = (value_text(claim.value), claim.bound, *about, note and note.en, note and note.bn)
            yield part, key, field, place, *said
