"""Setting completion up: Typer does it, and what goes wrong is told in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import Microjob

PLACES = {
    "bash": (".bash_completions/microjob.sh", ".bashrc"),
    "zsh": (".zfunc/_microjob", ".zshrc"),
    "fish": (".config/fish/completions/microjob.fish", None),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for the user."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def in_shell(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))


@pytest.mark.parametrize("shell", PLACES)
def test_the_script_that_is_shown_is_set_up_and_called_once(
    shell: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell(shell, monkeypatch)
    shown = microjob("--show-completion", today=None)
    assert (shown.code, shown.err, list(home.iterdir())) == (0, "", [])
    assert f"_MICROJOB_COMPLETE=complete_{shell}" in shown.out
    script, startup = PLACES[shell]
    if startup:
        (home / startup).write_text("alias x=y\n", encoding="utf-8")
    for _ in range(2):
        answer = microjob("--install-completion", today=None)
        assert (answer.code, answer.err) == (0, "")
        assert str(home / script) in answer.out
    assert (home / script).read_text(encoding="utf-8").strip() == shown.out.strip()
    if startup:
        rows = [row for row in (home / startup).read_text(encoding="utf-8").splitlines() if row]
        assert rows[0] == "alias x=y"
        assert len(rows) == len(set(rows)) > 1


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_another_shell_is_told_so_in_one_sentence(
    option: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("tcsh", monkeypatch)
    answer = microjob(option, today=None)
    assert (answer.code, len((answer.out + answer.err).splitlines())) == (1, 1)
    assert "tcsh" in answer.out + answer.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("broken", ["folder", "no text", "no home"])
def test_what_goes_wrong_is_told_in_one_sentence(
    broken: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("bash", monkeypatch)
    startup = home / ".bashrc"
    if broken == "folder":
        startup.mkdir()
    elif broken == "no text":
        startup.write_bytes(b"\xff\xfe\n")
    else:
        monkeypatch.setenv("HOME", "/dev/null/nowhere")
    answer = microjob("--install-completion", today=None)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    if broken == "no text":
        assert startup.read_bytes() == b"\xff\xfe\n"
    else:
        assert "cannot be used" in answer.err
