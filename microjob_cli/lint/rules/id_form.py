"""Ids are kebab-case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microjob_cli.domain.catalogue import Country
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope

# A dot may stand inside a number only, as in bd-remittance-2.5.
_ID = re.compile(r"[a-z0-9]+(?:(?:-|(?<=[0-9])\.(?=[0-9]))[a-z0-9]+)*")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Small letters and digits, single hyphens between them."""
    if entry.id and entry.kind is not Country and not _ID.fullmatch(entry.id):
        yield RULE.finding(entry.id_place(), found=entry.id, expected=(_kebab(entry.id),))


def _kebab(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "example-gigs"


RULE = Rule(
    "id-form",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Ids are typed in commands and stand in scripts: they must look the same everywhere.",
)
