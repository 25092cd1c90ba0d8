"""Opens the catalogue: from a snapshot if the records are unchanged, else from the records themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.findings import Finding
from microjob_cli.store import snapshot
from microjob_cli.store.folders import ANSWERING, SNAPSHOT, checked_folder, record_files, shipped_folder

if TYPE_CHECKING:
    from microjob_cli.store.memory import FileRead

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
        return Opened(carried) if carried else _cached([shipped], trusting, lambda before: _read(shipped, before))
    above = [own, checked_folder(named) if named else None]
    folders = [shipped, *(folder for folder in above if folder)]
    return _cached(folders, trusting, lambda _: _laid_over_shipped(own, named, trusting))


class _Made(NamedTuple):
    """What was opened, and what the record files held that it was made from, as far as that is of use later."""

    opened: Opened
    files: Mapping[str, FileRead] = {}


def _read(shipped: Path, before: snapshot.StoredCatalogue | None) -> _Made:
    from microjob_cli.store.memory import Memory
    from microjob_cli.store.rereading import catalogue_in

    catalogue, files = catalogue_in(shipped, Memory(before, before.files) if before else None)
    return _Made(Opened(catalogue), files)


def _laid_over_shipped(own: Path | None, named: Path | None, trusting: bool) -> _Made:
    from microjob_cli.store.own import over_shipped

    return _Made(Opened(*over_shipped(open_catalogue(trusting=trusting).catalogue, own, named)))


def _cached(folders: list[Path], trusting: bool, make: Callable[[snapshot.StoredCatalogue | None], _Made]) -> Opened:
    """What was made of the folders before, as long as they are unchanged; else what is made now, with its help."""
    from microjob_cli import caching

    key = _key(folders)
    place = caching.cache_file("catalogue", folders, "snapshot")
    before = snapshot.opened(place) if key and place and trusting else None
    if before is not None and before.key == key:
        return Opened(before)
    made = make(before if before is not None and key and _code_of(before.key) == _code_of(key) else None)
    if key and place and not made.opened.left_out:  # what is broken shall be told of in every call
        caching.keep(place, snapshot.written(made.opened.catalogue, key, made.files))
    return made.opened


def _key(folders: list[Path]) -> str | None:
    """What the code that reads records, and the files of the folders, look like; None if they cannot be listed."""
    from microjob_cli import caching

    try:
        records = (path for folder in folders for path in record_files(folder, ANSWERING))
        code, files = caching.fingerprint(_code()), caching.fingerprint(records)
    except OSError:
        return None
    return f"{code}.{files}" if code and files else None


def _code_of(key: str) -> str:
    """The first half of a key: what another program made is of no use."""
    return key.partition(".")[0]


def _code() -> Iterator[Path]:
    """The modules that say what a record is and how a snapshot holds it."""
    for part in ("domain", "store"):
        yield from sorted((_PACKAGE / part).rglob("*.py"))
