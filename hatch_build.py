"""Puts the snapshot of the catalogue into the wheel, so that answering needs neither YAML nor Pydantic."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface):  # type: ignore[type-arg]
    """Validates the records and writes their snapshot; an editable install reads the records themselves."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from microjob_cli.store import snapshot
        from microjob_cli.store.folders import SNAPSHOT
        from microjob_cli.store.loading import load

        self.made = Path(tempfile.mkdtemp()) / SNAPSHOT
        self.made.write_text(snapshot.written(load(root / "data"), "wheel"), encoding="utf-8")
        build_data["force_include"][str(self.made)] = f"microjob_cli/data/{SNAPSHOT}"
