"""`microjob data check`: what is wrong with records, and mends."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.findings import CheckReport, Finding, Level
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Records, Settings
from microjob_cli.storage.folders import checked_folder, shipped_folder


# `parser`: Typer's own reading of paths looks at the disk, and fails on words that nothing there can be called.
def run(
    settings: Settings,
    paths: Annotated[
        list[Path] | None,
        Argument(metavar="[PATH]...", parser=Path, help="Record folders or files. [default: the shipped records]"),
    ] = None,
    own: Annotated[bool, Option("--own", help="Your own records.")] = False,
    fix: Annotated[bool, Option("--fix", help="Mend what can be mended safely.")] = False,
) -> Result:
    from microjob_cli.lint.mend import mend
    from microjob_cli.lint.run import check
    from microjob_cli.lint.workspace import workspace
    from microjob_cli.storage.loading import catalogue_of

    if own:
        if settings.records.own is None:
            raise UsageProblem("no-own-records")
        paths = [*(paths or ()), settings.records.own]
    named = settings.records.named
    base = [shipped_folder(), *([checked_folder(named)] if named else [])]
    place = workspace(paths or (), base)
    look = partial(check, place, settings.today)
    report, mended = mend(lambda most: look(most=most), place.places) if fix else (look(), ())
    items = tuple(CheckReport(one, done) for found, done in ((mended, True), (report.findings, False)) for one in found)
    remarks = tuple(_remarks(report.findings, len(mended), {"files": report.files, "records": report.records}))
    broken = any(finding.level is Level.ERROR for finding in report.findings)
    query = {"paths": tuple(str(path) for path in paths or ()), "own": own, "fix": fix}
    # The answer is printed with what is whole: the records themselves may be unfit for any other.
    whole = Records.of(catalogue_of(report.whole))
    return Result("data check", query, items, remarks, int(broken), records=whole)


def _remarks(left: Sequence[Finding], mended: int, checked: dict[str, int]) -> Iterator[Remark]:
    if mended:
        yield Remark("check-mended", {"count": mended})
    if not left:
        yield Remark("check-clean", checked)
        return
    levels = Counter(finding.level for finding in left)
    yield Remark("check-found", {"errors": levels[Level.ERROR], "warnings": levels[Level.WARNING], **checked})
    if fixable := sum(finding.fix is not None for finding in left):
        yield Remark("check-fixable", {"count": fixable})
