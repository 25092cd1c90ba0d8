"""What is wrong with a record, and where: found by the store when it reads and by the lint rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct


class Level(StrEnum):
    """An error makes a record unusable or untrue; a warning is worth a look."""

    ERROR = "error"
    WARNING = "warning"


class Location(Struct, frozen=True):
    """A place in a record file. `line` and `column` count from 1; `field` is a path such as `payouts.bkash.minimum`."""

    file: str
    line: int = 1
    column: int = 1
    field: str = ""


class Finding(Struct, frozen=True):
    """One thing wrong: a code, and the values from which the output makes its sentence."""

    code: str
    place: Location
    found: str = ""
    expected: tuple[str, ...] = ()
    hint: str = ""
    level: Level = Level.ERROR


# How many findings about one file or by one rule anybody wants to read, and a machine has to bear.
MOST_FINDINGS = 200


def first_few(found: Iterable[Finding]) -> Iterator[Finding]:
    """The first findings; where there are too many, then one that tells so, and no look at the rest."""
    for count, finding in enumerate(found):
        if count == MOST_FINDINGS:
            yield more_of_the_same(finding.place, finding.level)
            return
        yield finding


def more_of_the_same(place: Location, level: Level = Level.ERROR) -> Finding:
    """That from a place on nothing more is told, though there is more."""
    return Finding("more-of-the-same", place, expected=(str(MOST_FINDINGS),), level=level)
