"""Reads and validates record folders, and lays one over the other."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate, Origin, Origins
from microjob_cli.catalog.errors import RecordsBroken
from microjob_cli.catalog.explaining import held_by_field
from microjob_cli.catalog.findings import MOST_FINDINGS, Finding, more_of_the_same
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.questions import IntentWeights
from microjob_cli.catalog.text import Guide
from microjob_cli.storage.folders import ANSWERING, LAYOUTS, PARTS, Layout, files_of, shown
from microjob_cli.storage.guides import guides_in
from microjob_cli.storage.reading import Document, FieldPath, Unreadable, read_file, unreadable
from microjob_cli.storage.references import CODES, newest_date, references, version_of
from microjob_cli.storage.schema import validate


class Loaded(Struct, frozen=True):
    """One validated record, where it stands, and the id of the record that it amends, if any."""

    record: Any
    document: Document
    path: FieldPath
    amends: str | None = None
    origins: tuple[Origin, ...] = ()


class RecordFile(NamedTuple):
    """A file that could be read, and what it should hold."""

    layout: Layout
    document: Document


@dataclass(slots=True)
class Folder:
    """What one folder of records holds: its valid records by kind and id, and what is wrong with the rest."""

    records: dict[type[Any], dict[str, Loaded]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    documents: list[RecordFile] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)

    def of(self, kind: type[Any]) -> dict[str, Loaded]:
        return self.records.setdefault(kind, {})


def load(*folders: Path) -> Catalogue:
    """The catalogue of the folders, each laid over the one before. Raises RecordsBroken with every finding."""
    read = [read_folder(folder, ANSWERING) for folder in folders]
    return _sound(laid_over(read), read)


def over_shipped(shipped: Catalogue, own: Path | None, named: Path | None) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The shipped records with one's own over them and those of a named folder on top.

    A broken file of one's own is left out, and what is wrong with it is returned; one in the named folder is refused.
    Raises RecordsBroken.
    """
    layers = [folder_of(shipped)]
    left_out: tuple[Finding, ...] = ()
    if own:
        sound, left_out = _without_broken(read_folder(own, ANSWERING), layers[0])
        layers.append(sound)
    last = [read_folder(named, ANSWERING)] if named else []
    return _sound(laid_over([*layers, *last]), last), left_out


def _sound(whole: Folder, read: list[Folder]) -> Catalogue:
    """The catalogue of the whole. Raises RecordsBroken with all that is wrong in the folders that were read for it."""
    findings = [finding for folder in read for finding in folder.findings]
    findings += [finding for folder in read for finding in missing_references(folder, whole)]
    if findings:
        raise RecordsBroken(tuple(findings))
    return catalogue_of(whole)


def _without_broken(own: Folder, base: Folder) -> tuple[Folder, tuple[Finding, ...]]:
    """The records of the files in which nothing is wrong. A file that needs one of the others falls with it."""
    found: dict[str, Finding] = {}
    kept = own
    news = (*own.findings, *missing_references(own, laid_over([base, own])))
    while news:
        for finding in news:
            found.setdefault(finding.place.file, finding)
        kept = Folder()
        for kind, records in own.records.items():
            kept.records[kind] = {key: one for key, one in records.items() if one.document.file not in found}
        news = tuple(missing_references(kept, laid_over([base, kept])))
    return kept, tuple(found.values())


def missing_references(folder: Folder, whole: Folder) -> Iterator[Finding]:
    """A finding for each name in a folder's records that no record of the whole carries."""
    # An amendment without anything to amend is still there under the id that it names.
    known = {kind: {key for key, loaded in whole.of(kind).items() if not loaded.amends} for kind in CODES}
    every = (records.values() for kind, records in folder.records.items() if kind is not IntentWeights)
    for loaded in chain.from_iterable(every):
        named = [*references(loaded.record)]
        if loaded.amends:
            named.insert(0, (("amends",), loaded.amends, Platform))
        for path, name, kind in named:
            if name not in known[kind]:
                place = loaded.document.place((*loaded.path, *path))
                yield Finding(CODES[kind], place, found=name, expected=tuple(sorted(known[kind])))


