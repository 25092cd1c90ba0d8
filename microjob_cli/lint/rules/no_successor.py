"""A merged site names the site that it became part of."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.platform import Status
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Status merged without a successor."""
    for claim in entry.listed("status"):
        if claim.text("value") == Status.MERGED and not entry.data.get("successor") and not entry.amends:
            yield RULE.finding(entry.place((*claim.path, "value")), found=claim.text("value"))
            return


RULE = Rule(
    "no-successor",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="Who asks for a merged site wants to know where it went.",
)
