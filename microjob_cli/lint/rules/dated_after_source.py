"""A page cannot speak of what came after it."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Claims and sentences dated later than the page they rest on."""
    for said in entry.said():
        day, source = said.day("as_of"), records.sources.get(said.text("source"))
        written = source.day("date") if source else None
        if day and written and day.first > written.last:
            place = entry.place((*said.path, "as_of"))
            yield RULE.finding(place, found=str(day), expected=(str(written),), hint=said.text("source"))


RULE = Rule(
    "dated-after-source",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="One of the two dates is wrong, and facts are chosen by their dates.",
)
