"""`microjob data path`: where the records are."""

import os
from typing import Annotated

from typer import Option

from microjob_cli import files
from microjob_cli.result import Result
from microjob_cli.settings import Records, Settings
from microjob_cli.storage.folders import checked_folder, folder_for_own, own_folder, shipped_folder
from microjob_cli.storage.loading import Folder, catalogue_of


def run(
    settings: Settings,
    own: Annotated[bool, Option("--own", help="The folder of your own records, which need not be there.")] = False,
) -> Result:
    named, shipped = settings.records.named, shipped_folder()
    mine = folder_for_own(os.environ) if own else own_folder(os.environ)
    cached = files.cache_file("catalogue", [shipped], "sqlite")
    item = {
        "data": str(shipped),
        "own": str(mine.absolute()) if mine else None,
        "named": str(checked_folder(named).resolve()) if named else None,
        "cache": str(cached.parent) if cached else None,
    }
    # Where the records are does not depend on what is in them, which may be broken.
    return Result("data path", {"own": own}, (item,), records=Records.of(catalogue_of(Folder())))
