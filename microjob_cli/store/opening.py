"""Opens the catalogue: from a snapshot if the records are unchanged, else from the records themselves."""

from __future__ import annotations

from pathlib import Path

from microjob_cli import caching
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.store import snapshot
from microjob_cli.store.folders import SNAPSHOT, checked_folder, record_files, shipped_folder


def open_catalogue(named: Path | None) -> Catalogue:
    """The catalogue for one call. Raises UsageProblem for no folder, RecordsBroken for broken records."""
    shipped = shipped_folder()
    if named is None:
        carried = _carried(shipped)
        if carried is not None:
            return carried
    folders = [shipped] if named is None else [shipped, checked_folder(named)]
    return _cached(folders)


def _carried(shipped: Path) -> Catalogue | None:
    """The snapshot that an installed package carries; None in a checkout."""
    path = shipped / SNAPSHOT
    try:
        return snapshot.read(path.read_text(encoding="utf-8")) if path.exists() else None
    except (OSError, UnicodeDecodeError):
        return None


def _cached(folders: list[Path]) -> Catalogue:
    key = _key(folders)
    place = caching.cache_file("catalogue", folders, "json")
    if key and place:
        try:
            found = snapshot.read(place.read_text(encoding="utf-8"), key)
        except (OSError, UnicodeDecodeError):
            found = None
        if found is not None:
            return found
    from microjob_cli.store.loading import load

    catalogue = load(*folders)
    if key and place:
        caching.keep(place, snapshot.written(catalogue, key).encode("utf-8"))
    return catalogue


def _key(folders: list[Path]) -> str | None:
    """What the files of the folders look like from outside; None if they cannot be listed."""
    try:
        return caching.fingerprint(path for folder in folders for path in record_files(folder))
    except OSError:
        return None
