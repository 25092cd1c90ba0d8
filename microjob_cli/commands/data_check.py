"""`microjob data check`: what is wrong with records."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.findings import Finding, Level
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
) -> Result:
    from microjob_cli.lint.run import check
    from microjob_cli.storage.loading import catalogue_of

    if own:
        if settings.records.own is None:
            raise UsageProblem("no-own-records")
        paths = [*(paths or ()), settings.records.own]
    named = settings.records.named
    base = [shipped_folder(), *([checked_folder(named)] if named else [])]
    report = check(paths or (), base, settings.today)
    remark = _remark(report.findings, {"files": report.files, "records": report.records})
    broken = any(finding.level is Level.ERROR for finding in report.findings)
    query = {"paths": tuple(str(path) for path in paths or ()), "own": own}
    # The answer is printed with what is whole: the records themselves may be unfit for any other.
    whole = Records.of(catalogue_of(report.whole))
    return Result("data check", query, report.findings, (remark,), int(broken), records=whole)


def _remark(found: Sequence[Finding], checked: dict[str, int]) -> Remark:
    if not found:
        return Remark("check-clean", checked)
    levels = Counter(finding.level for finding in found)
    return Remark("check-found", {"errors": levels[Level.ERROR], "warnings": levels[Level.WARNING], **checked})
