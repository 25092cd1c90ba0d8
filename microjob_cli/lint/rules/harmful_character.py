"""No invisible character that hides or turns text."""

from __future__ import annotations

from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Fix, Level
from microjob_cli.lint.characters import HIDDEN, code_point, named
from microjob_cli.lint.records import RecordFile, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.store.places import Document, FieldPath
from microjob_cli.store.references import walk

_LINE_ENDS = "\r"


def check(file: RecordFile, records: Records) -> Iterator[Finding]:
    """Such characters anywhere in a file, comments included, and those that quoted texts spell out as escapes."""
    document = file.document
    for match in HIDDEN.finditer(document.text):
        if match[0] not in _LINE_ENDS:
            place = document.place_at(match.start(), _path_at(match.start(), document))
            yield RULE.finding(
                place, found=code_point(match[0][0]), hint=named(match[0][0]), fix=Fix(match.start(), match.end(), "")
            )
    for path, text in walk(document.data):
        found = HIDDEN.search(text) if isinstance(text, str) else None
        mark = document.values.get(path)
        if found and mark and not HIDDEN.search(document.text, mark.start, mark.end):
            yield RULE.finding(document.place(path), found=code_point(found[0][0]), hint=named(found[0][0]))


def _path_at(offset: int, document: Document) -> FieldPath:
    """The innermost value that covers a character; the whole file if none does."""
    around = (path for path, mark in document.values.items() if mark.start <= offset < mark.end)
    return max(around, key=len, default=())


RULE = Rule(
    "harmful-character",
    Scope.FILE,
    Level.ERROR,
    check,
    reason="Such characters make two different names look the same, or a line say something else than it holds.",
)
