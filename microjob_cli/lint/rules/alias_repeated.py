"""An alias that is already a name of its record."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.domain.names import fold
from microjob_cli.lint.names import Written, names_of
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.lint.splice import without_item


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Aliases that fold to the same letters as the id, a name or an earlier alias of the record."""
    first: dict[str, Written] = {}
    for name in names_of(entry):
        before = first.setdefault(_form(name.text), name)
        if before is not name and name.path[0] == "aliases":
            fix = without_item(entry.document, (*entry.path, *name.path))
            yield RULE.finding(name.place, found=name.text, expected=(before.text,), fix=fix)


def _form(text: str) -> str:
    """Addresses are compared as they are: Claru AI is no repetition of claru.ai."""
    return text.casefold() if "." in text and " " not in text else fold(text)


RULE = Rule(
    "alias-repeated",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="Case, spaces and hyphens do not count when a name is looked up, so such an alias does nothing.",
)
