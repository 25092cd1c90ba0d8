"""A text says something."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts of nothing but spaces."""
    for path, text in entry.texts():
        if not text.strip():
            yield RULE.finding(entry.place(path))


RULE = Rule(
    "empty-text",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="What nobody says is left out: then the program answers that it is unknown.",
)
