"""That a site is reported not to pay is explained by a warning."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.platform import Status, WarningCode
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope

_WHY = (WarningCode.FRAUD_REPORT, WarningCode.NON_PAYMENT_REPORT)


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Status not-paying-reports without a warning that says who reported what."""
    warned = {warning.text("code") for warning in entry.listed("warnings")}
    for claim in entry.listed("status"):
        if claim.text("value") == Status.NOT_PAYING_REPORTS and warned.isdisjoint(_WHY) and not entry.amends:
            yield RULE.finding(entry.place((*claim.path, "value")), found=claim.text("value"), expected=_WHY)
            return


RULE = Rule(
    "unexplained-non-payment",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="An accusation names its evidence: who reported it, and when.",
)
