"""A file is named for the record in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """One record a file is named for its id, a list of records for the country that they are about."""
    key = {"record": "id", "list": "country"}.get(entry.layout.shape, "")
    expected = entry.data.get(key)
    if entry.amends or entry.layout.one_file or not isinstance(expected, str):
        return
    stem = PurePath(entry.document.file).stem
    if stem.casefold() != expected.casefold():
        yield RULE.finding(entry.place((key,)), found=stem, expected=(expected,), hint=key)


RULE = Rule(
    "file-name",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Who looks for a record looks for its file.",
)
