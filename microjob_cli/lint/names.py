"""The names in a record, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from microjob_cli.domain.catalogue import TaskType, host
from microjob_cli.domain.findings import Place
from microjob_cli.domain.payout import PayoutMethod
from microjob_cli.domain.platform import Platform
from microjob_cli.lint.records import Entry, Records
from microjob_cli.store.places import FieldPath
from microjob_cli.store.references import walk

NAMED = (Platform, PayoutMethod, TaskType)
_SUREST = ("id", "name")


@dataclass(frozen=True, slots=True)
class Written:
    """A name as it is written in a record."""

    text: str
    path: FieldPath
    entry: Entry

    @property
    def place(self) -> Place:
        return self.entry.id_place() if self.path == ("id",) else self.entry.place(self.path)


def names_of(entry: Entry) -> Iterator[Written]:
    """Every name that leads to a record, its id first and its aliases last."""
    if entry.kind not in NAMED:
        return
    if not entry.amends:
        yield Written(entry.id, ("id",), entry)
    yield from _under("name", entry)
    yield from (name for name in _under("former_names", entry) if name.path[-1] == "name" or len(name.path) == 2)
    website = entry.data.get("website")
    if isinstance(website, str) and host(website):
        yield Written(host(website), ("website",), entry)
    yield from aliases_of(entry)


def aliases_of(entry: Entry) -> Iterator[Written]:
    """The aliases of a record."""
    return _under("aliases", entry)


def all_names(records: Records) -> Iterator[Written]:
    """Every name of every record: all ids and names first, then addresses, former names and aliases."""
    every = [name for entry in records.of(*NAMED) for name in names_of(entry)]
    yield from (name for name in every if name.path[0] in _SUREST)
    yield from (name for name in every if name.path[0] not in _SUREST)


def _under(key: str, entry: Entry) -> Iterator[Written]:
    """The texts under a key, however deep."""
    found = walk(entry.data.get(key), (key,))
    return (Written(value, path, entry) for path, value in found if isinstance(value, str))
