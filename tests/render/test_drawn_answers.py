"""Every answer, help and error on a terminal, from a phone's width on: nothing is cut or overwritten."""

from __future__ import annotations

import re

import pytest

from tests.every_command import calls, names
from tests.render.counting import COUNTS, starts
from tests.render.drawing import OnTerminal
from tests.running import Microjob
from tests.test_bengali import ERRORS

# What is copied or read by programs is never broken.
COPIED = ("data", "post")
UNBROKEN = re.compile(r" *microjob \w+ .*|.*\[\w*\]\.\.\.")


def assert_fits(text: str, columns: int) -> None:
    for row in text.splitlines():
        for count in COUNTS:
            _, end = starts(row, count)
            assert end <= columns or UNBROKEN.fullmatch(row), row


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("call", [call for call in calls() if call[0] not in COPIED], ids=" ".join)
def test_an_answer_fits(call: tuple[str, ...], columns: int, language: str, on_terminal: OnTerminal) -> None:
    answer = on_terminal(columns, "--lang", language, *call)
    assert answer.out
    assert_fits(answer.out, columns)


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize("name", ["", *names()])
def test_help_fits(name: str, columns: int, language: str, on_terminal: OnTerminal) -> None:
    assert_fits(on_terminal(columns, "--lang", language, *name.split(), "--help").out, columns)


@pytest.mark.parametrize("language", ["en", "bn"])
@pytest.mark.parametrize("call", ERRORS, ids=" ".join)
def test_an_error_is_broken_between_words(
    call: tuple[str, ...], language: str, on_terminal: OnTerminal, microjob: Microjob
) -> None:
    whole = microjob("--lang", language, *call).err
    shown = on_terminal(40, "--lang", language, *call).err
    assert_fits(shown, 40)
    assert shown.split() == whole.split()


def test_an_error_for_a_file_is_one_line(microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert microjob("list", "--columns", "luck").err.count("\n") == 1
