"""A platform's website is a web address, or null."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.platform import Platform
from microjob_cli.lint.addresses import is_web_address
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """The website is written in full."""
    website = entry.data.get("website")
    if entry.kind is Platform and isinstance(website, str) and not is_web_address(website):
        yield RULE.finding(entry.place(("website",)), found=website)


RULE = Rule(
    "website",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="People open what stands here: it must be the whole address and nothing else.",
)
