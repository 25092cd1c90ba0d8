"""The first line tells an editor which schema the file follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microjob_cli.domain.findings import Finding, Fix, Level
from microjob_cli.lint.records import RecordFile, Records
from microjob_cli.lint.rule import Rule, Scope
from microjob_cli.store.places import Document

_LINE = re.compile(r"# yaml-language-server: \$schema=(?:\S*/)?(?P<name>\w+)\.json\r?")
_ANY_SCHEMA = re.compile(r"# *yaml-language-server:")


def check(file: RecordFile, records: Records) -> Iterator[Finding]:
    """Files whose first line names no schema, or that of another kind."""
    first = file.document.text.split("\n", 1)[0]
    match = _LINE.fullmatch(first)
    if match is None or match["name"] != file.layout.schema_name:
        line = file.layout.editor_line
        yield RULE.finding(file.document.place_at(0), expected=(line,), fix=_fix(file.document, first, line))


def _fix(document: Document, first: str, line: str) -> Fix:
    """Puts the line in place of a wrong one, or above all others."""
    if _ANY_SCHEMA.match(first):
        return Fix(0, len(first.rstrip("\r")), line)
    return Fix(0, 0, line + ("\r\n" if "\r\n" in document.text else "\n"))


RULE = Rule(
    "editor-line",
    Scope.FILE,
    Level.WARNING,
    check,
    reason="With it an editor offers the keys while one types, and underlines what is wrong.",
)
