"""A platform's website is a web address, or null; so is that of a former name."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.platform import Platform
from microjob_cli.lint.addresses import is_web_address
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.store.references import walk


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """The website is written in full."""
    for path, website in walk(entry.data) if entry.kind is Platform else ():
        if path[-1:] == ("website",) and isinstance(website, str) and not is_web_address(website):
            yield RULE.finding(entry.place(path), found=website)


RULE = Rule(
    "website",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="People open what stands here: it must be the whole address and nothing else.",
)
