"""Rules for platforms: what must be said of a site, and that it is said once."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.platform import Platform, Status, WarningCode
from microjob_cli.lint.records import Entry, Records, Said
from microjob_cli.lint.rule import Scope, fault, rule

_WHY_NOT_PAYING = (WarningCode.FRAUD_REPORT, WarningCode.NON_PAYMENT_REPORT)
_LISTS = {"payouts": "method", "tasks": "task", "ratings": "rater"}


@rule(
    "no-status",
    Scope.RECORD,
    reason="Whether a site still works is the first thing to know of it, even if the answer is `unknown`.",
)
def no_status(entry: Entry, records: Records) -> Iterator[Finding]:
    """Platforms whose list of status claims is empty; that the key is missing is told with the form."""
    if entry.kind is Platform and not entry.amends and "status" in entry.data and not entry.data["status"]:
        yield fault(entry.key_place(("status",)))


@rule(
    "unexplained-non-payment",
    Scope.RECORD,
    reason="An accusation names its evidence: who reported it, and when.",
)
def unexplained_non_payment(entry: Entry, records: Records) -> Iterator[Finding]:
    """Status not-paying-reports without a warning that says who reported what."""
    warned = {warning.text("code") for warning in entry.listed("warnings")}
    claim = _status(entry, Status.NOT_PAYING_REPORTS)
    if claim and warned.isdisjoint(_WHY_NOT_PAYING):
        yield fault(entry.place((*claim.path, "value")), found=claim.text("value"), expected=_WHY_NOT_PAYING)


@rule(
    "no-successor",
    Scope.RECORD,
    level=Level.WARNING,
    reason="Who asks for a merged site wants to know where it went.",
)
def no_successor(entry: Entry, records: Records) -> Iterator[Finding]:
    """Status merged without a successor."""
    claim = _status(entry, Status.MERGED)
    if claim and not entry.data.get("successor"):
        yield fault(entry.place((*claim.path, "value")), found=claim.text("value"))


def _status(entry: Entry, status: Status) -> Said | None:
    """The first claim of that status in a record of its own."""
    claims = () if entry.amends else entry.listed("status")
    return next((claim for claim in claims if claim.text("value") == status), None)


@rule(
    "offered-missing",
    Scope.RECORD,
    reason="An option counts only when somebody says that it is offered; its minimum alone would never be shown.",
)
def offered_missing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Payout options without a claim in `offered`."""
    for option in entry.listed("payouts"):
        if not option.data.get("offered") and not entry.amends:
            yield fault(entry.place(option.path), found=option.text("method"))


@rule(
    "superseded-without-end",
    Scope.RECORD,
    reason="Without an end the program goes on to offer what is no longer there.",
)
def superseded_without_end(entry: Entry, records: Records) -> Iterator[Finding]:
    """Options with `superseded_by` and without `until`."""
    for option in entry.listed("payouts"):
        if option.data.get("superseded_by") and not option.data.get("until"):
            yield fault(entry.key_place((*option.path, "superseded_by")), found=option.text("method"))


@rule(
    "entry-repeated",
    Scope.RECORD,
    reason="The claims of one thing belong together: apart they are never compared.",
)
def entry_repeated(entry: Entry, records: Records) -> Iterator[Finding]:
    """Entries whose method, task or rater an earlier entry has."""
    for name, key in _LISTS.items():
        seen: set[str] = set()
        for item in entry.listed(name):
            label = item.text(key)
            if label and label in seen:
                yield fault(entry.place((*item.path, key)), found=label)
            seen.add(label)
