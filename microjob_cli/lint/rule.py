"""What a rule is. Each has a file of its own in `microjob_cli.lint.rules`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from msgspec import Struct

from microjob_cli.domain.findings import Finding, Fix, Level, Place
from microjob_cli.lint.records import Records


class Scope(StrEnum):
    """What a rule looks at in one go: a file (`RecordFile`), one record (`Entry`), or all of them (`Records`)."""

    FILE = "file"
    RECORD = "record"
    ALL = "all"


class Rule(Struct, frozen=True):
    """One rule. `name` is the code of its findings, `reason` tells why the rule is there.

    `check` gets what the scope says, and all records with it.
    """

    name: str
    scope: Scope
    level: Level
    check: Callable[[Any, Records], Iterator[Finding]]
    reason: str

    def finding(
        self, place: Place, found: str = "", expected: tuple[str, ...] = (), hint: str = "", fix: Fix | None = None
    ) -> Finding:
        """A finding of this rule."""
        return Finding(self.name, place, found, expected, hint, self.level, fix)
