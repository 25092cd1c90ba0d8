"""What each shell gets, and that it can run nothing of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.cli import GROUPS
from microjob_cli.completion_names import harmless
from tests.completion.asking import Asking, variables
from tests.running import Overlay

SHELLS = ("bash", "zsh", "fish", "powershell")
RUN = r"""\$(touch {0}) \`touch {0}\` '$(touch {0})' "; touch {0}; [bold] & | > {0} % ! * ? """

# What Typer's script has zsh do, without a line to complete: `_arguments` evaluates the list in its word.
PRESS_TAB = """\
_arguments() { eval "offers=( ${${1#*: :\\(\\(}%\\)\\)} )"; print -rl -- $offers }
eval $(env "$@")
"""


def hostile(overlay: Overlay, command: str) -> str:
    """A folder of records whose names and ids are commands to a shell."""
    quoted = command.replace("\\", "\\\\").replace('"', '\\"')
    site = f'id: zz-own\nname: "{quoted}"\nwebsite: null\naliases: {{}}\nstatus: []\n'
    return str(overlay({"platforms/zz-own.yaml": site}))


@pytest.mark.parametrize("shell", SHELLS)
def test_names_that_are_commands_are_not_offered(
    shell: str, asking_small: Asking, overlay: Overlay, tmp_path: Path
) -> None:
    folder = hostile(overlay, RUN.format(tmp_path / "touched"))
    for typed in (("show", "zz"), ("why", "zz")):
        code, out = asking_small.answer(shell, "--data", folder, *typed)
        assert code == 0
        assert "zz-" in out
        given_ = out.removeprefix("_arguments '*: :((").removesuffix("))'\n").replace('"', "")
        assert not set(given_) & set("$`\\'\";&|<>*?[]!%{}")


def test_zsh_runs_nothing_of_an_answer(overlay: Overlay, tmp_path: Path) -> None:
    zsh = shutil.which("zsh")
    if zsh is None:
        pytest.skip("zsh is not on this system")
    folder = hostile(overlay, RUN.format(tmp_path / "touched"))
    asked = variables("zsh", "--data", folder, "show", "zz")
    words = [zsh, "-f", "-c", PRESS_TAB, "zsh", *(f"{name}={value}" for name, value in asked.items())]
    found = subprocess.run(
        [*words, sys.executable, "-m", "microjob_cli"],
        capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert found.stderr == ""
    assert found.stdout.startswith("zz-own:")
    assert not (tmp_path / "touched").exists()


@given(st.lists(st.tuples(st.text(), st.text())))
def test_what_is_offered_means_nothing_to_a_shell(offers: list[tuple[str, str]]) -> None:
    for word, about in harmless(offers):
        assert not set(word + about) & set("$`\\'\"!;&|<>*?[]{}%#~\t\r\n\0\x1b")
        assert not word.startswith("-")
        assert any(word == before for before, _ in offers)


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_the_names(shell: str, asking_small: Asking) -> None:
    for typed, offered in ((("show", "exa"), "examplegigs"), (("show", "এক্সা"), "এক্সাম্পল-গিগস"), (("sh",), "show")):
        code, out = asking_small.answer(shell, *typed)
        assert code == 0
        assert offered in out
        assert len(out.splitlines()) == 1


def test_help_of_an_offer_stays_in_one_line(asking: Asking) -> None:
    for shell in ("fish", "powershell"):
        rows = asking.answer(shell, "data", "")[1].splitlines()
        assert len(rows) == len(asking.offers("data", "")) == len(GROUPS["data"])


def test_a_shell_that_asks_wrongly_gets_no_offers(asking: Asking) -> None:
    assert asking.answer("bash", "show", "\udcff") == (0, "\n")
