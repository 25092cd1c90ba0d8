"""What is wrong with records, a line a finding, and a count at the end."""

from collections import Counter
from collections.abc import Sequence

from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.render import document as doc
from microjob_cli.render.document import Line, Span, Tone, line, strong
from microjob_cli.render.findings import item, message, where
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result

_TONES = {Level.ERROR: Tone.AVOID, Level.WARNING: Tone.CARE}
_COLUMNS = ("file", "line", "column", "field", "code", "level", "message")


def document(result: Result, page: Formatter) -> doc.Blocks:
    """What is wrong, and how much of each kind."""
    if result.items:
        yield doc.lines(_line(one, page) for one in result.items)
        yield _counts(result.items, page)


def items(result: Result, page: Formatter) -> list[Json]:
    return [item(finding, page.say) for finding in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return _COLUMNS, [[item[name] for name in _COLUMNS] for item in items(result, page)]


def _line(finding: Finding, page: Formatter) -> Line:
    mark = Span(f"[{page.word(finding.level)}: {finding.code}]", _TONES[finding.level])
    return line(strong(f"{where(finding)}:"), f" {message(finding, page.say)} ", mark)


def _counts(found: Sequence[Finding], page: Formatter) -> doc.Table:
    counted = Counter((finding.level, finding.code) for finding in found)
    heads = (page.say("Level"), page.say("Finding"), page.say("Count"))
    return doc.table(heads, (
        (Span(page.word(level), _TONES[level]), code, page.language.number(count))
        for (level, code), count in sorted(counted.items(), key=lambda row: (row[0][0], -row[1], row[0][1]))
    ))  # fmt: skip
