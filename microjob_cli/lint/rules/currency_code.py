"""Currencies are written as their codes."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.currencies import CURRENCIES
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.lint.splice import replaced

_KEYS = ("currency", "base", "quote")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Currencies of methods, countries and rates. Those of amounts are part of their form."""
    for path, text in entry.texts():
        if path and path[-1] in _KEYS and text not in CURRENCIES:
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
