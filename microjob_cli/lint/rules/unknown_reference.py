"""What a record names must be there."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.platform import Platform
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.store.references import references


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Sources, payout methods, task types and platforms; each has a code of its own, as in `no-such-source`."""
    for path, name, (kind, code) in references(entry.data):
        known = records.ids.get(kind, ())
        if name not in known:
            yield replace(RULE.finding(entry.place(path), found=name, expected=known), code=code)
    if entry.amends and entry.id not in records.ids.get(Platform, ()):
        known = records.ids.get(Platform, ())
        yield replace(RULE.finding(entry.place(("amends",)), found=entry.id, expected=known), code="no-such-platform")


RULE = Rule(
    "unknown-reference",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="A claim without its source, or a payout by a method that nobody describes, cannot be shown.",
)
