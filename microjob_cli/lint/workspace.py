"""Which folders are read for a check, and which of their files are asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from microjob_cli.domain.errors import UsageProblem
from microjob_cli.store.folders import LAYOUTS, Layout, files_of, shown

_SCHEMA_LINE = re.compile(r"# *yaml-language-server:.*?(\w+)\.json")


@dataclass(frozen=True, slots=True)
class Workspace:
    """Folders laid one over the other, single files laid over them, and the names of the files to check."""

    folders: tuple[Path, ...]
    loose: tuple[tuple[Layout, Path], ...]
    checked: frozenset[str]


def workspace(paths: Sequence[Path], base: Sequence[Path]) -> Workspace:
    """The workspace for some paths over base folders; without paths the last base folder is checked.

    Raises UsageProblem for a path that is not there or holds no records.
    """
    folders = list(base)
    loose: list[tuple[Layout, Path]] = []
    checked: set[str] = set()
    for path in paths or base[-1:]:
        root, files = _found(path)
        if root is None:
            loose += [(_layout_by_schema(file), file) for file in files]
        elif not any(root.resolve() == folder.resolve() for folder in folders):
            folders.append(root)
        checked.update(shown(file) for file in files)
    return Workspace(tuple(folders), tuple(loose), frozenset(checked))


def _found(path: Path) -> tuple[Path | None, list[Path]]:
    """The record folder that a path is, or is part of (None: of none), and the record files it stands for."""
    if not path.exists():
        raise UsageProblem("no-such-path", path=str(path))
    for layout in LAYOUTS:
        root = _root(path, layout)
        if root is not None:
            return root, [path] if path.is_file() else list(files_of(layout, root))
    if path.is_file():
        return None, [path]
    files = [file for layout in LAYOUTS for file in files_of(layout, path)]
    if not files:
        raise UsageProblem("no-records", path=str(path), known=", ".join(layout.where for layout in LAYOUTS))
    return path, files


def _root(path: Path, layout: Layout) -> Path | None:
    """The record folder in which a path is the place of a layout's records, or a file there."""
    whole = path.resolve()
    if whole.name == layout.where and whole.is_file() == layout.one_file:
        return path.parent
    if whole.is_file() and whole.parent.name == layout.where and not layout.one_file:
        return path.parent.parent
    return None


def _layout_by_schema(path: Path) -> Layout:
    """The layout of a file outside any record folder, by the schema that its first line names."""
    first = path.read_bytes().split(b"\n", 1)[0].decode("utf-8", "replace")
    match = _SCHEMA_LINE.search(first)
    name = match[1] if match else ""
    layout = next((layout for layout in LAYOUTS if layout.schema_name == name), None)
    if layout is None:
        raise UsageProblem("kind-unclear", path=str(path), known=", ".join(layout.where for layout in LAYOUTS))
    return layout
