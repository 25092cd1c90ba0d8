"""What a rule is: a check of records, made one by the decorator `rule`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.findings import Finding, Fix, Level, Location, first_few
from microjob_cli.lint.records import Records


class Scope(StrEnum):
    """What a rule looks at in one go: a file (`RecordFile`), one record (`Entry`), or all of them (`Records`)."""

    FILE = "file"
    RECORD = "record"
    ALL = "all"


# Gets what the scope says, and all records with it where it looks at less.
Check = Callable[..., Iterator[Finding]]


class Rule(Struct, frozen=True):
    """One rule. `name` is the code of its findings, `reason` tells why the rule is there."""

    name: str
    scope: Scope
    level: Level
    reason: str
    check: Check

    def findings(self, records: Records, most: int) -> Iterator[Finding]:
        """What it finds: of one file or record so many at most, of all records everything."""
        if self.scope is Scope.ALL:
            yield from self._signed(self.check(records))
        else:
            for subject in records.files if self.scope is Scope.FILE else records.checked:
                yield from first_few(self._signed(self.check(subject, records)), most)

    def _signed(self, found: Iterator[Finding]) -> Iterator[Finding]:
        return (replace(one, code=one.code or self.name, level=self.level) for one in found)


def rule(name: str, scope: Scope, *, reason: str, level: Level = Level.ERROR) -> Callable[[Check], Rule]:
    """Makes a check a rule. The rules of a module stand in the order of the documentation."""
    return lambda check: Rule(name, scope, level, reason, check)


def fault(
    place: Location, found: str = "", expected: tuple[str, ...] = (), hint: str = "", fix: Fix | None = None
) -> Finding:
    """What a check finds, to which its rule adds code and level."""
    return Finding("", place, found, expected, hint, fix=fix)
