"""The SQLite file of an export, the same bytes from the same rows; its tables are laid down in `export.sql`."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_SQL = Path(__file__).with_name("export.sql")
_TABLE = re.compile(r"create table (\w+) \( -- (.*)\n((?:  .*\n)+)")
_COLUMN = re.compile(r'  "?(\w+)"? (?:text|integer|real)\b[^-\n]*(?:-- (.*))?\n')

# The database by the name of its file.
NAME = "microjob"
# Where Datasette finds words in a table, and by what it lets one choose.
_SHOWN: Mapping[str, Mapping[str, Any]] = {
    "sites": {"fts_table": "sites_fts", "sort": "place", "facets": ["verdict", "evidence", "kind", "status"]},
    "methods": {"fts_table": "methods_fts", "label_column": "name_en", "facets": ["kind", "reaches", "standing"]},
    "claims": {"facets": ["part", "confidence", "role"]},
    "facts": {"facets": ["part", "stale"]},
    "payout_options": {"facets": ["method", "current"]},
    "sources": {"facets": ["kind"], "label_column": "title"},
    "warnings": {"facets": ["code", "weight"]},
    "payment_proofs": {"facets": ["paid", "by"]},
    "rates": {"facets": ["base", "kind"]},
    **{f"{table}_fts": {"hidden": True} for table in ("sites", "methods")},
}


class Table(NamedTuple):
    """A table, and what it and its columns hold."""

    about: str
    columns: Mapping[str, str]


@cache
def tables() -> Mapping[str, Table]:
    found = _TABLE.findall(_SQL.read_text(encoding="utf-8"))
    return {name: Table(about, dict(_COLUMN.findall(columns))) for name, about, columns in found}


def written(rows: Mapping[str, Iterable[Mapping[str, Any]]], searched: Mapping[str, Sequence[str]]) -> bytes:
    """The database. `searched` holds the text by which each row of a table is found."""
    database = sqlite3.connect(":memory:")
    database.executescript(_SQL.read_text(encoding="utf-8"))
    database.execute("pragma foreign_keys = on")
    for table, held in rows.items():
        columns = tables()[table].columns
        names, values = (", ".join(mark.format(name) for name in columns) for mark in ('"{}"', ":{}"))
        database.executemany(f"insert into {table} ({names}) values ({values})", held)
    for table, texts in searched.items():
        database.executemany(f"insert into {table}_fts (rowid, text) values (?, ?)", enumerate(texts, 1))
    database.commit()
    database.execute("vacuum")
    return bytes(database.serialize())


def described() -> dict[str, Any]:
    """What Datasette shall know of the file: what stands in it, what to choose by, and what people ask of it."""
    about: dict[str, dict[str, Any]] = {
        name: {"description": table.about, "columns": {key: text for key, text in table.columns.items() if text}}
        for name, table in tables().items()
    }
    for name, more in _SHOWN.items():
        about.setdefault(name, {}).update(more)
    asked = _SQL.with_name("export_queries.sql").read_text(encoding="utf-8")
    found = re.findall(r"^-- (\w+): (.*)\n((?:[^;-].*\n)+)", asked, re.MULTILINE)
    queries = {name: {"title": title, "sql": sql.strip()} for name, title, sql in found}
    return {"title": "microjob", "databases": {NAME: {"tables": about, "queries": queries}}}
