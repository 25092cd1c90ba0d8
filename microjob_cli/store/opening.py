"""Opens the catalogue: from a snapshot if the records are unchanged, else from the records themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.store import snapshot
from microjob_cli.store.folders import ANSWERING, SNAPSHOT, checked_folder, record_files, shipped_folder

_PACKAGE = Path(__file__).resolve().parent.parent


def open_catalogue(named: Path | None, *, trusting: bool = True) -> Catalogue:
    """The catalogue for one call; without trust no snapshot is read, for one was found garbled.

    Raises UsageProblem for no folder, RecordsBroken for broken records.
    """
    shipped = shipped_folder()
    if named is None and trusting:
        carried = snapshot.opened(shipped / SNAPSHOT)
        if carried is not None:
            return carried
    return _cached([shipped] if named is None else [shipped, checked_folder(named)], trusting)


def _cached(folders: list[Path], trusting: bool) -> Catalogue:
    from microjob_cli import caching

    key = _key(folders)
    place = caching.cache_file("catalogue", folders, "snapshot")
    if key and place and trusting:
        found = snapshot.opened(place, key)
        if found is not None:
            return found
    from microjob_cli.store.loading import load

    catalogue = load(*folders)
    if key and place:
        caching.keep(place, snapshot.written(catalogue, key))
    return catalogue


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
