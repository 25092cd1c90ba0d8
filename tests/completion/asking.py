"""A shell that asks what can follow, without the shell."""

from __future__ import annotations

import shlex

import pytest

from microjob_cli.cli import main


class Asking:
    """Asks by the variables that Typer's script of a shell sets."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def answer(self, shell: str, *typed: str) -> tuple[int, str]:
        """The exit code and what is printed when Tab is pressed after the last of these words."""
        self.capsys.readouterr()
        with self.monkeypatch.context() as patch:
            for name, value in variables(shell, *typed).items():
                patch.setenv(name, value)
            code = main([])
        out, err = self.capsys.readouterr()
        assert err == ""
        return code, out

    def offers(self, *typed: str) -> list[str]:
        """What fish is offered."""
        code, out = self.answer("fish", *typed)
        assert code == 0
        return [row for row in out.splitlines() if row]


def variables(shell: str, *typed: str) -> dict[str, str]:
    """What the script of a shell sets when Tab is pressed after the last of these words."""
    line = shlex.join(["microjob", *typed[:-1]]) + f" {shlex.quote(typed[-1]) if typed[-1] else ''}"
    return {
        "_MICROJOB_COMPLETE": f"complete_{shell}",
        "COLUMNS": "80",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(typed)),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": typed[-1],
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
