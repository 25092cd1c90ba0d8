"""Kills calls that write, and starts many first calls at once; looks whether anything is lost or wrong afterwards.

    python -m tools.kill --kills 100 --first-runs 50

The kills hit `data new --own` and calls that make the cache, at random moments. After each the records are read, and
at the end every command is called. Whatever was acknowledged (exit code 0) must still be there.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from tests.fuzzing.killing import House, first_runs, kill_often


def main() -> int:
    """Runs what was asked for; 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100, metavar="N")
    parser.add_argument("--first-runs", type=int, default=50, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        if asked.kills:
            begun = time.monotonic()
            died, damage = kill_often(house, asked.kills, asked.seed)
            silent = house.silent()
            left = [path for path in Path(folder).rglob("*") if path.is_file()]
            size = sum(path.stat().st_size for path in left) // 1_000_000
            print(f"{died} calls killed in {time.monotonic() - begun:.0f} s; {len(house.acknowledged)} records written")
            print(f"  {len(damage)} damages, {len(silent)} commands silent; {len(left)} files left, {size} MB")
            wrong += [*damage, *silent, *(["too few were killed"] if died < asked.kills else [])]
        if asked.first_runs:
            begun = time.monotonic()
            answers = first_runs(house, asked.first_runs)
            codes = sorted({code for code, _ in answers})
            print(f"{asked.first_runs} first runs at once in {time.monotonic() - begun:.0f} s")
            print(f"  {len(answers)} different answers, exit codes {codes}")
            wrong += ["the first runs differ"] if len(answers) != 1 or codes != [0] else []
    for one in wrong:
        print(f"WRONG: {one}")
    return int(bool(wrong))


if __name__ == "__main__":
    raise SystemExit(main())
