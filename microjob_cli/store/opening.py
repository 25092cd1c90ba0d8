"""Opens the catalogue: the shipped records, with a named folder laid over them."""

from __future__ import annotations

from pathlib import Path

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.store.folders import checked_folder, shipped_folder


def open_catalogue(named: Path | None) -> Catalogue:
    """The catalogue for one call. Raises UsageProblem for no folder, RecordsBroken for broken records."""
    from microjob_cli.store.loading import load

    folders = [shipped_folder()]
    if named is not None:
        folders.append(checked_folder(named))
    return load(*folders)
