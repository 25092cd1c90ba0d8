"""Throws random records and command lines at the program, and watches what it does with them.

    python -m tools.fuzz --records 10000 --shipped 500 --calls 10000 --processes 200

Each spoilt record is checked (`data check`) or asked about, laid over a few invented ones; with `--shipped` over the
shipped ones, which takes longer. Each command line is called on the shipped records, questions to `ask` and offers to
`check` among them; of `--processes` more each runs in a process of its own. All of it happens in a scratch folder.
Counts, the slowest call and the peak of memory are printed, and each broken promise with what broke it; with one the
exit code is 1. `--keep DIR` keeps the records that broke one, for `tests/data/found`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.every_command import calls as every_call
from tests.fuzzing.judging import LARGEST, Outcome, call, faults, on_invented_records, write
from tests.fuzzing.records import RecordFile, shipped_seeds, spoilt
from tests.fuzzing.words import command_lines

_ANSWERS = (
    ("list",), ("list", "-f", "csv", "--columns", "name,website,warnings"), ("show", "examplegigs"),
    ("show", "sproutgigs", "-f", "json"), ("recommend", "--all", "--explain"), ("payouts", "-f", "markdown"),
    ("why", "examplegigs", "status"), ("compare", "examplegigs", "nopay"), ("data", "stale"), ("list", "--lang", "bn"),
)  # fmt: skip
_ROOT = Path(__file__).resolve().parent.parent
_LONGEST_SHOWN = 300
_MOST_SHOWN = 20


@dataclass
class Tally:
    """What calls came to."""

    codes: Counter[int] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    memory: int = 0  # megabytes
    broken: dict[str, str] = field(default_factory=dict)  # the first call that broke each promise

    def take(self, outcome: Outcome) -> tuple[str, ...]:
        """Counts a call in; returns the promises that it broke."""
        told = " ".join(map(ascii, outcome.words))
        self.codes[outcome.code] += 1
        self.slowest = max(self.slowest, (outcome.seconds, told))
        found = tuple(faults(outcome))
        for fault in found:
            self.broken.setdefault(fault, told)
        return found

    def add(self, other: Tally) -> None:
        self.codes += other.codes
        self.slowest = max(self.slowest, other.slowest)
        self.memory = max(self.memory, other.memory)
        self.broken = {**other.broken, **self.broken}


Work = Callable[[int, int, Path | None], Tally]


def records(count: int, number: int, keep: Path | None) -> Tally:
    """Spoilt records: each is checked or asked about."""
    tally = Tally()

    @_often(count, number)
    @given(spoilt(), st.booleans(), st.sampled_from(_ANSWERS))
    def one(file: RecordFile, check: bool, answer: tuple[str, ...]) -> None:
        folder = Path(f"records-{number}")
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, *file)
        found = tally.take(call(("data", "check", str(folder)) if check else ("--data", str(folder), *answer)))
        if found and keep:
            write(keep / f"{number}-{len(tally.broken)}", *file)

    if count:
        with on_invented_records():
            one()
    return tally


def shipped(count: int, number: int, keep: Path | None) -> Tally:
    """Spoilt files of the shipped records, of every kind, laid over the shipped ones; each is asked about."""
    tally = Tally()

    @_often(count, number)
    @given(spoilt(shipped_seeds), st.sampled_from(tuple(every_call())))
    def one(file: RecordFile, answer: tuple[str, ...]) -> None:
        folder = Path(f"shipped-{number}")
        shutil.rmtree(folder, ignore_errors=True)
        if file.where.startswith("guides/en/"):  # a guide in one language alone is refused
            write(folder, file.where.replace("/en/", "/bn/"), file.content)
        write(folder, *file)
        found = tally.take(call(("--data", str(folder), *answer)))
        if found and keep:
            write(keep / f"shipped-{number}-{len(tally.broken)}", *file)

    if count:
        one()
    return tally


def calls(count: int, number: int, _keep: Path | None) -> Tally:
    """Random command lines."""
    tally = Tally()

    @_often(count, number)
    @given(command_lines())
    def one(words: list[str]) -> None:
        tally.take(call(words))

    if count:
        one()
    return tally


def processes(count: int, number: int, _keep: Path | None) -> Tally:
    """Random command lines, each in a process of its own."""
    tally = Tally()

    @_often(count, number)
    @given(command_lines())
    def one(words: list[str]) -> None:
        outcome, megabytes = _process([word.replace("\0", "") for word in words])
        tally.take(outcome)
        tally.memory = max(tally.memory, megabytes)

    if count:
        one()
    return tally


def _process(words: Sequence[str]) -> tuple[Outcome, int]:
    """What a process came to, and how much memory it held."""
    command = [os.fsencode(word) for word in (sys.executable, "-m", "microjob_cli", *map(_typed, words))]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode("utf-8", "replace"))
    seconds = used.ru_utime + used.ru_stime
    return Outcome(tuple(words), process.returncode, texts[0], texts[1], seconds), used.ru_maxrss // 1024


def _typed(word: str) -> str:
    """A word as a command line can hold it."""
    return "".join(char for char in word if not "\ud800" <= char <= "\udc7f" and not "\udd00" <= char <= "\udfff")


def _often(count: int, number: int) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Runs a property so many times, and goes on whatever it finds."""
    chosen = settings(
        max_examples=count, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    return lambda property_: seed(number)(chosen(property_))


def _worker(work: Work, count: int, number: int, scratch: Path, keep: Path | None) -> Tally:
    """One share of the work, in a folder and with a home of its own."""
    home = scratch / f"{work.__name__}-{number}"
    home.mkdir()
    os.chdir(home)
    for variable in [name for name in os.environ if name.startswith("MICROJOB_")]:
        del os.environ[variable]
    os.environ.update(
        HOME=str(home), XDG_CACHE_HOME=str(scratch / "cache"), XDG_DATA_HOME=str(home), MICROJOB_DEBUG="1",
        PYTHONPATH=str(_ROOT),
    )  # fmt: skip
    call(["list"])  # the first of all makes the catalogue file in the cache; it is no random call
    tally = work(count, number, keep)
    tally.memory = max(tally.memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return tally


def run(work: Work, count: int, first_seed: int, jobs: int, keep: Path | None) -> Tally:
    """All of one sort of work, shared among processes."""
    shares = [count // jobs + (1 if job < count % jobs else 0) for job in range(jobs)]
    whole = Tally()
    with tempfile.TemporaryDirectory() as scratch:
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=context, max_tasks_per_child=1) as pool:
            futures = [
                pool.submit(_worker, work, share, first_seed + job, Path(scratch), keep)
                for job, share in enumerate(shares)
                if share
            ]
            for future in futures:
                whole.add(future.result())
    return whole


def report(name: str, tally: Tally, seconds: float) -> None:
    """Prints the counts of one sort of work, and what was broken."""
    codes = ", ".join(f"{count} x exit {code}" for code, count in sorted(tally.codes.items()))
    print(f"{name}: {sum(tally.codes.values())} calls in {seconds:.0f} s: {codes}")
    print(f"  slowest {tally.slowest[0]:.2f} s of work: {tally.slowest[1][:_LONGEST_SHOWN]}")
    print(f"  at most {tally.memory} MB of memory, the harness included")
    for fault, words in list(tally.broken.items())[:_MOST_SHOWN]:
        print(f"  BROKEN by {words[:_LONGEST_SHOWN]}\n    {fault}")
    print(f"  {len(tally.broken)} promises broken")


_WORKS: tuple[Work, ...] = (records, shipped, calls, processes)


def main() -> int:
    """Runs what was asked for; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for work in _WORKS:
        parser.add_argument(f"--{work.__name__}", type=int, default=0, metavar="N", help=work.__doc__)
    parser.add_argument("--seed", type=int, default=1, help="another seed throws other things")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at once")
    parser.add_argument("--keep", type=Path, help="where to keep the records that broke a promise")
    given_ = parser.parse_args()
    keep = given_.keep.resolve() if given_.keep else None
    broken = False
    for work in _WORKS:
        if count := getattr(given_, work.__name__):
            begun = time.monotonic()
            tally = run(work, count, given_.seed, given_.jobs, keep)
            if tally.memory > LARGEST:
                tally.broken[f"held more than {LARGEST} MB"] = work.__name__
            report(work.__name__, tally, time.monotonic() - begun)
            broken = broken or bool(tally.broken)
    return int(broken)


if __name__ == "__main__":
    raise SystemExit(main())
