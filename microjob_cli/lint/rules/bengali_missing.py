"""Bengali texts are in Bengali."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.bengali import has_bengali
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts under `bn` without a single Bengali letter; lists of aliases too."""
    for path, text in entry.texts():
        if "bn" in path[-2:] and not has_bengali(text):
            yield RULE.finding(entry.place(path), found=text)


RULE = Rule(
    "bengali-missing",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="Who reads Bengali must get the warning too, and not an English sentence in its place.",
)
