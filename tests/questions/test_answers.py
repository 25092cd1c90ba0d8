"""How questions of the kinds that people really ask are answered: floors that may only rise."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.questions import Intent
from microjob_cli.catalog.text import Text
from microjob_cli.questions.answers import Answered, Call
from tests.making import settings_for
from tools.answer_report import Outcome, judged, lines, outcome
from tools.reporting import entries

OPEN = Path(__file__).parent / "open.yaml"
_RIGHT, _OFFERED, _TWO = 0.93, 0.95, 2


@pytest.fixture(scope="module")
def outcomes(shipped: Catalogue) -> list[Outcome]:
    return [judged(one, settings_for(shipped, language_asked=True)) for one in entries(OPEN)]


def told(outcomes: list[Outcome]) -> str:
    return "\n".join(f"{one.asked['id']}: {one.asked['text']} -> {one.command}" for one in outcomes)


def test_most_are_answered_rightly_in_every_language(outcomes: list[Outcome]) -> None:
    for language in ("en", "bn", "banglish"):
        asked = [one for one in outcomes if one.asked["language"] == language]
        assert len(asked) >= 40
        wrong = [one for one in asked if not one.right]
        assert len(wrong) <= (1 - _RIGHT) * len(asked), told(wrong)
        lost = [one for one in asked if not one.offered]
        assert len(lost) <= (1 - _OFFERED) * len(asked), told(lost)


def test_nobody_is_declined_wrongly_and_what_is_outside_is(outcomes: list[Outcome]) -> None:
    assert told([one for one in outcomes if one.wrongly_declined]) == ""
    outside = [one for one in outcomes if one.asked["want"] == ["decline"]]
    assert [one.command for one in outside if not one.declined] == []


def test_two_questions_in_one_are_both_answered(outcomes: list[Outcome]) -> None:
    assert sum(one.right and one.second for one in outcomes if one.asked.get("second")) >= _TWO


def test_the_report_counts_by_language_and_kind(outcomes: list[Outcome]) -> None:
    report = lines(outcomes)
    heads = [line[:48].strip() for line in report]
    assert {"en", "bn", "banglish", "all", "two questions", "outside: betting"} <= set(heads)
    assert len([line for line in report if line.startswith("o-")]) == sum(not one.right for one in outcomes)


def test_what_is_wanted_is_asked_only_of_commands_that_can_carry_it(outcomes: list[Outcome]) -> None:
    asked = {"id": "x", "text": "", "want": ["learn", "list"], "must": {"payout": "bkash|nagad", "site": ["a", "b"]}}
    item = _item("learn what a b")
    assert outcome(asked, item).right
    assert not outcome(asked, _item("list a b")).right
    assert outcome(asked, _item("list --payout nagad a b")).right
    assert not outcome(asked, _item("list --payout nagad a")).right
    assert not outcome({**asked, "want": ["show"]}, item).right


def _item(words: str) -> Answered:
    return Answered("", {}, intent=Intent("any", Text("", "")), call=Call(tuple(words.split())))
