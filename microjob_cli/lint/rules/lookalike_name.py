"""Names of two records that differ only by letters that look alike."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.confusable import skeleton
from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.names import fold
from microjob_cli.lint.names import Written, all_names
from microjob_cli.lint.records import Records
from microjob_cli.lint.rule import Rule, Scope


def check(subject: Records, records: Records) -> Iterator[Finding]:
    """Names that a reader cannot tell apart, though they are spelt with different letters."""
    first: dict[str, Written] = {}
    for name in all_names(records):
        other = first.setdefault(skeleton(name.text), name)
        if other.entry.id != name.entry.id and fold(other.text) != fold(name.text):
            yield RULE.finding(name.place, found=name.text, expected=(other.text,), hint=other.entry.id)


RULE = Rule(
    "lookalike-name",
    Scope.ALL,
    Level.ERROR,
    check,
    reason="Frauds take names that are drawn like known ones; here nobody may be led to the wrong record.",
)
