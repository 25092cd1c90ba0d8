"""`microjob site build`: the pages for a phone, put on the disk all or none, and never in the place of others."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.files import write_bytes
from microjob_cli.result import Result
from microjob_cli.settings import Settings

# By this file a folder is known as a site of ours. It names none of what may change.
MARK = ".microjob-site"
MARKED = b"Pages written by microjob site build, which may replace this folder.\n"
# What every file of an archive bears: the first day that it can tell, so that equal pages make equal bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


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
    from microjob_cli.render.document import followed
    from microjob_cli.render.progress import counted
    from microjob_cli.site.build import count_of_pages, files_of

    if base_url and not followed(base_url):
        raise UsageProblem("bad-base-url", found=base_url)
    target = Path(folder)
    check_replaceable(target)
    with counted(count_of_pages(settings), shown=progress and sys.stderr.isatty(), language=settings.language) as tick:
        files = files_of(settings, tick, base_url.rstrip("/"), contact or base_url)
    written = [write_folder(target, files)]
    if packed:
        written.append(archive(target, files))
    pages = sum(name.endswith(".html") for name in files)
    size = sum(map(len, files.values()))
    items = tuple({"file": one, "pages": pages, "files": len(files), "bytes": size} for one in written)
    return Result("site build", {"folder": folder, "base_url": base_url or None, "contact": contact or None}, items)


def check_replaceable(folder: Path) -> None:
    """Raises MicrojobError where something stands that is no site of ours, and not an empty folder."""
    if folder.is_dir():
        if (folder / MARK).is_file() or not any(folder.iterdir()):
            return
    elif not folder.exists() and not folder.is_symlink():
        return
    raise MicrojobError("not-a-site", path=str(folder))


def write_folder(folder: Path, files: Mapping[str, bytes]) -> str:
    """Writes the files beside the folder, then puts them in its place. Raises MicrojobError."""
    target = folder.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
        try:
            for name, content in {MARK: MARKED, **files}.items():
                path = made / "new" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            check_replaceable(target)
            _put(made / "new", target, made / "old")
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as problem:
        raise MicrojobError("cannot-write", path=str(folder), problem=problem.strerror or str(problem)) from None
    return str(folder)


def _put(made: Path, target: Path, aside: Path) -> None:
    """Puts a folder in the place of another, which comes back where that fails."""
    if target.exists():
        target.replace(aside)
    try:
        made.replace(target)
    except OSError:
        if aside.exists():
            aside.replace(target)
        raise


def archive(folder: Path, files: Mapping[str, bytes]) -> str:
    """The same as one file beside the folder, the same bytes for the same files. Raises MicrojobError."""
    import io
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    target, stream = folder.with_name(f"{folder.name}.zip"), io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for name, content in sorted({MARK: MARKED, **files}.items()):
            about = ZipInfo(f"{folder.name}/{name}", _DAY)
            about.external_attr, about.compress_type, about.create_system = 0o644 << 16, ZIP_DEFLATED, 3
            packed.writestr(about, content)
    return write_bytes(target, stream.getvalue())
