"""Rules for what `check` knows: whose an address is, and by what a danger sign is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.firms import Firm
from microjob_cli.catalog.offers import DangerSign
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.lint.rule import Entry, Records, Said, fault, rule

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")


@rule(Entry, "All below the host is taken for the owner's own: it must be a host and no more.")
def own_address(entry: Entry, records: Records) -> Iterator[Finding]:
    """The own addresses of sites, payout methods and firms are hosts: `bkash.com`."""
    for one in _own(entry):
        if not _HOST.fullmatch(one.text("address").removeprefix("www.")):
            yield fault(entry.place((*one.path, "address")), found=one.text("address"))


@rule(Records, "An address that two records call their own tells nobody whose it is.")
def own_address_twice(records: Records) -> Iterator[Finding]:
    """Own addresses that another record, or the same one, has already."""
    first: dict[str, str] = {}
    for entry in records.of(Platform, PayoutMethod, Firm):
        for one in _own(entry):
            before = first.setdefault(one.text("address"), entry.id)
            if before != entry.id or one.text("address") in [other.text("address") for other in _before(entry, one)]:
                yield fault(entry.place((*one.path, "address")), found=one.text("address"), expected=(before,))


@rule(Entry, "Who reads a sign believes it when it happened to somebody.", Level.WARNING)
def sign_without_case(entry: Entry, records: Records) -> Iterator[Finding]:
    """Danger signs of which no case is told."""
    if entry.kind is DangerSign and not entry.listed("seen"):
        yield fault(entry.id_place(), found=entry.id)


def _own(entry: Entry) -> tuple[Said, ...]:
    return entry.listed("addresses") if entry.kind in (Platform, PayoutMethod, Firm) else ()


def _before(entry: Entry, one: Said) -> tuple[Said, ...]:
    return tuple(other for other in _own(entry) if int(other.path[-1]) < int(one.path[-1]))
