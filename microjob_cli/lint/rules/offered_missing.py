"""A payout option says whether it is offered."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Payout options without a claim in `offered`."""
    for option in entry.listed("payouts"):
        if not option.data.get("offered") and not entry.amends:
            yield RULE.finding(entry.place(option.path), found=option.text("method"))


RULE = Rule(
    "offered-missing",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="An option counts only when somebody says that it is offered; its minimum alone would never be shown.",
)
