"""Currencies are written as their codes."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.currencies import CURRENCIES
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.lint.splice import replaced

_KEY = "currency"


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Currencies of methods and countries. Those of amounts and rates are part of their form."""
    for path, text in entry.texts():
        if path and path[-1] == _KEY and text not in CURRENCIES:
            known = text.upper() in CURRENCIES
            fix = replaced(entry.document, (*entry.path, *path), text.upper()) if known else None
            yield RULE.finding(entry.place(path), found=text, expected=(text.upper(),) if known else (), fix=fix)


RULE = Rule(
    "currency-code",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="An amount in a currency that the program does not know cannot be converted or compared.",
)
