"""Opens the catalogue: from a snapshot if the records are unchanged, else from the records themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.findings import Finding
from microjob_cli.store import snapshot
from microjob_cli.store.folders import ANSWERING, SNAPSHOT, checked_folder, record_files, shipped_folder

_PACKAGE = Path(__file__).resolve().parent.parent


class Opened(NamedTuple):
    """A catalogue, and the first thing wrong with each file of one's own that had to be left out of it."""

    catalogue: Catalogue
    left_out: tuple[Finding, ...] = ()


def open_catalogue(named: Path | None = None, own: Path | None = None, *, trusting: bool = True) -> Opened:
    """The catalogue for one call, of the shipped records, one's own over them, and those of a named folder on top.

    Without trust no snapshot is read, for one was found garbled. A broken file of one's own is left out. Raises
    UsageProblem for a named folder that is none, RecordsBroken for broken records of the others.
    """
    shipped = shipped_folder()
    if named is None and own is None:
        carried = snapshot.opened(shipped / SNAPSHOT) if trusting else None
        return Opened(carried) if carried else _cached([shipped], trusting, lambda: Opened(_loaded(shipped)))
    above = [own, checked_folder(named) if named else None]
    folders = [shipped, *(folder for folder in above if folder)]
    return _cached(folders, trusting, lambda: _laid_over_shipped(own, named, trusting))


def _loaded(shipped: Path) -> Catalogue:
    from microjob_cli.store.loading import load

    return load(shipped)


def _laid_over_shipped(own: Path | None, named: Path | None, trusting: bool) -> Opened:
    from microjob_cli.store.own import over_shipped

    return Opened(*over_shipped(open_catalogue(trusting=trusting).catalogue, own, named))


def _cached(folders: list[Path], trusting: bool, make: Callable[[], Opened]) -> Opened:
    """What was made of the folders before, as long as they are unchanged; else what is made now."""
    from microjob_cli import caching

    key = _key(folders)
    place = caching.cache_file("catalogue", folders, "snapshot")
    if key and place and trusting:
        found = snapshot.opened(place, key)
        if found is not None:
            return Opened(found)
    opened = make()
    if key and place and not opened.left_out:  # what is broken shall be told of in every call
        caching.keep(place, snapshot.written(opened.catalogue, key))
    return opened


def _key(folders: list[Path]) -> str | None:
    """What the files of the folders, and the code that reads them, look like; None if they cannot be listed."""
    from microjob_cli import caching

    try:
        records = (path for folder in folders for path in record_files(folder, ANSWERING))
        return caching.fingerprint([*_code(), *records])
    except OSError:
        return None


def _code() -> Iterator[Path]:
    """The modules that say what a record is and how a snapshot holds it."""
    for part in ("domain", "store"):
        yield from sorted((_PACKAGE / part).rglob("*.py"))
