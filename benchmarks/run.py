"""What a call costs, as ratios to a floor: builds the wheel, installs it by itself, and measures calls in turn.

    python benchmarks/run.py [RUNS]

The floor is the least that the chosen libraries cost: a command of Typer that prints one table of Rich of 109 rows,
with the garbage collector off and an end by `os._exit`, as `microjob` has them. A ratio is the
median of the runs (15 unless said otherwise) divided by the floor's: seconds of the processor, megabytes at the most.
Answers go to a pseudo-terminal of 100 columns, JSON into a pipe.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
MANY = 2500
CALLS = (
    "list", "show picoworkers", "recommend --payout bkash", "compare sproutgigs hotovaga", "route payoneer --to bkash",
    "payouts", "estimate", "ask is SproutGigs real", "check https://sproutgigs.com", "--help", "--lang bn list",
    "list -f json", "show picoworkers -f json", "recommend --payout bkash -f json",
)  # fmt: skip
CALLS_OF_MANY = ("show picoworkers", "recommend --payout bkash")
FLOOR = """\
import gc, os, sys
gc.disable()
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def main(rows: int) -> None:
    from rich.console import Console
    from rich.table import Table
    table = Table("Site", "Status", "Pays by", "Minimum")
    for number in range(rows):
        table.add_row(f"Site {number}", "active", "bKash, Nagad", "5 USD")
    Console().print(table)
def run():
    app(standalone_mode=False)
    sys.stdout.flush()
    os._exit(0)
"""
# Both start alike: what is measured is compiled, and the collector is off before anything is loaded.
START_FLOOR = "import floor; floor.run()"
START_MICROJOB = "from microjob_cli.__main__ import main; main()"
GROW = """\
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from msgspec.structs import replace
from microjob_cli.catalog.names import Aliases
from microjob_cli.questions.indexes import lists_of
from microjob_cli.storage import catalogue_writing
from microjob_cli.storage.loading import load
catalogue = load(Path({root!r}) / "data")
sites, number = dict(catalogue.platforms), 0
while len(sites) < {many}:
    number += 1
    for one in list(catalogue.platforms.values())[: {many} - len(sites)]:
        key = f"{{one.id}}-copy{{number}}"
        site = f"https://{{key}}.example"
        sites[key] = replace(one, id=key, name=key, website=site, aliases=Aliases(), former_names=())
grown = replace(catalogue, platforms=sites, indexes={{}})
Path(sys.argv[1]).write_bytes(catalogue_writing.written(grown, "wheel", lists_of(grown)))
"""


class Measured(NamedTuple):
    """One call, and what each of its runs took: seconds of the processor, megabytes."""

    name: str
    command: Sequence[str]
    variables: dict[str, str]
    costs: list[tuple[float, float]]

    def run(self) -> None:
        """Runs it once more. Raises RuntimeError where it fails."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        variables = {**kept, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40", **self.variables}
        reading, writing = os.pipe() if "json" in self.name else pty.openpty()
        process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=writing, env=variables, cwd="/")
        os.close(writing)
        with suppress(OSError):  # a terminal whose program has ended
            while os.read(reading, 1 << 16):
                pass
        os.close(reading)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{self.name} failed")
        self.costs.append((used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))

    def typical(self) -> list[float]:
        """The medians of all runs but the first, which warms up."""
        return [median(costs) for costs in zip(*self.costs[1:], strict=True)]


def _quietly(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def calls(below: Path) -> Iterator[Measured]:
    """The floor first, then all calls, with the wheel in an environment of its own."""
    _quietly(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", str(below), str(ROOT))
    _quietly(sys.executable, "-m", "venv", str(below / "venv"))
    python = str(below / "venv/bin/python")
    _quietly(python, "-m", "pip", "install", "-q", *map(str, below.glob("*.whl")))
    packages = next((below / "venv").glob("lib/python*/site-packages"))
    (packages / "floor.py").write_text(FLOOR, encoding="utf-8")
    many = below / "many"
    shutil.copytree(packages / "microjob_cli", many / "microjob_cli")
    grow = GROW.format(root=str(ROOT), many=MANY)
    _quietly(sys.executable, "-c", grow, str(many / "microjob_cli/data/catalogue.sqlite"))
    for folder, variables in ((packages, {}), (many, {"PYTHONPATH": str(many)})):
        _quietly(python, "-m", "compileall", "-q", "-f", str(folder))
        asked = (python, "-c", "import microjob_cli as it; print(it.__file__, it.__cached__)")
        told = subprocess.run(asked, check=True, capture_output=True, text=True, cwd="/", env=variables).stdout.split()
        assert told[0].startswith(str(folder)) and Path(told[1]).exists(), told
    yield Measured("floor", (python, "-c", START_FLOOR, "109"), {}, [])
    start = (python, "-c", START_MICROJOB)
    for words in CALLS:
        yield Measured(words, (*start, *words.split()), {}, [])
    for words in CALLS_OF_MANY:
        yield Measured(f"{words}, {MANY} sites", (*start, *words.split()), {"PYTHONPATH": str(many)}, [])


def main() -> None:
    """Measures in turn, so that a busy moment hits all alike, and prints a table."""
    with tempfile.TemporaryDirectory(prefix="microjob-benchmarks-") as below:
        measured = list(calls(Path(below)))
        for _ in range(int(sys.argv[1]) + 1 if sys.argv[1:] else 16):
            for one in measured:
                one.run()
    seconds, megabytes = measured[0].typical()
    print(f"The floor: {seconds:.3f} s of the processor, {megabytes:.0f} MB.\n")
    print("| call | processor | memory |\n|---|---|---|")
    for one in measured[1:]:
        own = one.typical()
        print(f"| `{one.name}` | {own[0] / seconds:.2f} | {own[1] / megabytes:.2f} |")


if __name__ == "__main__":
    main()