# What does not stay in the order of the files.
_BY_ID = ("platforms", "intents", "refusals")


def catalogue_of(folder: Folder) -> Catalogue:
    parts: dict[str, Any] = {
        part: {key: loaded.record for key, loaded in folder.of(kind).items()}
        for part, kind in PARTS.items()
        if kind is not Origins
    }
    parts |= {name: dict(sorted(parts[name].items())) for name in _BY_ID}
    parts["rates"] = tuple(parts["rates"].values())
    return Catalogue(**parts, origins=dict(_origins(folder)), version=version_of(parts), newest=newest_date(parts))


def folder_of(catalogue: Catalogue) -> Folder:
    """The records of a catalogue as those of a folder, to lay others over them."""
    nowhere, result = Document("", ""), Folder()
    for part, kind in PARTS.items():
        held = getattr(catalogue, part)
        records = held.items() if isinstance(held, Mapping) else enumerate(held)
        result.records[kind] = {str(key): Loaded(record, nowhere, ()) for key, record in records}
    return result


def _origins(folder: Folder) -> Iterator[tuple[str, Origins]]:
    """Which files of one's own stand behind which records."""
    for part, kind in PARTS.items():
        for key, loaded in folder.of(kind).items():
            if loaded.origins:
                name = f"{part}/{key}"
                yield name, Origins(name, loaded.origins)


def read_folder(folder: Path, layouts: Sequence[Layout] = LAYOUTS) -> Folder:
    """Every record of a folder, valid or not, of these kinds. Files that are no records of ours are left alone."""
    result = Folder()
    try:
        any(folder.iterdir())
    except OSError as problem:  # told once, and not of each file that may be in it
        result.findings.append(unreadable(shown(folder), problem))
        return result
    for layout in layouts:
        try:
            paths = tuple(files_of(layout, folder))
        except OSError as problem:
            result.findings.append(unreadable(shown(folder / layout.where), problem))
            result.unread.append(folder / layout.where)
            continue
        for path in paths:
            take_file(result, layout, path)
    for guide in guides_in(folder):
        if isinstance(guide, Finding):
            result.findings.append(guide)
        else:
            record, document = guide
            result.of(Guide)[record.topic] = Loaded(record, document, ())
    return result


def take_file(result: Folder, layout: Layout, path: Path) -> None:
    """Adds the records of one file to a folder's, or what is wrong with them."""
    try:
        document = read_file(path, shown(path))
    except Unreadable as problem:
        result.findings.append(problem.finding)
        result.unread.append(path)
        return
    if layout.shape == "list" and not isinstance(document.data, list | None):
        result.findings.append(Finding("not-a-list", document.place(())))
        return
    result.documents.append(RecordFile(layout, document))
    before = len(result.findings)
    for path_in_file, data, key in entries(layout, document):
        if len(result.findings) - before >= MOST_FINDINGS:
            result.findings.append(more_of_the_same(document.place(path_in_file)))
            result.unread.append(path)
            return
        _take(result, layout, document, path_in_file, data, key)


def entries(layout: Layout, document: Document) -> Iterator[tuple[FieldPath, Any, str | None]]:
    """Path, plain data and key of each record in a file."""
    data = document.data
    if layout.shape == "record":
        yield (), data, None
    elif layout.shape == "mapping" and isinstance(data, dict):
        yield from (((key,), value, key) for key, value in data.items())
    elif layout.shape == "list" and isinstance(data, list):
        yield from (((index,), value, None) for index, value in enumerate(data))
    elif data is not None:
        yield (), None, None


