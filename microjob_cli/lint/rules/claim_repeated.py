"""A claim stands once."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Plain, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.lint.splice import without_item

_SAME = ("source", "as_of", "since", "until", "bound")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Claims of one list that say the same, of the same day, by the same source."""
    for path, value in entry.walk():
        first: dict[tuple[str, ...], Plain] = {}
        for claim in entry.listed(*path) if isinstance(value, list) else ():
            if "value" not in claim.data:
                continue
            before = first.setdefault(_key(claim.data), claim.data)
            if before is not claim.data:
                adds_nothing = claim.data.items() <= before.items()
                fix = without_item(entry.document, (*entry.path, *claim.path)) if adds_nothing else None
                yield RULE.finding(entry.place(claim.path), found=_key(claim.data)[0], fix=fix)


def _key(claim: Plain) -> tuple[str, ...]:
    value = claim["value"]
    told = ", ".join(sorted(map(str, value))) if isinstance(value, list) else str(value)
    return told, *(str(claim.get(key)) for key in _SAME)


RULE = Rule(
    "claim-repeated",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="Twice the same claim counts as two that agree.",
)
