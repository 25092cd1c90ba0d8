"""Opens the catalogue: from its file if the records are unchanged, else from the records themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.findings import Finding
from microjob_cli.storage import catalogue_file
from microjob_cli.storage.catalogue_file import Lists
from microjob_cli.storage.folders import CATALOGUE, checked_folder, record_files, shipped_folder
from microjob_cli.storage.layouts import ANSWERING

_PACKAGE = Path(__file__).resolve().parent.parent


class Opened(NamedTuple):
    """A catalogue, and the first thing wrong with each file of one's own that had to be left out of it."""

    catalogue: Catalogue
    left_out: tuple[Finding, ...] = ()


def open_catalogue(
    find_lists: Callable[[Catalogue], Lists], named: Path | None = None, own: Path | None = None
) -> Opened:
    """The catalogue for one call, of the shipped records, one's own over them, and those of a named folder on top.

    `find_lists` makes what a catalogue file keeps ready for questions. A broken file of one's own is left out. Raises
    UsageProblem for a named folder that is none, RecordsBroken for broken records of the others.
    """
    shipped = shipped_folder()
    if named is None and own is None:
        carried = catalogue_file.opened(shipped / CATALOGUE)
        return Opened(carried) if carried else _kept([shipped], lambda: _read(shipped), find_lists)
    above = [own, checked_folder(named) if named else None]
    folders = [shipped, *(folder for folder in above if folder)]
    return _kept(folders, lambda: _laid_over_shipped(own, named, find_lists), find_lists)


def _read(shipped: Path) -> Opened:
    from microjob_cli.storage.loading import load

    return Opened(load(shipped))


def _laid_over_shipped(own: Path | None, named: Path | None, find_lists: Callable[[Catalogue], Lists]) -> Opened:
    from microjob_cli.storage.own import over_shipped

    return Opened(*over_shipped(open_catalogue(find_lists).catalogue, own, named))


def _kept(folders: list[Path], make: Callable[[], Opened], find_lists: Callable[[Catalogue], Lists]) -> Opened:
    """What was made of the folders before, as long as they are unchanged; else what is made now."""
    from microjob_cli import caching

    key = _key(folders)
    place = caching.cache_file("catalogue", folders, "sqlite")
    before = catalogue_file.opened(place, key) if key and place else None
    if before is not None:
        return Opened(before)
    made = make()
    if key and place and not made.left_out:  # what is broken shall be told of in every call
        caching.keep(place, catalogue_file.written(made.catalogue, key, find_lists(made.catalogue)))
    return made


def _key(folders: list[Path]) -> str | None:
    """What the code that reads records, and the files of the folders, look like; None if they cannot be listed."""
    from microjob_cli import caching

    try:
        records = (path for folder in folders for path in record_files(folder, ANSWERING))
        code, files = caching.fingerprint(_code()), caching.fingerprint(records)
    except OSError:
        return None
    return f"{code}.{files}" if code and files else None


def _code() -> Iterator[Path]:
    """The modules that say what a record is and how a catalogue file holds it."""
    for part in ("domain", "store"):
        yield from sorted((_PACKAGE / part).rglob("*.py"))
