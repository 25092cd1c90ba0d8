"""What is wrong with records, a line a finding, and a count at the end."""

from collections import Counter

from microjob_cli.catalog.findings import CheckReport, Level
from microjob_cli.render import document as doc
from microjob_cli.render.document import Line, Span, Tone, line, strong
from microjob_cli.render.findings import item, message, where
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result

_TONES = {Level.ERROR: Tone.AVOID, Level.WARNING: Tone.CARE}
_COLUMNS = ("file", "line", "column", "field", "code", "level", "message", "fixable", "mended")


def document(result: Result, page: Formatter) -> doc.Blocks:
    """What was mended, what is left, and how much of each kind."""
    mended = [checked for checked in result.items if checked.mended]
    left = [checked for checked in result.items if not checked.mended]
    if mended:
        yield doc.heading(page.say("Mended"))
        yield doc.lines(_line(checked, page) for checked in mended)
    if left and mended:
        yield doc.heading(page.say("Left"))
    if left:
        yield doc.lines(_line(checked, page) for checked in left)
        yield _counts(left, page)


def items(result: Result, page: Formatter) -> list[Json]:
    return [{**item(checked.finding, page.say), "mended": checked.mended} for checked in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    rows = [[item[name] for name in _COLUMNS] for item in items(result, page)]
    return _COLUMNS, [[str(cell).casefold() if isinstance(cell, bool) else cell for cell in row] for row in rows]


def _line(checked: CheckReport, page: Formatter) -> Line:
    finding = checked.finding
    marks = [f"{page.word(finding.level)}: {finding.code}"]
    if finding.fix and not checked.mended:
        marks.append(page.say("fixable"))
    tone = Tone.GOOD if checked.mended else _TONES[finding.level]
    told = f" {message(finding, page.say)} "
    return line(strong(f"{where(finding)}:"), told, Span(f"[{', '.join(marks)}]", tone))


def _counts(left: list[CheckReport], page: Formatter) -> doc.Table:
    counted = Counter((checked.finding.level, checked.finding.code) for checked in left)
    heads = (page.say("Level"), page.say("Finding"), page.say("Count"))
    return doc.table(heads, (
        (Span(page.word(level), _TONES[level]), code, page.language.number(count))
        for (level, code), count in sorted(counted.items(), key=lambda row: (row[0][0], -row[1], row[0][1]))
    ))  # fmt: skip
