"""Odd surroundings: no home, folders that cannot be used, an interrupt before anything has begun."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from microjob_cli.store.folders import own_folder

posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files or signals there")


def run(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """A call in a process of its own, with these variables and hardly any other."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "microjob_cli", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**kept, **variables},
        check=False,
    )


@posix
@pytest.mark.parametrize("home", ["/dev/null", "/dev/null/nowhere", "/proc"])
def test_a_home_that_is_none_costs_only_speed(home: str) -> None:
    answer = run("show", "sproutgigs", HOME=home)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("SproutGigs")


def test_where_nobody_is_at_home_there_are_no_own_records(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(_self: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    monkeypatch.setattr("sys.platform", "linux")
    assert own_folder({}) is None


@posix
def test_new_records_where_nothing_can_be_written() -> None:
    given = ("--name", "Zzyx", "--source-address", "https://zzyx.example/a", "--source-kind", "blog")
    answer = run("data", "new", "--own", *given, HOME="/dev/null")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == "/dev/null/.local/share/microjob/own cannot be written: Not a directory.\n"


@pytest.mark.parametrize("variables", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "cp437"}, {}])
def test_without_a_language_it_speaks_english_and_prints_what_can_be_printed(
    variables: dict[str, str], tmp_path: Path
) -> None:
    answer = run(
        "list", "--format", "csv", **variables, XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"], HOME=str(tmp_path)
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "sproutgigs,SproutGigs,active" in answer.stdout


@posix
def test_interrupted_at_any_moment_it_says_nothing() -> None:
    # It says when it has begun: what comes before is Python's own start.
    code = "import gc; from microjob_cli.__main__ import main; gc.disable = lambda: print(flush=True); main()"
    codes = set()
    for moment in range(1, 8):
        process = subprocess.Popen(
            [sys.executable, "-c", code, "recommend"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.03 * moment)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=60)[1]
        codes.add(process.returncode)
        assert told == ""
    assert codes <= {0, 130}
    assert 130 in codes
