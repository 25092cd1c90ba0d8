"""Measures every command in one interleaved run and prints a table of ratios to the floor.

    python -m benchmarks [--runs 9] [--sizes 250,2500]

It builds the wheel, installs it into an environment of its own and measures there. Each figure is the median of the
runs divided by the median of the floor's: the clock, with the fastest and slowest run in brackets; the processor; the
memory. A terminal is a pseudo-terminal of 100 columns; JSON goes into a pipe.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import places
from benchmarks.calls import ANSWERS, GROWING, OTHERS, TAB
from benchmarks.measuring import Measured, run

_CHANGED = "data/platforms/sproutgigs.yaml"


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Ratios to the floor.")
    options.add_argument("--runs", type=int, default=9, help="how often each call is run [9]")
    options.add_argument("--sizes", default="250,2500", help="how many platforms larger catalogues have [250,2500]")
    given = options.parse_args()
    sizes = [int(size) for size in given.sizes.split(",") if size]
    below = Path(tempfile.mkdtemp(prefix="microjob-benchmarks-"))
    try:
        place, wheel = places.installed(below)
        floor, calls, once = _floor(place), list(_calls(place, below, sizes)), Once(place, wheel, below)
        for _ in range(given.runs):
            once.run()
            for one in (floor, *calls):
                one.run()
        _print(floor, [*calls, *once.calls])
    finally:
        shutil.rmtree(below, ignore_errors=True)


def _floor(place: places.Installed) -> Measured:
    shipped = len(list((places.ROOT / "data/platforms").glob("*.yaml")))
    floor = _floor_of(shipped, place)
    run(floor.command, floor.variables, terminal=True)  # so that all is compiled and in memory
    return floor


def _floor_of(rows: int, place: places.Installed) -> Measured:
    return Measured(f"floor, {rows} rows", (place.python, str(Path(__file__).with_name("floor.py")), str(rows)))


def _calls(place: places.Installed, below: Path, sizes: list[int]) -> Iterator[Measured]:
    for name, words in ANSWERS.items():
        yield Measured(name, (place.microjob, *words))
        yield Measured(f"{name}, JSON", (place.microjob, *words, "--format", "json"), terminal=False)
    for name, words in OTHERS.items():
        yield Measured(name, (place.microjob, *words))
    yield Measured("Tab", (place.microjob,), terminal=False, variables=TAB)
    for size in sizes:
        yield _floor_of(size, place)
        folder = places.grown(place, below, size)
        for name, words in GROWING.items():
            # The script's own folder comes first on the path, then this one, then what is installed.
            command = (place.python, place.microjob, *words)
            yield Measured(f"{name}, {size} sites", command, variables={"PYTHONPATH": str(folder)})


class Once:
    """What happens once: the first call after installation, and in a checkout after a change of one record."""

    def __init__(self, place: places.Installed, wheel: Path, below: Path) -> None:
        self.place, self.wheel = place, wheel
        folder = places.checkout(below)
        self.record = folder / _CHANGED
        where = {"PYTHONPATH": str(folder), "XDG_CACHE_HOME": str(below / "cache")}
        command = (place.python, place.microjob, *ANSWERS["list"])
        self.first = Measured("list, first after installation", (place.microjob, *ANSWERS["list"]))
        self.after = Measured("list in a checkout, a record changed", command, variables=where)
        self.then = Measured("list in a checkout, unchanged", command, variables=where)
        self.calls = (self.first, self.after, self.then)
        run(command, where, terminal=True)

    def run(self) -> None:
        """Installs, changes a record, and runs each once more."""
        places.reinstall(self.place, self.wheel)
        self.first.run()
        self.record.write_text(f"{self.record.read_text(encoding='utf-8')}# changed\n", encoding="utf-8")
        self.after.run()
        self.then.run()


def _print(floor: Measured, calls: list[Measured]) -> None:
    print(f"The floor: {floor.typical('wall'):.3f} s, {floor.typical('cpu'):.3f} s of the processor, "
          f"{floor.typical('memory'):.0f} MB.\n")  # fmt: skip
    print("| call | clock | processor | memory |\n|---|---|---|---|")
    for one in calls:
        least, most = (end / floor.typical("wall") for end in one.spread("wall"))
        clock, cpu, memory = (one.typical(what) / floor.typical(what) for what in ("wall", "cpu", "memory"))
        print(f"| {one.name} | {clock:.2f} ({least:.2f} to {most:.2f}) | {cpu:.2f} | {memory:.2f} |")


if __name__ == "__main__":
    main()
