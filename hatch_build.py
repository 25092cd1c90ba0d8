"""Puts into the wheel what is made from its sources: the catalogue file and the compiled translations."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MadeFiles(BuildHookInterface):  # type: ignore[type-arg]
    """So that answering needs neither YAML nor Pydantic; an editable install reads the sources themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        self._made = tempfile.TemporaryDirectory()
        made = Path(self._made.name)
        for path in (_catalogue(root, made), *_translations(root, made)):
            build_data["force_include"][str(path)] = str(path.relative_to(made))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._made.cleanup()


def _catalogue(root: Path, made: Path) -> Path:
    """The validated records."""
    from microjob_cli.questions.indexes import lists_of
    from microjob_cli.storage import catalogue_writing
    from microjob_cli.storage.folders import CATALOGUE
    from microjob_cli.storage.loading import load

    catalogue = load(root / "data")
    content = catalogue_writing.written(catalogue, "wheel", lists_of(catalogue))
    return _written(made / "microjob_cli/data" / CATALOGUE, content)


def _translations(root: Path, made: Path) -> Iterator[Path]:
    """The gettext catalogue of each language."""
    from microjob_cli.i18n.catalogue import compiled

    for source in (root / "microjob_cli/i18n/catalogues").glob("*.po"):
        yield _written(made / source.relative_to(root).with_suffix(".mo"), compiled(source))


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
