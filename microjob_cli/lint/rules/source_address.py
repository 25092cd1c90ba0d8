"""A source can be opened."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.facts import Source
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.addresses import is_web_address
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """The address of a source is a full web address."""
    address = entry.data.get("address")
    if entry.kind is Source and isinstance(address, str) and not is_web_address(address):
        yield RULE.finding(entry.place(("address",)), found=address)


RULE = Rule(
    "source-address",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="What a reader cannot open she cannot check.",
)
