"""One name leads to one record of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.names import fold
from microjob_cli.lint.names import Written, all_names
from microjob_cli.lint.records import Records
from microjob_cli.lint.rule import Rule, Scope


def check(subject: Records, records: Records) -> Iterator[Finding]:
    """Names that fold to the same letters as a name of another record of the same kind."""
    first: dict[tuple[type, str], Written] = {}
    for name in all_names(records):
        other = first.setdefault((name.entry.kind, fold(name.text)), name)
        if other.entry.id != name.entry.id:
            yield RULE.finding(name.place, found=name.text, expected=(other.entry.id,), hint=other.place.file)


RULE = Rule(
    "name-taken",
    Scope.ALL,
    Level.ERROR,
    check,
    reason="Of two records with the same name only one can be found by it.",
)
