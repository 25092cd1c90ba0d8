"""A payout option that another one replaced has ended."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Options with `superseded_by` and without `until`."""
    for option in entry.listed("payouts"):
        if option.data.get("superseded_by") and not option.data.get("until"):
            yield RULE.finding(entry.key_place((*option.path, "superseded_by")), found=option.text("method"))


RULE = Rule(
    "superseded-without-end",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Without an end the program goes on to offer what is no longer there.",
)
