"""What is wrong with records, a line a finding, and a count at the end."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.render.document import Document, Line, Lines, Span, Table, Tone, line
from microjob_cli.render.findings import item, message, where
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_TONES = {Level.ERROR: Tone.AVOID, Level.WARNING: Tone.CARE}
_COLUMNS = ("file", "line", "column", "field", "code", "level", "message")


def document(result: Result, page: Formatter) -> Document:
    """What is wrong, and how much of each kind."""
    return (Lines(tuple(_line(one, page) for one in result.items)), _counts(result.items, page)) if result.items else ()


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [item(finding, page.say) for finding in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    return _COLUMNS, [[item[name] for name in _COLUMNS] for item in items(result, page)]


def _line(finding: Finding, page: Formatter) -> Line:
    mark = Span(f"[{page.word(finding.level)}: {finding.code}]", _TONES[finding.level])
    return line(Span(f"{where(finding)}:", Tone.STRONG), f" {message(finding, page.say)} ", mark)


def _counts(found: Sequence[Finding], page: Formatter) -> Table:
    counted = Counter((finding.level, finding.code) for finding in found)
    heads = (page.say("Level"), page.say("Finding"), page.say("Count"))
    rows = (
        (line(Span(page.word(level), _TONES[level])), line(code), line(page.language.number(count)))
        for (level, code), count in sorted(counted.items(), key=lambda row: (row[0][0], -row[1], row[0][1]))
    )
    return Table(heads, tuple(rows))
