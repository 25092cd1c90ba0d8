"""The catalogue of one folder: read whole, or after a change only where it changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from microjob_cli.caching import look
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.errors import RecordsBroken
from microjob_cli.domain.findings import Finding
from microjob_cli.store.folders import ANSWERING, Layout, shown
from microjob_cli.store.loading import Folder, Loaded, catalogue_of, laid_over, read_folder, take_file
from microjob_cli.store.memory import FileRead, Memory, name_of
from microjob_cli.store.places import Document
from microjob_cli.store.references import missing_references
from microjob_cli.store.version import newest_date


def catalogue_in(folder: Path, memory: Memory | None) -> tuple[Catalogue, Mapping[str, FileRead]]:
    """The catalogue of a folder, and what each of its record files holds. Raises RecordsBroken with every finding.

    Where anything is wrong after a change all is read, so that every finding has its place.
    """
    if memory is not None:
        reading = _Reading(folder, memory)
        if not any(reading.findings()):
            return reading.catalogue()
    reading = _Reading(folder, Memory(catalogue_of(Folder()), {}))
    if findings := tuple(reading.findings()):
        raise RecordsBroken(findings)
    return reading.catalogue()


class _Reading:
    """Reads the files of a folder that are not remembered, and takes over the records of the others."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self.memory = memory
        self.files: dict[str, FileRead] = {}
        self.read = read_folder(folder, ANSWERING, self.take)
        self.whole = laid_over([self.read])

    def take(self, result: Folder, layout: Layout, path: Path) -> None:
        """Adds the records of a file to a folder's."""
        try:
            known, seen = self.memory.of(path), look(path)
        except OSError:  # there is a finding for that
            take_file(result, layout, path)
            return
        records, before = result.of(layout.kind), set(result.of(layout.kind))
        if known is None:
            take_file(result, layout, path)
            known = FileRead(seen, str(layout.part), tuple(key for key in records if key not in before))
            news = {known.part: {key: records[key].record for key in known.keys}}
            known = replace(known, newest=newest_date(news))
        elif before.isdisjoint(known.keys):
            document, held = Document(shown(path), ""), self.memory.records(known)
            records.update({key: Loaded(record, document, (), remembered=True) for key, record in held.items()})
        else:  # two files with the same id: read, it is a finding
            take_file(result, layout, path)
        self.files[name_of(path)] = known

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the records, as far as it was not found to be right before."""
        yield from self.read.findings
        if any(self.vanished()):
            yield from missing_references(self.read, self.whole)
            return
        news = {
            kind: {key: loaded for key, loaded in records.items() if not loaded.remembered}
            for kind, records in self.read.records.items()
        }
        yield from missing_references(Folder(news), self.whole)

    def vanished(self) -> Iterator[str]:
        """The remembered records that are there no longer: others may name them."""
        for layout in ANSWERING:
            yield from self.memory.part(str(layout.part)).keys() - self.whole.of(layout.kind).keys()

    def catalogue(self) -> tuple[Catalogue, Mapping[str, FileRead]]:
        """The catalogue of records without findings, and the files."""
        dates = [file.newest for file in self.files.values() if file.newest]
        newest = max(dates, key=lambda day: day.first, default=None)
        return catalogue_of(self.whole, newest), self.files
