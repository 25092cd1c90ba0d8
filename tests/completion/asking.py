"""A shell that asks what can follow, without the shell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from microjob_cli.app import main


class Asking:
    """Asks by the variables that the script of a shell sets."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def answer(self, shell: str, *typed: str) -> tuple[int, str]:
        """The exit code and what is printed when Tab is pressed after the last of these words."""
        self.capsys.readouterr()
        with self.variables(shell, *typed):
            code = main([])
        out, err = self.capsys.readouterr()
        assert err == ""
        return code, out

    def offers(self, *typed: str) -> dict[str, str]:
        """What fish is offered, each with its help."""
        code, out = self.answer("fish", *typed)
        assert code == 0
        return {word: about for word, _, about in (row.partition("\t") for row in out.splitlines())}

    @contextmanager
    def variables(self, shell: str, *typed: str) -> Iterator[None]:
        with self.monkeypatch.context() as patch:
            patch.setenv("_MICROJOB_COMPLETE", f"complete_{shell}")
            patch.setenv("COMP_WORDS", "\n".join(["microjob", *typed]))
            patch.setenv("COMP_CWORD", str(len(typed)))
            yield
