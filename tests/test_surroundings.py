"""Odd surroundings: no home, folders that cannot be used, an interrupt before anything has begun."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from microjob_cli.files import content_of
from microjob_cli.storage.folders import own_folder
from tests.running import Microjob

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
@pytest.mark.parametrize("home", ["/dev/null/nowhere", "/proc"])
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
    answer = run("data", "new", "zzyx", "--own", HOME="/dev/null")
    assert (answer.returncode, answer.stdout) == (1, "")
    path = "/dev/null/.local/share/microjob/own/platforms/zzyx.yaml"
    assert answer.stderr == f"{path} cannot be written: Not a directory.\n"


@pytest.mark.parametrize("variables", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "cp437"}, {}])
def test_without_a_language_it_speaks_english_and_prints_what_can_be_printed(
    variables: dict[str, str], tmp_path: Path
) -> None:
    answer = run(
        "list", "--format", "csv", **variables, XDG_CACHE_HOME=os.environ["XDG_CACHE_HOME"], HOME=str(tmp_path)
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "sproutgigs,SproutGigs," in answer.stdout


@pytest.mark.parametrize("call", ["recommend", "show hotovaga", "ask কোন সাইট বিকাশে দেয়", "--help", "show nosuch"])
def test_where_bengali_cannot_be_written_the_answer_is_in_english_and_says_so(call: str) -> None:
    kept = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME") if name in os.environ}
    answer = run("--lang", "bn", *call.split(), PYTHONIOENCODING="cp1252", **kept)
    assert "???" not in answer.stdout + answer.stderr
    assert answer.returncode == (3 if call.endswith("nosuch") else 0)
    assert answer.stderr.startswith("Bengali cannot be written here" if call != "--help" else "")
    assert run(*call.split(), PYTHONIOENCODING="cp1252", **kept).stderr.count("Bengali cannot") == 0


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown"])
def test_what_programs_read_is_utf8_everywhere(form: str) -> None:
    kept = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME") if name in os.environ}
    answer = run("--lang", "bn", "payouts", "-f", form, PYTHONIOENCODING="cp1252", **kept)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "বিকাশ" in answer.stdout


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


FULL = Path("/dev/full")


@posix
@pytest.mark.parametrize("told", ["2>&-", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>&1"])
@pytest.mark.parametrize(
    ("words", "code"), [("show nosuch", 3), ("-f json show nosuch", 3), ("list --bogus", 2), ("data", 2)]
)
def test_where_nothing_can_be_told_the_exit_code_still_tells_it(told: str, words: str, code: int) -> None:
    if "full" in told and not FULL.exists():
        pytest.skip("there is no full device here")
    call = f"{sys.executable} -m microjob_cli {words} {told}"
    answer = subprocess.run(["sh", "-c", call], capture_output=True, text=True, check=False)
    assert answer.returncode == code
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("error", [ValueError("year 0 is out of range"), OverflowError(), None])
def test_a_clock_that_cannot_be_right_is_told(
    error: Exception | None, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> Clock:
            if error:
                raise error
            return cls(1, 1, 1)

    monkeypatch.setattr("microjob_cli.settings.date", Clock)
    for words in (("show", "sproutgigs"), ("list", "--bogus"), ("-f", "json", "recommend")):
        answer = microjob(*words, today=None)
        assert answer.code == 2
        assert "inside microjob" not in answer.err
    assert microjob("list", today=None).err == (
        "The clock of this computer is wrong. Set its date, or give today's: --today 2026-11-23.\n"
    )
    assert microjob("list").code == 0


def test_completion_without_a_home_says_what_is_missing(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    monkeypatch.setattr("shellingham.detect_shell", lambda: ("bash", "/bin/bash"))
    answer = microjob("--install-completion", today=None)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "Your home folder is not known. Name it with the environment variable HOME.\n"


@posix
@pytest.mark.parametrize("name", ["platforms/a.yaml", "sources.yaml"])
def test_links_to_themselves_and_pipes_are_findings(name: str, on_small: Microjob, tmp_path: Path) -> None:
    record = tmp_path / "records" / name
    record.parent.mkdir(parents=True)
    for pipe in (False, True):
        if pipe:
            os.mkfifo(record)
        else:
            record.symlink_to(record)
        answer = on_small("data", "check", str(tmp_path / "records"))
        assert answer.code == 1
        assert record.name in answer.out
        assert "inside microjob" not in answer.err
        record.unlink()


@posix
def test_a_pipe_in_the_place_of_a_cache_costs_only_speed(
    on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path)
    before = on_small("show", "examplegigs")
    (cache,) = tmp_path.glob("catalogue-*")
    cache.unlink()
    os.mkfifo(cache)
    assert on_small("show", "examplegigs") == before


@posix
def test_what_cannot_be_read_is_told_with_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Path("/proc/self/mem")  # a file by its looks, whose beginning cannot be read
    if not broken.exists():
        pytest.skip("there is no such file here")
    with pytest.raises(OSError, match="/proc/self/mem"):
        content_of(broken, 10)
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms" / "a.yaml").symlink_to(broken)
    places = {"HOME": str(tmp_path), "MICROJOB_OWN": str(tmp_path), "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
    answer = run("show", "sproutgigs", **places)
    assert answer.returncode == 0
    assert "a.yaml" in answer.stderr
    assert "inside microjob" not in answer.stderr
