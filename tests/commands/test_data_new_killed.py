"""`microjob data new` killed at any moment: every file that is there is whole, and nothing is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from microjob_cli.store.folders import shipped_folder
from microjob_cli.store.loading import load, read_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="nothing is killed like that there")

RUNS = 20
OLD = 'old-page:\n  title: "old.example: a page"\n  address: "https://old.example/a"\n  kind: blog\n'


def call(into: Path, number: int) -> list[str]:
    given = {
        "--name": f"Zzyx {number}",
        "--source-address": f"https://zzyx.example/{number}",
        "--source-kind": "blog",
        "--payout": "bkash=300 BDT",
    }
    options = [word for pair in given.items() for word in pair]
    return [sys.executable, "-m", "microjob_cli", "data", "new", "--into", str(into), *options]


def start(words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def records_in(into: Path) -> set[str]:
    return {path.name for path in (into / "platforms").glob("*.yaml")}


def test_killed_at_random_moments_it_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(OLD)
    begun = time.monotonic()
    assert start(call(tmp_path, 0)).wait(60) == 0
    whole = time.monotonic() - begun
    moments = random.Random(7)
    codes = []
    for number in range(1, RUNS + 1):
        process = start(call(tmp_path, number))
        # Mostly at the end, where it writes.
        time.sleep(whole * moments.choice((0.3, 0.8, 0.9, 1.0)) * moments.uniform(0.8, 1.2))
        process.send_signal(signal.SIGKILL)
        codes.append(process.wait(60))
        assert read_folder(tmp_path).findings == []
        assert (tmp_path / "sources.yaml").read_text().startswith(OLD)
    assert -signal.SIGKILL in codes
    assert load(shipped_folder(), tmp_path).platforms["zzyx-0"].payouts
    # Whatever was left can be gone on with.
    for number in range(1, RUNS + 1):
        if f"zzyx-{number}.yaml" not in records_in(tmp_path):
            assert start(call(tmp_path, number)).wait(60) == 0
            break
    assert read_folder(tmp_path).findings == []


WRITER = """
import sys
from pathlib import Path
from microjob_cli.store.drafting import write
from tests.store.test_drafting import DRAFT, FULL
print("ready", flush=True)
while True:
    for draft in (DRAFT, FULL):
        write(draft, Path(sys.argv[1]), new_source=False, force=True)
"""


def test_killed_while_it_writes_it_leaves_the_old_or_the_new_record(tmp_path: Path) -> None:
    from microjob_cli.store.drafting import platform_text
    from tests.store.test_drafting import DRAFT, FULL

    path, moments = tmp_path / "platforms/jobghor.yaml", random.Random(11)
    seen = set()
    for _ in range(RUNS):
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0.005, 0.05))
        process.kill()
        process.wait(60)
        process.stdout.close()
        if path.exists():
            seen.add(path.read_text())
    assert seen
    assert seen <= {platform_text(DRAFT), platform_text(FULL)}
    assert list(tmp_path.rglob("*.yaml")) == [path]
