"""`microjob data path`: where the records are."""

from typing import Annotated

import typer

from microjob_cli import caching
from microjob_cli.environment import Environment
from microjob_cli.result import Result
from microjob_cli.storage.folders import checked_folder, folder_for_own, own_folder, shipped_folder
from microjob_cli.storage.loading import Folder, catalogue_of


def run(
    environment: Environment,
    own: Annotated[
        bool, typer.Option("--own", help="The folder of your own records, which need not be there.")
    ] = False,
) -> Result:
    """The folder of the shipped records. In JSON also that of your own, that of --data, and the cache.

    Everything in the cache can be deleted: it is made anew from the records.
    """
    named, shipped = environment.data, shipped_folder()
    mine = folder_for_own(environment.variables) if own else own_folder(environment.variables)
    cached = caching.cache_file("catalogue", [shipped], "sqlite")
    # Where the records are does not depend on what is in them, which may be broken.
    environment.catalogue = catalogue_of(Folder())
    item = {
        "data": str(shipped),
        "own": str(mine.absolute()) if mine else None,
        "named": str(checked_folder(named).resolve()) if named else None,
        "cache": str(cached.parent) if cached else None,
    }
    return Result("data path", {"own": own}, (item,))
