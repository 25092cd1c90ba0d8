"""`microjob compare`: two or three sites side by side."""

from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.commands import options
from microjob_cli.commands.show import advised, former_name
from microjob_cli.result import Result
from microjob_cli.settings import Settings

_MOST = 3
KNOWN_ROWS = (
    "verdict", "evidence", "reach", "status", "confirmed", "accepts", "payouts", "minimum", "fee", "days", "kind",
    "skill", "devices", "tasks", "task_pay", "earnings", "founded", "headquarters", "warnings",
)  # fmt: skip


def run(
    settings: Settings,
    names: Annotated[
        list[str], Argument(metavar="NAME...", help="Two or three sites.", autocompletion=completion.SITES)
    ],
    rows: Annotated[
        str | None,
        Option(
            "--rows",
            metavar="A,B",
            help="Only these rows, also where nothing is known.",
            autocompletion=completion.several_of(KNOWN_ROWS),
        ),
    ] = None,
    brief: options.Brief = False,
) -> Result:
    asked = () if rows is None else options.listed_words(rows, KNOWN_ROWS, "no-such-row")
    shown, catalogue = tuple(dict.fromkeys(asked)), settings.catalogue
    found = [(name, *catalogue.platform(name)) for name in names]
    platforms = {platform.id: platform for _, platform, _ in found}
    if len(platforms) == 1 and len(names) > 1:
        raise UsageProblem("compare-same", names=", ".join(names), name=found[0][1].name)
    if not 2 <= len(platforms) <= _MOST:
        raise UsageProblem("compare-needs-two")
    remarks = tuple(remark for one in found for remark in former_name(*one))
    query = {"names": tuple(names), "platforms": tuple(platforms), "rows": shown, "brief": brief}
    return Result("compare", query, advised(settings, *platforms.values()), remarks)
