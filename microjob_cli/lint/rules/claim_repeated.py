"""A claim stands once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Plain, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.lint.splice import without_item

_SAME = ("value", "source", "as_of", "since", "until", "bound")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Claims of one list that say the same, of the same day, by the same source."""
    for path, value in entry.walk():
        if not isinstance(value, list):
            continue
        first: dict[Any, Plain] = {}
        for claim in entry.listed(*path):
            if "value" not in claim.data:
                continue
            before = first.setdefault(repr([claim.data.get(key) for key in _SAME]), claim.data)
            if before is not claim.data:
                safe = claim.data.items() <= before.items() if _flat(claim.data) and _flat(before) else False
                fix = without_item(entry.document, (*entry.path, *claim.path)) if safe else None
                yield RULE.finding(entry.place(claim.path), found=_said(claim.data), fix=fix)


RULE = Rule(
    "claim-repeated",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="Twice the same claim counts as two that agree.",
)
