"""Opens the catalogue: from its file if the records are unchanged, else from the records themselves."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.findings import Finding
from microjob_cli.storage import catalogue_file
from microjob_cli.storage.catalogue_file import Lists
from microjob_cli.storage.folders import ANSWERING, CATALOGUE, checked_folder, record_files, shipped_folder

_PACKAGE = Path(__file__).resolve().parent.parent
# The rooms that say what a record is, what is kept of it for questions, and how a catalogue file holds it.
_CODE = ("catalog", "questions", "storage")


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
        if carried:
            return Opened(carried)
    from microjob_cli import files

    if named:
        checked_folder(named)
    folders = [shipped, *(folder for folder in (own, named) if folder)]
    key, place = _key(folders), files.cache_file("catalogue", folders, "sqlite")
    before = catalogue_file.opened(place, key) if key and place else None
    if before:
        return Opened(before)
    made = _made(find_lists, named, own)
    if key and place and not made.left_out:  # what is broken shall be told of in every call
        from microjob_cli.storage.catalogue_writing import SUPPORTED, written

        if SUPPORTED:
            files.keep(place, written(made.catalogue, key, find_lists(made.catalogue)))
    return made


def _made(find_lists: Callable[[Catalogue], Lists], named: Path | None, own: Path | None) -> Opened:
    """The catalogue, of the records as they are now."""
    from microjob_cli.storage.loading import load, over_shipped

    if named is None and own is None:
        return Opened(load(shipped_folder()))
    return Opened(*over_shipped(open_catalogue(find_lists).catalogue, own, named))


def _key(folders: list[Path]) -> str | None:
    """What the code that reads records, and the files of the folders, look like; None if they cannot be listed."""
    from microjob_cli import files

    code = (path for part in _CODE for path in sorted((_PACKAGE / part).rglob("*.py")))
    try:
        records = [path for folder in folders for path in record_files(folder, ANSWERING)]
    except OSError:
        return None
    return files.fingerprint([*code, *records])
