"""Every platform has a status."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.platform import Platform
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Platforms whose list of status claims is empty; that the key is missing is told with the form."""
    if entry.kind is Platform and not entry.amends and "status" in entry.data and not entry.data["status"]:
        yield RULE.finding(entry.key_place(("status",)))


RULE = Rule(
    "no-status",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Whether a site still works is the first thing to know of it, even if the answer is `unknown`.",
)
