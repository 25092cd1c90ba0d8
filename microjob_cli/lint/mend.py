"""Mends what can be mended safely, by splicing text."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from microjob_cli.catalog.findings import MOST_FINDINGS, Finding, Fix
from microjob_cli.files import write_text
from microjob_cli.lint.run import Report
from microjob_cli.storage.reading import Unreadable, read_text

# Mends that overlap wait for another round; no file needs as many as this.
_MOST_ROUNDS = 50
_MOST_AT_ONCE = 10_000


def mend(check: Callable[[int], Report], folders: Sequence[Path]) -> tuple[Report, tuple[Finding, ...]]:
    """Mends and checks again until nothing more can be mended: what is left, and what was mended.

    `check` is told how much of one sort it may find: to mend, more than anybody reads: each check reads all.
    Only what really is in one of the folders is written: the records of strangers may be links to anything.
    """
    real = tuple(folder.resolve() for folder in folders)
    mended: list[Finding] = []
    report = check(_MOST_AT_ONCE)
    for _ in range(_MOST_ROUNDS):
        applied = [
            finding
            for file, findings in groupby(report.findings, lambda finding: finding.place.file)
            if _is_in(real, Path(file))
            for finding in _mend_file(Path(file), [finding for finding in findings if finding.fix])
        ]
        if not applied:
            break
        mended += applied
        report = check(_MOST_AT_ONCE)
    if len(report.findings) > MOST_FINDINGS:
        report = check(MOST_FINDINGS)
    return report, tuple(mended)


def _is_in(folders: Sequence[Path], path: Path) -> bool:
    """Whether a file really is in one of the folders; a link that leads nowhere or to itself is nowhere."""
    try:
        whole = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return any(whole.is_relative_to(folder) for folder in folders)


def _mend_file(path: Path, findings: Sequence[Finding]) -> list[Finding]:
    """Mends one file; returns what was mended, nothing if the file could then no longer be read."""
    if not findings:
        return []
    text = path.read_bytes().decode("utf-8-sig")
    applied, mended = spliced(text, findings)
    if _readable(text) and not _readable(mended):
        return []
    write_text(path, mended)
    return applied


def spliced(text: str, findings: Sequence[Finding]) -> tuple[list[Finding], str]:
    """The findings whose mends do not overlap, and the text with these mends in it."""
    applied: list[Finding] = []
    parts: list[str] = []
    reached = 0
    for finding in sorted(findings, key=lambda finding: _span(finding.fix)):
        start, end = _span(finding.fix)
        if finding.fix and start >= reached:
            parts += [text[reached:start], finding.fix.text]
            applied.append(finding)
            reached = end
    return applied, "".join([*parts, text[reached:]])


def _span(fix: Fix | None) -> tuple[int, int]:
    return (fix.start, fix.end) if fix else (0, 0)


def _readable(text: str) -> bool:
    try:
        read_text(text, "")
    except Unreadable:
        return False
    return True
