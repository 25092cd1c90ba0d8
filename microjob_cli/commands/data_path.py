"""`microjob data path`: where the records are."""

from __future__ import annotations

from microjob_cli import caching
from microjob_cli.domain.result import Result
from microjob_cli.environment import Environment
from microjob_cli.store.folders import checked_folder, shipped_folder
from microjob_cli.store.loading import Folder, catalogue_of


def run(environment: Environment) -> Result:
    """The folder of the shipped records. In JSON also your own (--data) and the cache.

    Everything in the cache can be deleted: it is made anew from the records.
    """
    own, shipped = environment.data, shipped_folder()
    cached = caching.cache_file("catalogue", [shipped], "snapshot")
    # Where the records are does not depend on what is in them, which may be broken.
    environment.catalogue = catalogue_of(Folder())
    item = {
        "data": str(shipped),
        "own": str(checked_folder(own).resolve()) if own else None,
        "cache": str(cached.parent) if cached else None,
    }
    return Result("data path", {}, (item,))
