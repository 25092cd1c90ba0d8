"""Which folders are read for a check, and which of their files are asked about."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.files import content_of
from microjob_cli.storage.folders import (
    GUIDE_LANGUAGES,
    GUIDES,
    LAYOUTS,
    Layout,
    files_of,
    guide_files,
    record_files,
    shown,
)

_PLACES = ", ".join((*(layout.where for layout in LAYOUTS), GUIDES))
_LONGEST_LINE = 200
_SCHEMA_LINE = re.compile(r"# *yaml-language-server:.*?(\w+)\.json")


class Workspace(Struct, frozen=True):
    """Folders laid one over the other, single files laid over them, and the names of the files to check."""

    folders: tuple[Path, ...]
    loose: tuple[tuple[Layout, Path], ...]
    checked: frozenset[str]


def workspace(paths: Sequence[Path], base: Sequence[Path]) -> Workspace:
    """The workspace for some paths over base folders; without paths the last base folder is checked.

    Raises UsageProblem for a path that is not there, cannot be read or holds no records.
    """
    folders = list(base)
    loose: list[tuple[Layout, Path]] = []
    checked: set[str] = set()
    for path in paths or base[-1:]:
        try:
            root, files = _found(path)
        except OSError as problem:
            raise cannot_read(path, problem) from None
        if not files:  # a check of nothing would find nothing wrong
            raise UsageProblem("no-records", path=str(path), known=_PLACES)
        if root is None:
            loose += [(_layout_by_schema(file), file) for file in files]
        elif not any(root.resolve() == folder.resolve() for folder in folders):
            folders.append(root)
        checked.update(shown(file) for file in files)
    return Workspace(tuple(folders), tuple(loose), frozenset(checked))


def _found(path: Path) -> tuple[Path | None, list[Path]]:
    """The record folder that a path is, or is part of (None: of none), and the record files it stands for."""
    try:
        whole = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # links that lead round in a circle; what cannot be in a name
        raise UsageProblem("no-such-path", path=str(path)) from None
    for layout in LAYOUTS:
        if root := _root(whole, layout):
            return root, [file for file in files_of(layout, root) if whole in (file, file.parent)]
    if root := _root_of_guides(whole):
        return root, [file for file in guide_files(root) if whole in (file, *file.parents[:2])]
    return (None, [path]) if path.is_file() else (path, list(record_files(path)))


def _root(whole: Path, layout: Layout) -> Path | None:
    """The record folder in which a path is the place of a layout's records, or a file there."""
    place = whole.parent if whole.is_file() and not layout.one_file else whole
    parts = Path(layout.where).parts
    if place.parts[-len(parts) :] == parts and place.is_file() == layout.one_file:
        return place.parents[len(parts) - 1]
    return None


def _root_of_guides(whole: Path) -> Path | None:
    """The record folder in which a path is the place of guides, that of one language, or a guide."""
    where = whole.parent if whole.is_file() and whole.suffix == ".md" else whole
    where = where.parent if where.name in GUIDE_LANGUAGES else where
    return where.parent if where.name == GUIDES and where.is_dir() else None


def _layout_by_schema(path: Path) -> Layout:
    """The layout of a file outside any record folder, by the schema that its first line names."""
    try:
        first = content_of(path, _LONGEST_LINE).partition(b"\n")[0].decode("utf-8", "replace")
    except OSError as problem:
        raise cannot_read(path, problem) from None
    match = _SCHEMA_LINE.search(first)
    layout = next((layout for layout in LAYOUTS if match and layout.schema_name == match[1]), None)
    if layout is None:
        raise UsageProblem("kind-unclear", path=str(path), known=_PLACES)
    return layout


def cannot_read(path: Path, problem: OSError) -> UsageProblem:
    """That the system does not let a path be read, and why."""
    return UsageProblem("cannot-read", path=str(path), problem=problem.strerror or str(problem))
