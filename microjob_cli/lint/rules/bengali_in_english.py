"""English texts are in English."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Level
from microjob_cli.lint.bengali import has_bengali
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope

_LATIN = ("en", "banglish")


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts under `en` or `banglish` with Bengali letters; lists of aliases too."""
    for path, text in entry.texts():
        if any(step in _LATIN for step in path[-2:]) and has_bengali(text):
            yield RULE.finding(entry.place(path), found=text)


RULE = Rule(
    "bengali-in-english",
    Scope.RECORD,
    Level.ERROR,
    check,
    reason="The two languages were swapped, or a translation is unfinished.",
)
