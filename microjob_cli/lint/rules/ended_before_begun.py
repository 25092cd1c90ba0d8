"""What ends has begun before."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records, Said, day_of
from microjob_cli.lint.rule import Rule, Scope

_PERIODS = (("since", "until"), ("valid_from", "valid_to"))


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Ends that lie before their beginnings: of claims, of transfers, of payout options."""
    for path, value in entry.walk():
        for first, last in _PERIODS if isinstance(value, dict) else ():
            begun, ended = day_of(value.get(first)), day_of(value.get(last))
            if begun and ended and ended.last < begun.first:
                yield RULE.finding(entry.place((*path, last)), found=str(ended), expected=(str(begun),))
    for option in entry.listed("payouts"):
        yield from _ended_option(entry, option)


def _ended_option(entry: Entry, option: Said) -> Iterator[Finding]:
    """All claims of its end lie before all claims of its beginning."""
    begun = _days(entry, option, "since", open_side="at_most")
    ended = _days(entry, option, "until", open_side="at_least")
    if begun and ended and max(day.last for day in ended) < min(day.first for day in begun):
        place = entry.place((*option.path, "until", 0, "value"))
        yield RULE.finding(place, found=str(ended[0]), expected=(str(begun[0]),))


def _days(entry: Entry, option: Said, key: str, open_side: str) -> list[PartialDate]:
    """The claimed dates; none when a claim leaves that side open."""
    claims = entry.listed(*option.path, key)
    if any(claim.text("bound") == open_side for claim in claims):
        return []
    return [day for claim in claims if (day := claim.day("value"))]


RULE = Rule(
    "ended-before-begun",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Such a period holds on no day, so nothing in it would ever be shown.",
)
