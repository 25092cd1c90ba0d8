"""Setting completion up: what is written where, and that nothing of the user's is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.completion import installing
from tests.running import Microjob

PLACES = {
    "bash": ("data/microjob/completion.bash", ".bashrc"),
    "zsh": ("data/microjob/completion.zsh", ".zshrc"),
    "fish": ("settings/fish/completions/microjob.fish", None),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for the user."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("ZDOTDIR", raising=False)
    return tmp_path


def in_shell(shell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))


@pytest.mark.parametrize("shell", PLACES)
def test_the_script_is_written_and_called_once(
    shell: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell(shell, monkeypatch)
    name, startup = PLACES[shell]
    for _ in range(2):
        answer = microjob("--install-completion", today=None)
        assert (answer.code, answer.err) == (0, "")
        assert f"{shell}: {home / name}" in answer.out
    assert (home / name).read_text(encoding="utf-8") == installing.script(shell)
    written = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert written == {name, *([startup] if startup else [])}
    if startup:
        (row,) = (home / startup).read_text(encoding="utf-8").splitlines()
        assert str(home / name) in row


@pytest.mark.parametrize("before", [b"alias x=y", b"alias x=y\n", b"", b"\xff\xfe not text\r\n\n\n"])
def test_what_the_startup_file_holds_stays_to_the_byte(
    before: bytes, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("bash", monkeypatch)
    kept = home / "elsewhere"
    kept.write_bytes(before)
    (home / ".bashrc").symlink_to(kept)
    assert microjob("--install-completion", today=None).code == 0
    after = kept.read_bytes()
    assert (home / ".bashrc").is_symlink()
    assert after.startswith(before)
    assert after[len(before) :].strip().splitlines() == after.splitlines()[-1:]


def test_zsh_may_keep_its_files_elsewhere(home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    in_shell("zsh", monkeypatch)
    (home / "z").mkdir()
    monkeypatch.setenv("ZDOTDIR", str(home / "z"))
    assert microjob("--install-completion", today=None).code == 0
    assert (home / "z" / ".zshrc").exists()
    assert not (home / ".zshrc").exists()


@pytest.mark.parametrize("shell", PLACES)
def test_the_script_can_be_looked_at(
    shell: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell(shell, monkeypatch)
    answer = microjob("--show-completion", today=None)
    assert (answer.code, answer.out, answer.err) == (0, installing.script(shell), "")
    assert list(home.iterdir()) == []


def test_where_no_shell_shows_the_usual_one_is_meant(
    home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shellingham  # type: ignore[import-untyped]

    def undetected() -> None:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr("shellingham.detect_shell", undetected)
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert microjob("--show-completion", today=None).out == installing.script("fish")
    monkeypatch.delenv("SHELL")
    assert microjob("--show-completion", today=None).code == 2


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize(("language", "said"), [("en", "bash, zsh, fish"), ("bn", "শেলগুলোয়")])
def test_another_shell_is_told_so_in_one_sentence(
    option: str, language: str, said: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("powershell", monkeypatch)
    answer = microjob("--lang", language, option, today=None)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert said in answer.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("blocked", ["data", ".bashrc"])
def test_what_cannot_be_written_is_told_with_its_place(
    blocked: str, home: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_shell("bash", monkeypatch)
    if blocked == "data":
        (home / blocked).write_text("a file in the place of the folder")
    else:
        (home / blocked).mkdir()
    answer = microjob("--install-completion", today=None)
    assert (answer.code, answer.out, len(answer.err.splitlines())) == (1, "", 1)
    assert str(home / blocked) in answer.err
    assert "Traceback" not in answer.err
