"""What the reports of how well the program hears people share: `FILE... [--folds N]`.

With `--folds` the entries of a file are judged in N parts, each by weights learnt without that part's texts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.questions.indexes import lists_of
from microjob_cli.settings import Records, Settings
from microjob_cli.storage.opening import open_catalogue
from microjob_cli.storage.reading import read_file

_USAGE = 2
_FOLDS = "--folds"
Outcome = TypeVar("Outcome")
Entry = Mapping[str, Any]
# The records with weights that were learnt without these texts.
Learner = Callable[[Collection[str]], Catalogue]


def at_hand(catalogue: Catalogue) -> Catalogue:
    """The catalogue with all that finds words and names in memory: for very many texts."""
    kept = catalogue.lists or lists_of(catalogue)
    return replace(catalogue, lists={name: dict(found) for name, found in kept.items()})


def report(
    arguments: Sequence[str],
    usage: str | None,
    judge: Callable[[Entry, Settings], Outcome],
    lines: Callable[[Sequence[Outcome]], Iterable[str]],
    learner: Callable[[Catalogue], Learner],
) -> int:
    """Prints the lines of each file, judged by the shipped records on this day. Returns the exit code."""
    files, folds = (arguments[:-2], int(arguments[-1])) if _FOLDS in arguments else (arguments, 0)
    if not files:
        print(usage, file=sys.stderr)
        return _USAGE
    catalogue = at_hand(open_catalogue(lists_of).catalogue)
    learn = learner(catalogue) if folds else None
    for name in files:
        found: list[Outcome] = []
        for part in parts(entries(Path(name)), folds or 1):
            known = learn([one["text"] for one in part if "text" in one]) if learn else catalogue
            found += [judge(one, settings_of(known)) for one in part]
        print("\n".join((f"{name}{f', {folds} folds' if folds else ''}:", *lines(found), "")), flush=True)
    return 0


def settings_of(catalogue: Catalogue) -> Settings:
    return Settings(datetime.now(UTC).date(), records=Records.of(catalogue), language_asked=True)


def entries(file: Path) -> list[Entry]:
    """All entries of a file: each of its keys holds a list of them."""
    data: Mapping[str, Sequence[Entry]] = read_file(file, file.name).data
    return [entry for held in data.values() for entry in held]


def parts(known: Sequence[Entry], count: int) -> Iterable[Sequence[Entry]]:
    """The entries in so many parts, mixed, always in the same way; one part is as it is."""
    mixed = Random(count).sample(known, len(known)) if count > 1 else known
    return (mixed[first::count] for first in range(count))
