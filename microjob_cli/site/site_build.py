"""`microjob site build`: the pages for a phone, written as a whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.result import Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    folder: Annotated[str, Argument(metavar="DIR", help="The folder to write; an older site in it is replaced.")],
    base_url: Annotated[str, Option("--base-url", metavar="URL", help="Where the pages will be on the web.")] = "",
    contact: Annotated[
        str, Option("--contact", metavar="WHOM", help="Whom readers may write to: a mail address or a page.")
    ] = "",
    packed: Annotated[bool, Option("--zip", help="Also write all of it as one file, DIR.zip.")] = False,
    progress: Annotated[
        bool, Option("--progress/--no-progress", help="Show how far it has come, on a terminal.")
    ] = True,
) -> Result:
    """Writes the pages, in place of those that are there."""
    from microjob_cli.render.progress import counted
    from microjob_cli.render.targets import followed
    from microjob_cli.site.build import Address, count_of_pages, files_of
    from microjob_cli.site.writing import archive, check_replaceable, write_folder

    if base_url and not followed(base_url):
        raise UsageProblem("bad-base-url", found=base_url)
    target = Path(folder)
    check_replaceable(target)
    with counted(count_of_pages(settings), shown=progress and sys.stderr.isatty(), language=settings.language) as tick:
        files = files_of(settings, Address(base_url.rstrip("/"), contact or base_url), tick)
    written = [write_folder(target, files)]
    if packed:
        written.append(archive(target, files))
    pages = sum(name.endswith(".html") for name in files)
    size = sum(map(len, files.values()))
    items = tuple({"file": one, "pages": pages, "files": len(files), "bytes": size} for one in written)
    return Result("site build", {"folder": folder, "base_url": base_url or None, "contact": contact or None}, items)
