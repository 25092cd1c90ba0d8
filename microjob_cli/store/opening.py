"""Opens the catalogue: from a snapshot if the records are unchanged, else from the records themselves."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path

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
    place = _cache_file(folders)
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
        _write(place, snapshot.written(catalogue, key))
    return catalogue


def _key(folders: list[Path]) -> str | None:
    """What the files of the folders look like from outside: path, size, time of the last change."""
    digest = sha256()
    try:
        for folder in folders:
            for path in record_files(folder):
                facts = path.stat()
                digest.update(f"{path.resolve()}|{facts.st_size}|{facts.st_mtime_ns}|{facts.st_ino}\n".encode())
    except OSError:
        return None
    return digest.hexdigest()


def _cache_file(folders: list[Path]) -> Path | None:
    """Where the snapshot of these folders is kept: in the user's own cache folder; None without one."""
    from platformdirs import user_cache_path

    name = sha256("|".join(str(folder.resolve()) for folder in folders).encode()).hexdigest()[:16]
    try:
        return user_cache_path("microjob", appauthor=False) / f"catalogue-{name}.json"
    except (OSError, RuntimeError):
        return None


def _write(place: Path, text: str) -> None:
    """Writes the whole file or nothing; a cache that cannot be written only costs speed."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=place.name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text)
            Path(name).replace(place)
        except OSError:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return
