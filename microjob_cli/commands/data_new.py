"""`microjob data new`: starts the record of a site."""

import os
import re
import shlex
from contextlib import suppress
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli.catalog.errors import NotFound, UsageProblem
from microjob_cli.files import write_text
from microjob_cli.result import Result
from microjob_cli.settings import Records, Settings
from microjob_cli.storage import new_record
from microjob_cli.storage.folders import shipped_folder, shown

# Kebab-case, and not too long for the name of a file.
_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")
_SITE_OF_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([^\s./]+)\.\S+")


def run(
    settings: Settings,
    record_id: Annotated[
        str, Argument(metavar="ID", help="Its id, which never changes, as in `example-gigs`.", show_default=False)
    ],
    into: Annotated[
        Path | None,
        Option("--into", metavar="DIR", parser=Path, help="The record folder. [default: that of --data, else data]"),
    ] = None,
    own: Annotated[bool, Option("--own", help="Into your own records, which every answer counts in.")] = False,
) -> Result:
    if not _ID.fullmatch(record_id):
        # The id that a name or an address would make: `mysite` of https://www.mysite.com/join.
        address = _SITE_OF_ADDRESS.fullmatch(record_id.casefold())
        words = re.findall("[a-z0-9]+", address[1] if address else record_id.casefold())
        raise UsageProblem("bad-id", found=record_id, example="-".join(words)[:60].rstrip("-") or "example-gigs")
    folder = new_record.destination(into, settings.records.named, os.environ, own=own)
    path = new_record.new_file(record_id, folder)
    beside = None if own or folder.resolve() == shipped_folder().resolve() else folder
    records = Records(beside, settings.records.own)
    with suppress(NotFound):  # what a site is called already
        platform = records.catalogue.platform(record_id)[0]
        raise UsageProblem("id-in-use", found=record_id, name=platform.name, id=platform.id)
    write_text(path, new_record.template(record_id))
    where = shlex.quote(shown(beside)) if beside else ""
    check = f"microjob data check {where or '--own'}" if beside or own else "microjob data check"
    show = f"microjob --data {where} show {record_id}" if beside else f"microjob show {record_id}"
    query = {"id": record_id, "into": str(folder), "own": own}
    item = {"id": record_id, "file": shown(path), "next": (check, show)}
    return Result("data new", query, (item,), records=records)
