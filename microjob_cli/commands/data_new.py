"""`microjob data new`: starts the record of a site."""

import os
import re
import shlex
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import NotFound, UsageProblem
from microjob_cli.result import Result
from microjob_cli.settings import Records, Settings
from microjob_cli.storage import new_record
from microjob_cli.storage.folders import shown

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
        raise UsageProblem("bad-id", found=record_id, example=_example(record_id))
    folder = new_record.destination(into, settings.records.named, os.environ, own=own)
    path = new_record.new_file(record_id, folder)
    beside = None if own else new_record.not_shipped(folder)
    records = Records(beside, settings.records.own)
    _refuse_a_name(record_id, records.catalogue)
    new_record.write(record_id, path)
    where = shlex.quote(shown(beside)) if beside else ""
    check = f"microjob data check {where or '--own'}" if beside or own else "microjob data check"
    show = f"microjob --data {where} show {record_id}" if beside else f"microjob show {record_id}"
    query = {"id": record_id, "into": str(folder), "own": own}
    item = {"id": record_id, "file": shown(path), "next": (check, show)}
    return Result("data new", query, (item,), records=records)


def _refuse_a_name(key: str, catalogue: Catalogue) -> None:
    """Raises UsageProblem for what a site is called already."""
    try:
        platform = catalogue.platform(key)[0]
    except NotFound:
        return
    raise UsageProblem("id-in-use", found=key, name=platform.name, id=platform.id)


def _example(text: str) -> str:
    """The id that a name or an address would make: `mysite` of https://www.mysite.com/join."""
    address = _SITE_OF_ADDRESS.fullmatch(text.casefold())
    words = re.findall("[a-z0-9]+", address[1] if address else text.casefold())
    return "-".join(words)[:60].rstrip("-") or "example-gigs"
