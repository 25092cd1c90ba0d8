"""`microjob` as it answers somebody at a terminal."""

from __future__ import annotations

import sys

import pytest

from tests.render.drawing import OnTerminal
from tests.running import Answer, Microjob


@pytest.fixture
def on_terminal(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> OnTerminal:
    """Runs `microjob` in-process as on a terminal of that many columns, in colour."""

    def run(columns: int, *words: str) -> Answer:
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", str(columns))
            patch.setenv("TERM", "xterm-256color")
            for stream in (sys.stdout, sys.stderr):
                patch.setattr(stream, "isatty", lambda: True)
            return microjob(*words)

    return run
