"""One page is one source."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.facts import Source
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.addresses import same_page
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(subject: Records, records: Records) -> Iterator[Finding]:
    """Sources with the same address."""
    first: dict[str, Entry] = {}
    for entry in records.of(Source):
        address = entry.data.get("address")
        if isinstance(address, str):
            other = first.setdefault(same_page(address), entry)
            if other is not entry:
                yield RULE.finding(entry.place(("address",)), found=address, expected=(other.id,))


RULE = Rule(
    "source-twice",
    Scope.ALL,
    Level.ERROR,
    check,
    reason="The same page under two ids counts as two witnesses.",
)
