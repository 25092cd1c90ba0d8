"""How each shell asks and what it understands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from microjob_cli.completion.installing import SHELLS, script
from tests.completion.asking import Asking
from tests.running import Microjob


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["sh"], ["show"]),
        (["show", "exa"], ["examplegigs"]),
        (["show", '"Example G'], ["Example Gigs"]),
        (["show", "Example\\ Gi"], ["Example\\ Gigs"]),
        (["list", "--payout", "=", "bk"], ["bkash"]),
        (["list", "--payout", "="], ["bitcoin", "bkash", "litecoin", "nagad", "paypal"]),
        (["list", "--payout=bk"], ["--payout=bkash"]),
        (["list", "--columns", "name,sta"], ["name,status"]),
    ],
)
def test_bash_takes_values_as_they_stand_on_the_line(
    typed: list[str], offered: list[str], asking_small: Asking
) -> None:
    code, out = asking_small.answer("bash", *typed)
    assert (code, out.splitlines()) == (0, offered)


def test_zsh_takes_a_word_and_its_help_with_a_colon_between(asking_small: Asking) -> None:
    assert asking_small.answer("zsh", "show", "closed") == (0, "closedjobs:ClosedJobs (closed)\n")
    assert asking_small.answer("zsh", "list", "--status", "cl") == (0, "closed\n")
    assert asking_small.answer("zsh", "show", "exa:") == (0, "exa\\:mplegigs:ExampleGigs\n")


def test_a_shell_that_asks_wrongly_gets_no_answer(asking: Asking, microjob: Microjob) -> None:
    assert asking.answer("tcsh", "sh") == (0, "")
    assert asking.answer("bash", "show", "\udcff") == (0, "")
    asking.monkeypatch.setenv("_MICROJOB_COMPLETE", "complete_bash")
    assert microjob(today=None) == (0, "", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_that_the_shell_can_read(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not on this system")
    path = tmp_path / shell
    path.write_text(script(shell), encoding="utf-8")
    assert subprocess.run([program, "-n", str(path)], capture_output=True, text=True, check=False).stderr == ""


PRESS_TAB = """\
source "$1"
COMP_WORDS=("$2" list --payout = bk) COMP_CWORD=4
_microjob_completion "$2"
printf '%s|' "${COMPREPLY[@]}"
"""


def test_bash_itself_is_offered_what_the_program_says(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not on this system")
    (tmp_path / "script").write_text(script("bash"), encoding="utf-8")
    program = tmp_path / "microjob"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m microjob_cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    words = [bash, "--norc", "-c", PRESS_TAB, "bash", str(tmp_path / "script"), str(program)]
    found = subprocess.run(words, capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    assert (found.stdout, found.stderr) == ("bkash|", "")


@pytest.mark.parametrize(("typed", "out"), [("বিকা", b""), ("bk", b"bkash\n")])
def test_a_word_that_the_terminal_cannot_show_is_not_offered(typed: str, out: bytes, asking: Asking) -> None:
    with asking.variables("bash", "payouts", typed):
        asking.monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
        found = subprocess.run([sys.executable, "-m", "microjob_cli"], capture_output=True, check=False)
    assert (found.returncode, found.stdout, found.stderr) == (0, out, b"")
