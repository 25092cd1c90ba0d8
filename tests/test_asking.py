"""Asking somebody at the terminal."""

from __future__ import annotations

import builtins
import io
from collections.abc import Callable, Generator

import pytest

from microjob_cli import terminal
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.render.asking import result_of
from microjob_cli.result import Question, Result
from tests.making import settings_for
from tests.running import Screen

Typing = Callable[..., list[str]]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """At a terminal these answers are typed, or raised; returns the prompts as they come."""

    def typed(*answers: str | BaseException) -> list[str]:
        asked: list[str] = []

        def answer(prompt: str) -> str:
            asked.append(prompt)
            found = answers[len(asked) - 1]
            if isinstance(found, BaseException):
                raise found
            return found

        for name in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(f"sys.{name}", Screen())
        monkeypatch.setattr(builtins, "input", answer)
        return asked

    return typed


def asking(*questions: Question) -> Generator[Question, str, Result]:
    """A command that asks these; its items are the answers, or the codes of what was wrong with them."""
    answers = []
    for question in questions:
        try:
            answers.append((yield question))
        except MicrojobError as problem:
            answers.append(problem.code)
    return Result("advise", {}, tuple(answers))


@pytest.mark.parametrize(("piped", "able"), [(None, True), ("stdin", False), ("stdout", False), ("stderr", True)])
def test_it_can_ask_where_input_and_output_are_a_terminal(
    piped: str | None, able: bool, typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing()
    if piped:
        monkeypatch.setattr(f"sys.{piped}", io.StringIO())
    assert terminal.can_ask() is able


@pytest.mark.parametrize(("typed", "answer"), [("  my own ", "my own"), ("", "usual"), ("   ", "usual")])
def test_enter_alone_takes_what_is_suggested(typed: str, answer: str, small: Catalogue, typing: Typing) -> None:
    asked = typing(typed)
    assert result_of(asking(Question("advise-hours", "usual")), settings_for(small)).items == (answer,)
    assert asked == ["How many hours a day? [usual]: "]


@pytest.mark.parametrize("leaving", [EOFError(), KeyboardInterrupt()])
def test_leaving_ends_the_line_and_the_call(
    leaving: BaseException, small: Catalogue, typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(leaving)
    monkeypatch.setattr("sys.stderr", told := Screen())
    with pytest.raises(KeyboardInterrupt):
        result_of(asking(Question("advise-payout")), settings_for(small))
    assert told.getvalue() == "\n"


def test_bytes_that_are_no_text_are_a_bad_answer(small: Catalogue, typing: Typing) -> None:
    typing(UnicodeDecodeError("utf-8", b"\xe0", 0, 1, "cut"))
    assert result_of(asking(Question("advise-payout")), settings_for(small)).items == ("unreadable-answer",)


def test_a_bad_answer_is_explained_with_the_nearest_names(
    small: Catalogue, typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MicrojobError) as problem:
        small.method("bkahs")
    typing("bkash")
    monkeypatch.setattr("sys.stderr", told := Screen())
    result_of(asking(Question("advise-payout", problem=problem.value)), settings_for(small))
    assert told.getvalue() == "No payout method named bkahs is in the records. Did you mean bkash?\n"
