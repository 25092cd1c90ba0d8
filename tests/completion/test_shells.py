"""What each shell gets, and that it can run nothing of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
    """A folder of records of which one has a command to a shell as its id, another as its name."""
    quoted = command.replace("\\", "\\\\").replace('"', '\\"')
    site = 'id: "{}"\nname: "{}"\nwebsite: null\naliases: {{}}\nstatus: []\n'
    return str(
        overlay(
            {
                "platforms/zz-own.yaml": site.format("zz-own", quoted),
                "platforms/zz-id.yaml": site.format(f"zz-{quoted}", "x"),
            }
        )
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_ids_that_are_commands_are_not_offered(
    shell: str, asking_small: Asking, overlay: Overlay, tmp_path: Path
) -> None:
    folder = hostile(overlay, RUN.format(tmp_path / "touched"))
    offered = {"zsh": "_arguments '*: :((\"zz-own\"))'", "powershell": "zz-own::: "}.get(shell, "zz-own")
    for typed in (("show", "zz"), ("why", "zz")):
        assert asking_small.answer(shell, "--data", folder, *typed) == (0, f"{offered}\n")


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
    assert (found.stdout, found.stderr) == ("zz-own\n", "")
    assert not (tmp_path / "touched").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_the_words(shell: str, asking_small: Asking) -> None:
    for typed, offered in ((("show", "exa"), "examplegigs"), (("sh",), "show")):
        code, out = asking_small.answer(shell, *typed)
        assert code == 0
        assert offered in out
        assert len(out.splitlines()) == 1


def test_a_shell_that_asks_wrongly_gets_no_offers(asking: Asking) -> None:
    assert asking.answer("bash", "show", "\udcff") == (0, "\n")
