"""Texts are in Unicode normal form C."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Fix, Level
from microjob_cli.lint.characters import code_point, named
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Rule, Scope


def check(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts in which a letter is written in another sequence of characters than the standard one."""
    for path, text in entry.texts():
        composed = unicodedata.normalize("NFC", text)
        if composed != text:
            letter = next(old for old, new in zip(text, f"{composed} ", strict=False) if old != new)
            yield RULE.finding(entry.place(path), code_point(letter), hint=named(letter), fix=_fix(entry, path))


def _fix(entry: Entry, path: tuple[str | int, ...]) -> Fix | None:
    mark = entry.document.values[(*entry.path, *path)]
    written = entry.document.text[mark.start : mark.end]
    composed = unicodedata.normalize("NFC", written)
    return Fix(mark.start, mark.end, composed) if composed != written else None


RULE = Rule(
    "not-nfc",
    Scope.RECORD,
    Level.WARNING,
    check,
    reason="The same word in two sequences of characters is two words for every search and comparison.",
)
