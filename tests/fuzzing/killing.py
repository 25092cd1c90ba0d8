"""Calls killed at random moments, and first calls made all at once."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from microjob_cli.storage.folders import shipped_folder
from microjob_cli.storage.loading import folder_of, laid_over, load, missing_references, read_folder
from tests.every_command import CALLS

# The program on other records than the shipped ones: those of the folder that is named before what is typed.
_ON_OTHERS = """
import sys; from pathlib import Path
from microjob_cli.storage import opening
folder = Path(sys.argv.pop(1)); opening.shipped_folder = lambda: folder
from microjob_cli.__main__ import main; main()
"""
_LONGEST = 120  # seconds that any call may take before it is taken for hung


class House:
    """A home of its own for calls: a cache, records of one's own, and nothing else. `records`: for the shipped ones."""

    def __init__(self, root: Path, records: Path | None = None) -> None:
        self.root = root
        self.own = root / "own"
        self.cache = root / "cache"
        self.acknowledged: set[str] = set()
        self.own.mkdir(parents=True, exist_ok=True)
        self._base = folder_of(load(records or shipped_folder()))
        start = ["-c", _ON_OTHERS, str(records)] if records else ["-m", "microjob_cli"]
        self.program = [sys.executable, *start]

    @property
    def variables(self) -> Mapping[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MICROJOB_")}
        places = {"MICROJOB_OWN": self.own, "XDG_CACHE_HOME": self.cache, "HOME": self.root}
        return {**kept, **{name: str(place) for name, place in places.items()}}

    def start(self, words: Sequence[str], out: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
        command = [*self.program, *words]
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL, env=self.variables
        )

    def answer(self, words: Sequence[str]) -> tuple[int, str, str]:
        """What a call that nobody kills comes to."""
        command = [*self.program, *words]
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, env=self.variables, timeout=_LONGEST, check=False
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def killed(self, words: Sequence[str], after: float) -> int:
        """Starts a call and kills it after so many seconds. Returns its exit code."""
        process = self.start(words)
        try:
            return process.wait(after)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            return process.wait(_LONGEST)

    def forget(self) -> None:
        """Empties the cache."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def damage(self) -> list[str]:
        """What is wrong with the records of one's own, and which that were acknowledged are gone."""
        folder = read_folder(self.own)
        found = [*folder.findings, *missing_references(folder, laid_over([self._base, folder]))]
        there = {path.stem for path in (self.own / "platforms").glob("*.yaml")}
        return [str(one) for one in found] + [f"{name} is lost" for name in sorted(self.acknowledged - there)]

    def silent(self, *names: str) -> list[str]:
        """The commands that do not answer, of those named or of all."""
        calls = {name: (*name.split(), *CALLS[name][0]) for name in names or CALLS if CALLS[name]}
        answers = {name: self.answer(words) for name, words in calls.items()}
        return [f"{name}: {code} {err}" for name, (code, out, err) in answers.items() if code != 0 or not out or err]


def new_record(number: int) -> tuple[str, list[str]]:
    """The id of a new record of one's own, and the words that write it."""
    return f"zzyx-{number}", ["data", "new", f"zzyx-{number}", "--own"]


def kill_often(house: House, kills: int, seed: int) -> tuple[int, list[str]]:
    """Kills so many calls that write a record or make the cache. Returns how many died, and all damage."""
    moments, died, damage = Random(seed), 0, list[str]()
    lengths = {"record": _length(house, new_record(0)[1]), "cache": _length(house, ["list"])}
    house.acknowledged.add(new_record(0)[0])
    number = 1
    while died < kills and number < 10 * kills:
        name, words = new_record(number)
        work = moments.choice(("record", "cache"))
        house.forget() if work == "cache" else None
        # Mostly at the end, where it writes.
        share = moments.choice((0.3, 0.7, 0.9, 1.0)) * moments.uniform(0.8, 1.2)
        code = house.killed(words if work == "record" else ["list"], lengths[work] * share)
        died += code == -signal.SIGKILL
        if work == "record" and code == 0:
            house.acknowledged.add(name)
        damage += house.damage()
        number += 1
    return died, damage


def _length(house: House, words: Sequence[str]) -> float:
    """How long a call takes with an empty cache."""
    house.forget()
    begun = time.monotonic()
    assert house.start(words).wait(_LONGEST) == 0
    return time.monotonic() - begun


def first_runs(house: House, count: int, words: Sequence[str] = ("list",)) -> set[tuple[int, str]]:
    """All different answers of so many calls that are started at once on an empty cache."""
    house.forget()
    processes = [house.start(words, subprocess.PIPE) for _ in range(count)]
    outs = [process.communicate(timeout=10 * _LONGEST)[0].decode() for process in processes]
    return {(process.returncode, out) for process, out in zip(processes, outs, strict=True)}
