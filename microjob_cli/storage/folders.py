"""Where record folders are, and which files are in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.storage.layouts import LAYOUTS, Layout

_PACKAGE = Path(__file__).resolve().parent.parent


# The folder of guides, and the folders in it: one for each language.
GUIDES = "guides"
GUIDE_LANGUAGES = ("en", "bn")

# The environment variable that names the folder of the user's own records; empty, it keeps them out.
OWN = "MICROJOB_OWN"

# The catalogue as one file, which an installed package carries beside the records it was made from.
CATALOGUE = "catalogue.sqlite"


def shipped_folder() -> Path:
    """The records that come with the program: inside an installed package, or beside it in a checkout."""
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent / "data"


def own_folder(variables: Mapping[str, str]) -> Path | None:
    """Where the user's own records are, if there are any; None where she wants none, or has no place for them."""
    named = variables.get(OWN)
    if named is not None:
        return Path(named) if named else None
    try:
        return _user_data(variables) / "own"
    except (OSError, RuntimeError):  # nobody's home
        return None


def _user_data(variables: Mapping[str, str]) -> Path:
    """The program's folder for what belongs to the user."""
    if sys.platform == "linux":  # what platformdirs says, without its import on every call; a test compares the two
        return Path(variables.get("XDG_DATA_HOME", "").strip() or "~/.local/share").expanduser() / "microjob"
    from platformdirs import user_data_path

    return user_data_path("microjob", appauthor=False)


def folder_for_own(variables: Mapping[str, str]) -> Path:
    """Where the user's own records are or may be. Raises UsageProblem."""
    folder = own_folder(variables)
    if folder is None:
        raise UsageProblem("no-place-for-own", variable=OWN)
    return folder


def checked_folder(path: Path) -> Path:
    """A folder that the user named. Raises UsageProblem when it is none."""
    if not is_folder(path):
        raise UsageProblem("no-such-folder", folder=str(path))
    return path


def is_folder(path: Path) -> bool:
    """Whether it is a folder that can be seen; a name that no system could have is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def record_files(folder: Path, layouts: Sequence[Layout] = LAYOUTS) -> Iterator[Path]:
    """Every record file of a folder, of these kinds, and its guides."""
    for layout in layouts:
        yield from files_of(layout, folder)
    yield from guide_files(folder)


def guide_files(folder: Path) -> Iterator[Path]:
    """The guides of a folder, language by language."""
    for language in GUIDE_LANGUAGES:
        where = folder / GUIDES / language
        if where.is_dir():
            yield from sorted(path for path in where.iterdir() if path.suffix == ".md")


def files_of(layout: Layout, folder: Path) -> Iterator[Path]:
    """The files of one kind that a folder holds, by name. Raises OSError where they cannot be listed.

    Whatever else has the name of a file or folder of records comes too, so that it is told to be none.
    """
    where = folder / layout.where
    if not layout.one_file and where.is_dir():
        yield from sorted(path for path in where.iterdir() if path.suffix in (".yaml", ".yml"))
    elif where.exists() or where.is_symlink():
        yield where


def shown(path: Path) -> str:
    """A path as short as it can be named from where the user stands."""
    try:
        return str((path.parent.resolve() / path.name).relative_to(Path.cwd()))
    except (ValueError, OSError, RuntimeError):  # RuntimeError: links that lead round in a circle
        return str(path)
