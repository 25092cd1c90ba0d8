"""What the reports of how well the program hears people share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from microjob_cli.questions.indexes import lists_of
from microjob_cli.settings import Records, Settings
from microjob_cli.storage.opening import open_catalogue

_USAGE = 2


def report(files: Sequence[str], usage: str | None, lines: Callable[[Path, Settings], Iterable[str]]) -> int:
    """Prints the lines of each file, judged by the shipped records on this day. Returns the exit code."""
    if not files:
        print(usage, file=sys.stderr)
        return _USAGE
    catalogue = open_catalogue(lists_of).catalogue
    ready = replace(catalogue, lists=catalogue.lists or lists_of(catalogue))  # made anew it has none
    settings = Settings(datetime.now(UTC).date(), records=Records.of(ready), language_asked=True)
    for name in files:
        print("\n".join((f"{name}:", *lines(Path(name), settings), "")))
    return 0
