"""What an undated forum says is not sure."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.facts import Confidence, Kind
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """High confidence on a forum, where neither the statement nor the page has a date."""
    for said in entry.said():
        source = records.sources.get(said.text("source"))
        if said.text("confidence") != Confidence.HIGH or "as_of" in said.data or source is None:
            continue
        if source.text("kind") == Kind.FORUM and not source.day("date"):
            yield RULE.finding(entry.place((*said.path, "confidence")), found=said.text("source"))


RULE = Rule(
    "overrated-forum",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="The confidence decides which of two claims is shown.",
)
