"""Examples are of an intent or a refusal."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.asking.records import Examples, Intent, Refusal
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Example questions whose id names neither."""
    known = (*records.ids.get(Intent, ()), *records.ids.get(Refusal, ()))
    if entry.kind is Examples and entry.id not in known:
        yield RULE.finding(entry.id_place(), found=entry.id, expected=known)


RULE = Rule(
    "examples-of-nothing",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="A question that is an example of nothing cannot be answered.",
)
