"""A person at a terminal: types, and waits for what the program says."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

pty, fcntl, termios = (
    pytest.importorskip(name, reason="terminals of this sort are not on this system")
    for name in ("pty", "fcntl", "termios")
)

PATIENCE = 60


class Terminal:
    """`microjob` with these words, with a terminal for its input and output."""

    def __init__(self, *words: str, cwd: Path, variables: Mapping[str, str] | None = None) -> None:
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "microjob_cli", "--today", "2026-11-23", *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={**os.environ, "TERM": "dumb", "COLUMNS": "200", "LC_ALL": "C.UTF-8", **(variables or {})},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # so that Ctrl-C reaches it
        )
        os.close(slave)
        self.seen = ""
        self._bytes = b""

    def wait_for(self, text: str) -> None:
        """Reads until the text was printed after what was waited for before."""
        until = time.monotonic() + PATIENCE
        while text not in self.seen:
            assert time.monotonic() < until, f"no {text!r} in {self.seen!r}"
            assert self._read() or text in self.seen, f"it ended without {text!r}: {self.seen!r}"
        self.seen = self.seen.partition(text)[2]

    def type(self, text: str) -> None:
        """Types a line."""
        self.press(f"{text}\r".encode())

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def answer(self, question: str, text: str = "") -> None:
        """Waits for a question and answers it."""
        self.wait_for(question)
        self.type(text)

    def insist(self, keys: bytes) -> None:
        """Presses keys until the program ends: an interrupt is lost while the question is being printed."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self.press(keys)
            time.sleep(0.3)

    def ended(self) -> tuple[int, str]:
        """Waits for the end: the exit code, and what was printed since it was last waited for."""
        while self._read():
            pass
        code = self.process.wait(PATIENCE)
        os.close(self.master)
        return code, self.seen

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)

    def _read(self) -> bool:
        """Takes what was printed; False at the end."""
        ready, _, _ = select.select([self.master], [], [], PATIENCE)
        if not ready:
            self.kill()
            raise AssertionError(f"it waits: {self.seen!r}")
        try:
            piece = os.read(self.master, 65536)
        except OSError:  # the terminal is gone with the program
            return False
        self._bytes += piece
        whole = self._bytes.decode(errors="ignore")
        self.seen += whole.replace("\r\n", "\n")
        self._bytes = self._bytes[len(whole.encode()) :]
        return bool(piece)
