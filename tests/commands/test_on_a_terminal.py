"""Calls on a real terminal: painted, within its width, and never asking or painting where that is not wanted."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from microjob_cli.render.display_width import cells

pty = pytest.importorskip("pty", reason="terminals of this sort are not on this system")

PAINT = re.compile("\x1b\\[([0-9;]*)m")
LINK = re.compile("\x1b\\]8;[^\x1b]*\x1b\\\\")
COLOURS = {"31", "32", "33"}


def on_terminal(*words: str, columns: int = 80, **variables: str) -> str:
    """What a terminal of that many columns receives."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "microjob_cli", "--today", "2026-11-23", *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.STDOUT,
        env={**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", **variables},
    )
    os.close(theirs)
    received = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the terminal is gone with the program that wrote to it
            break
        if not piece:
            break
        received += piece
    os.close(ours)
    assert process.wait(timeout=60) == 0, received
    return received.decode().replace("\r\n", "\n")


def codes(text: str) -> set[str]:
    return {code for paint in PAINT.findall(text) for code in paint.split(";")}


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    "words", [("list", "--status", "active"), ("show", "picoworkers"), ("recommend", "--limit", "5")]
)
def test_a_terminal_gets_paint_within_its_width(words: tuple[str, ...], columns: int) -> None:
    text = on_terminal(*words, columns=columns)
    assert "1" in codes(text)
    assert "…" not in text
    assert max(len(PAINT.sub("", LINK.sub("", row))) for row in text.splitlines()) <= columns


def test_colour_is_left_out_where_it_is_not_wanted() -> None:
    assert codes(on_terminal("list")) & COLOURS
    assert not codes(on_terminal("list", NO_COLOR="1")) & COLOURS
    assert "\x1b" not in on_terminal("list", TERM="dumb")


@pytest.mark.parametrize("language", ["en", "bn"])
def test_a_terminal_that_knows_nothing_but_text_breaks_no_words(language: str) -> None:
    words = ("--lang", language, "learn", "safety")
    narrow, wide = (on_terminal(*words, columns=columns, TERM="dumb") for columns in (50, 140))
    assert narrow.split() == wide.split()
    assert max(map(cells, narrow.splitlines())) <= 50


def test_a_pager_comes_only_when_it_is_asked_for_and_needed() -> None:
    def shown(*words: str, asked: str = "") -> str:
        return on_terminal(*words, PAGER="sed s/^/paged:/", LINES="10", MICROJOB_PAGER=asked)

    words = ("--lang", "bn", "list")
    assert "paged:" not in shown(*words)
    for paged in (shown(*words, "--pager"), shown(*words, asked="1")):
        assert all(row.startswith("paged:") for row in paged.splitlines())
        assert "\x1b7" not in paged
    assert "paged:" not in shown("list", "--no-pager", asked="1")
    assert "paged:" not in shown("data", "path", asked="1")
