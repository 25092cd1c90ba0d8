"""Puts the files of a site on the disk: all of them or none, and never in the place of something else."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.files import write_bytes

# By this file a folder is known as a site of ours. It names none of what may change.
MARK = ".microjob-site"
MARKED = b"Pages written by microjob site build, which may replace this folder.\n"
# What every file of an archive bears: the first day that it can tell, so that equal pages make equal bytes.
_DAY = (1980, 1, 1, 0, 0, 0)


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

    target, stream = folder.with_name(f"{folder.name}.zip"), io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for name, content in sorted({MARK: MARKED, **files}.items()):
            about = ZipInfo(f"{folder.name}/{name}", _DAY)
            about.external_attr, about.compress_type, about.create_system = 0o644 << 16, ZIP_DEFLATED, 3
            packed.writestr(about, content)
    return write_bytes(target, stream.getvalue())
