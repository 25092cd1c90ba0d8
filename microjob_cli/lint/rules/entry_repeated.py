"""A payout method, task or rater stands once in its list."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope

_LISTS = {"payouts": "method", "tasks": "task", "ratings": "rater"}


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Entries whose method, task or rater an earlier entry has."""
    for name, key in _LISTS.items():
        seen: set[str] = set()
        for item in entry.listed(name):
            label = item.text(key)
            if label and label in seen:
                yield RULE.finding(entry.place((*item.path, key)), found=label)
            seen.add(label)


RULE = Rule(
    "entry-repeated",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="The claims of one thing belong together: apart they are never compared.",
)
