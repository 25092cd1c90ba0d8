"""Sources are there to be cited."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.facts import Source
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Records
from microjob_cli.lint.rule import Rule, Scope


def check(subject: Records, records: Records) -> Iterator[Finding]:
    """Sources that no record names; nothing while a file cannot be read, for it may name them."""
    if not records.complete:
        return
    used = {said.text("source") for entry in records.entries for said in entry.said()}
    for entry in records.of(Source):
        if entry.id not in used:
            yield RULE.finding(entry.key_place(), found=entry.id)


RULE = Rule(
    "unused-source",
    Scope.ALL,
    Level.WARNING,
    check,
    reason="A source without a claim is either forgotten or left over.",
)