def _take(result: Folder, layout: Layout, document: Document, path: FieldPath, data: Any, key: str | None) -> None:
    """Validates one record and adds it, or what is wrong with it, to the result."""
    amends = data.get("amends") if isinstance(data, dict) and layout.kind is Platform else None
    if isinstance(data, dict):
        result.findings.extend(_misplaced(data, amends, key, document, path))
        data = _completed(data, amends, key)
    valid = validate(layout.kind, data, document, path)
    if isinstance(valid, tuple):
        result.findings.extend(valid)
        return
    known = result.of(layout.kind)
    name = str(getattr(valid, "id", len(known)))
    if name in known:
        first = known[name].document.file
        result.findings.append(Finding("id-taken", document.place((*path, "id")), found=name, hint=first))
    else:
        known[name] = Loaded(valid, document, path, amends)


def _misplaced(
    data: dict[str, Any], amends: Any, key: str | None, document: Document, path: FieldPath
) -> Iterator[Finding]:
    """What a record says of itself although its place or what it amends says it already."""
    if key is not None and data.get("id", key) != key:
        yield Finding("id-differs", document.place((*path, "id")), found=str(data["id"]), expected=(key,))
    for name in sorted(_IDENTITY & data.keys()) if isinstance(amends, str) else ():
        yield Finding("amends-only-claims", document.place((*path, name)), found=name)


def _completed(data: dict[str, Any], amends: Any, key: str | None) -> dict[str, Any]:
    """The data of a record with what its place implies: its key is its id; an amendment names what it amends."""
    if key is not None:
        return {"id": key, **data}
    if isinstance(amends, str):
        given = {name: value for name, value in data.items() if name != "amends"}
        return {"id": amends, "name": amends, "website": None, "aliases": {}, "status": [], **given}
    return data


def laid_over(folders: list[Folder]) -> Folder:
    """The records of all folders: a later one replaces an earlier one of the same id, or amends it.

    Those of the first folder are the common ground; of all others it is remembered in which file they stand.
    """
    result = Folder()
    for depth, folder in enumerate(folders):
        for kind, records in folder.records.items():
            for key, loaded in records.items():
                name = f"{len(result.of(kind))}" if kind is ExchangeRate else key
                traced = replace(loaded, origins=(_origin(loaded),)) if depth else loaded
                base = result.of(kind).get(name) if loaded.amends else None
                if base:
                    joined, origins = _joined(base.record, traced.record), (*traced.origins, *base.origins)
                    traced = Loaded(joined, traced.document, traced.path, origins=origins)
                result.of(kind)[name] = traced
    return result


def _origin(loaded: Loaded) -> Origin:
    """Where a record stands, and what it adds if it amends another."""
    counts = {name: len(held) for name, held in held_by_field(loaded.record) if held} if loaded.amends else {}
    file = os.fsencode(Path(loaded.document.file).absolute()).decode("utf-8", "replace")  # a name need not be text
    return Origin(file, whole=not loaded.amends, counts=counts)


_IDENTITY = {"id", "name", "website", "unnamed"}
_LABELS = ("method", "task", "rater")


def _joined(base: Any, extra: Any) -> Any:
    """The base record with the claims of the other one put before its own."""
    fields = [name for name in base.__struct_fields__ if name not in _IDENTITY and name not in _LABELS]
    return replace(base, **{name: _joined_values(getattr(base, name), getattr(extra, name)) for name in fields})


def _joined_values(base: Any, extra: Any) -> Any:
    if isinstance(base, Mapping):
        return {key: _joined_values(base.get(key, ()), extra.get(key, ())) for key in {**base, **extra}}
    if not isinstance(base, tuple):
        return _joined(base, extra)
    labelled = {_label(entry): entry for entry in extra if _label(entry)}
    joined = [_joined(entry, labelled.pop(_label(entry))) if _label(entry) in labelled else entry for entry in base]
    return (*(entry for entry in extra if not _label(entry)), *joined, *labelled.values())


def _label(entry: Any) -> str | None:
    return next((str(getattr(entry, label)) for label in _LABELS if hasattr(entry, label)), None)
