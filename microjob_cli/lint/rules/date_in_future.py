"""Nothing was said after today."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records, day_of
from microjob_cli.lint.rule import Rule, Scope

_DATES = ("as_of", "since", "until", "date", "on")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Dates of claims, sources and rates that have not come yet."""
    for path, text in entry.texts():
        day = day_of(text) if path and path[-1] in _DATES else None
        if day and day.first > records.today:
            yield RULE.finding(entry.place(path), found=text, expected=(str(records.today),))


RULE = Rule(
    "date-in-future",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="A date that has not come yet is a slip, and the program leaves out what is dated after today.",
)
