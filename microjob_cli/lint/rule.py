"""What a rule is: a check of records, and the records as rules see them: plain values, valid or not, with places."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.facts import Source
from microjob_cli.catalog.findings import Finding, Level, Location, first_few
from microjob_cli.storage.folders import Layout
from microjob_cli.storage.loading import Folder, RecordFile, entries
from microjob_cli.storage.reading import Document, FieldPath
from microjob_cli.storage.references import walk

Plain = Mapping[str, Any]


class Said(Struct, frozen=True):
    """What one source says, a claim or a sentence, and where in its record."""

    path: FieldPath
    data: Plain

    def text(self, key: str) -> str:
        value = self.data.get(key)
        return value if isinstance(value, str) else ""

    def day(self, key: str) -> PartialDate | None:
        return day_of(self.data.get(key))


class Entry(Said, frozen=True):
    """One record. `id` is empty where it has none."""

    layout: Layout
    document: Document
    id: str

    @property
    def kind(self) -> type[Any]:
        return self.layout.kind

    @property
    def amends(self) -> bool:
        return "amends" in self.data

    def place(self, path: FieldPath = ()) -> Location:
        return self.document.place((*self.path, *path))

    def key_place(self, path: FieldPath = ()) -> Location:
        return self.document.key_place((*self.path, *path))

    def id_place(self) -> Location:
        """Where the id stands: a key of the file, or a value of the record."""
        return self.key_place() if self.layout.shape == "mapping" else self.place(("id",))

    def walk(self) -> Iterator[tuple[FieldPath, Any]]:
        return walk(self.data)

    def texts(self) -> Iterator[tuple[FieldPath, str]]:
        return ((path, value) for path, value in self.walk() if isinstance(value, str))

    def said(self) -> Iterator[Said]:
        """Everything in it that a source stands for."""
        return (Said(path, value) for path, value in self.walk() if isinstance(value, dict) and "source" in value)

    def listed(self, *path: str | int) -> tuple[Said, ...]:
        """The mappings in the list at a path."""
        node: Any = self.data
        for step in path:
            node = node.get(step) if isinstance(node, dict) else node[int(step)]
        if not isinstance(node, list):
            return ()
        return tuple(Said((*path, index), item) for index, item in enumerate(node) if isinstance(item, dict))


class Records(Struct, frozen=True, dict=True):
    """All records in force, and the files among them that are checked. `complete`: every file could be read."""

    today: date
    entries: tuple[Entry, ...]
    files: tuple[RecordFile, ...]
    complete: bool

    @cached_property
    def sources(self) -> Mapping[str, Said]:
        return {entry.id: Said((), entry.data) for entry in self.of(Source)}

    def of(self, *kinds: type[Any]) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.kind in kinds)

    @cached_property
    def ids(self) -> Mapping[type[Any], tuple[str, ...]]:
        found: dict[type[Any], list[str]] = {}
        for entry in self.entries:
            if not entry.amends:
                found.setdefault(entry.kind, []).append(entry.id)
        return {kind: tuple(ids) for kind, ids in found.items()}

    @cached_property
    def checked(self) -> tuple[Entry, ...]:
        files = {file.document.file for file in self.files}
        return tuple(entry for entry in self.entries if entry.document.file in files)


def gather(folders: Sequence[Folder], checked: frozenset[str], today: date) -> Records:
    """The records of folders laid one over the other; those of checked files come last, so that they are blamed."""
    in_force: list[Entry] = []
    for folder in folders:
        own = [
            Entry(path, data, layout, document, name if isinstance(name, str) else "")
            for layout, document in folder.documents
            for path, data, key in entries(layout, document)
            if isinstance(data, dict)
            for name in [key or data.get("id") or data.get("amends")]
        ]
        replaced = {(entry.kind, entry.id) for entry in own if entry.id and not entry.amends}
        in_force = [entry for entry in in_force if (entry.kind, entry.id) not in replaced] + own
    in_force.sort(key=lambda entry: entry.document.file in checked)
    files = tuple(found for folder in folders for found in folder.documents if found.document.file in checked)
    return Records(today, tuple(in_force), files, complete=not any(folder.unread for folder in folders))


def day_of(value: Any) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if isinstance(value, str) else None
    except FormError:
        return None


# Gets a file or one record, and all records with it; or these alone.
Check = Callable[..., Iterator[Finding]]


class Rule(Struct, frozen=True):
    """One rule. `name` is the code of its findings, `reason` tells why the rule is there."""

    name: str
    scope: type[Any]  # what it looks at: files, all records, each record, or each of one kind
    level: Level
    reason: str
    check: Check

    def findings(self, records: Records) -> Iterator[Finding]:
        """What it finds: of one file or record so many at most, of all records everything."""
        if self.scope is Records:
            yield from self._signed(self.check(records))
        else:
            entries = (entry for entry in records.checked if self.scope in (Entry, entry.kind))
            for subject in records.files if self.scope is RecordFile else entries:
                yield from first_few(self._signed(self.check(subject, records)))

    def _signed(self, found: Iterator[Finding]) -> Iterator[Finding]:
        return (replace(one, code=one.code or self.name, level=self.level) for one in found)


def rule(scope: type[Any], reason: str, level: Level = Level.ERROR) -> Callable[[Check], Rule]:
    """Makes a check of such a thing a rule, which has its name; they stand in the order of the documentation."""
    return lambda check: Rule(check.__name__.replace("_", "-"), scope, level, reason, check)


def fault(place: Location, found: str = "", expected: tuple[str, ...] = (), hint: str = "") -> Finding:
    """What a check finds, to which its rule adds code and level."""
    return Finding("", place, found, expected, hint)
