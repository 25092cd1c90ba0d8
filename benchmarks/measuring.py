"""Runs a program on a terminal or into a pipe, and tells what it took."""

from __future__ import annotations

import os
import pty
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

COLUMNS, LINES = "100", "40"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds by the clock, seconds of the processor, megabytes at the most."""

    wall: float
    cpu: float
    memory: float


@dataclass(slots=True)
class Measured:
    """One thing that is run again and again. Without a terminal its output goes into a pipe."""

    name: str
    command: Sequence[str]
    terminal: bool = True
    variables: Mapping[str, str] = field(default_factory=dict)
    costs: list[Cost] = field(default_factory=list)

    def run(self) -> None:
        """Runs it once more. Raises RuntimeError when it fails."""
        self.costs.append(run(self.command, self.variables, terminal=self.terminal))

    def typical(self, what: str) -> float:
        """The median of what its runs took."""
        found: list[float] = [getattr(cost, what) for cost in self.costs]
        return median(found)

    def spread(self, what: str) -> tuple[float, float]:
        """The least and the most that a run took."""
        found = [getattr(cost, what) for cost in self.costs]
        return min(found), max(found)


def run(command: Sequence[str], variables: Mapping[str, str], *, terminal: bool) -> Cost:
    """Runs a command once. Raises RuntimeError when it fails."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR")}
    environment = {**kept, "TERM": "xterm-256color", "COLUMNS": COLUMNS, "LINES": LINES, **variables}
    started = time.perf_counter()
    process, output = _started(command, environment, terminal)
    printed = _read(output)
    _, status, used = os.wait4(process, 0)
    wall = time.perf_counter() - started
    os.close(output)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"{' '.join(command)} failed: {printed.decode(errors='replace')[-500:]}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _started(command: Sequence[str], environment: Mapping[str, str], terminal: bool) -> tuple[int, int]:
    """The process, and where what it prints can be read."""
    reading = writing = -1
    if terminal:
        process, reading = pty.fork()
    else:
        reading, writing = os.pipe()
        process = os.fork()
    if process == 0:
        if not terminal:
            os.dup2(writing, 1)
        os.execve(command[0], list(command), dict(environment))
    if not terminal:
        os.close(writing)
    return process, reading


def _read(output: int) -> bytes:
    """All that is printed; a terminal whose program has ended is an error on some systems."""
    found = b""
    while True:
        try:
            piece = os.read(output, 1 << 16)
        except OSError:
            return found
        if not piece:
            return found
        found += piece
