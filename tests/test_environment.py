"""Asking somebody at the terminal."""

from __future__ import annotations

import builtins
import io
from collections.abc import Callable

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.environment import Environment
from tests.making import TODAY
from tests.running import Screen


def environment(catalogue: Catalogue, **streams: io.StringIO) -> Environment:
    made = Environment(today=TODAY, **{"stdin": Screen(), "stdout": Screen(), "stderr": Screen(), **streams})  # type: ignore[arg-type]
    made.catalogue = catalogue
    return made


@pytest.mark.parametrize(("piped", "able"), [(None, True), ("stdin", False), ("stdout", False), ("stderr", True)])
def test_it_can_ask_where_input_and_output_are_a_terminal(piped: str | None, able: bool, small: Catalogue) -> None:
    streams = {piped: io.StringIO()} if piped else {}
    assert environment(small, **streams).can_ask is able


def typing(answer: str | BaseException, asked: list[str]) -> Callable[[str], str]:
    def typed(prompt: str) -> str:
        asked.append(prompt)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    return typed


@pytest.mark.parametrize(("typed", "answer"), [("  my own ", "my own"), ("", "usual"), ("   ", "usual")])
def test_enter_alone_takes_what_is_suggested(
    typed: str, answer: str, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(builtins, "input", typing(typed, asked))
    assert environment(small).ask("advise-hours", suggested="usual") == answer
    assert asked == ["How many hours a day? [usual]: "]


@pytest.mark.parametrize("leaving", [EOFError(), KeyboardInterrupt()])
def test_leaving_ends_the_line_and_the_call(
    leaving: BaseException, small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builtins, "input", typing(leaving, []))
    call = environment(small)
    with pytest.raises(KeyboardInterrupt):
        call.ask("advise-payout")
    assert call.stderr.getvalue() == "\n"  # type: ignore[attr-defined]


def test_bytes_that_are_no_text_are_a_bad_answer(small: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "input", typing(UnicodeDecodeError("utf-8", b"\xe0", 0, 1, "cut"), []))
    with pytest.raises(UsageProblem) as problem:
        environment(small).ask("advise-payout")
    assert problem.value.code == "unreadable-answer"


def test_a_bad_answer_is_explained_with_the_nearest_names(small: Catalogue) -> None:
    call = environment(small)
    with pytest.raises(Exception) as problem:
        small.method("bkahs")
    call.explain(problem.value)  # type: ignore[arg-type]
    assert call.stderr.getvalue() == "No payout method named bkahs is in the records. Did you mean bkash?\n"  # type: ignore[attr-defined]
