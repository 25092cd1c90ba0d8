"""How well questions are understood that nothing was learnt from."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.questions.reader import Reading
from tools.question_report import Outcome, outcome
from tools.questions import OUT_OF_SCOPE, read_sets, reader

SETS = sorted(path for path in Path(__file__).parent.glob("*.yaml") if path.stem != "open")
_INTENTS, _NAMES = 0.95, 0.97
_DECLINED, _WRONGLY = 14, 2

Outcomes = dict[str, list[Outcome]]


@pytest.fixture(scope="module")
def readings(shipped: Catalogue) -> dict[str, Reading]:
    """How every question is understood, by its text."""
    reading = reader(shipped)
    return {asked.text: reading.read(asked.text) for asked in read_sets(SETS)}


@pytest.fixture(scope="module")
def outcomes(shipped: Catalogue, readings: dict[str, Reading]) -> Outcomes:
    """What became of every question, by set."""
    return {path.stem: [outcome(one, readings[one.text], shipped) for one in read_sets([path])] for path in SETS}


def told(found: list[Outcome]) -> str:
    """The questions of which something is not as it should be, for who reads the failure."""
    return "\n".join(f"{one.asked.id}: {one.asked.text} -> {one.intent} {one.asked.slots}" for one in found)


names = pytest.mark.parametrize("name", [path.stem for path in SETS])


def test_there_are_sets_with_questions_in_and_out_of_scope() -> None:
    assert len(SETS) >= 3
    for path in SETS:
        asked = read_sets([path])
        assert {one.language for one in asked} == {"en", "banglish", "bn"}
        assert len(asked) >= 115
        assert sum(one.intent == OUT_OF_SCOPE for one in asked) == 15


@names
def test_intents_are_right(name: str, outcomes: Outcomes) -> None:
    scope = [one for one in outcomes[name] if one.in_scope]
    wrong = [one for one in scope if not one.right]
    assert len(wrong) <= (1 - _INTENTS) * len(scope), told(wrong)


@names
def test_sites_and_payout_methods_are_right(name: str, outcomes: Outcomes) -> None:
    every = outcomes[name]
    for wrong in ([one for one in every if not one.platforms], [one for one in every if not one.methods]):
        assert len(wrong) <= (1 - _NAMES) * len(every), told(wrong)


@names
def test_what_is_out_of_scope_is_declined(name: str, outcomes: Outcomes) -> None:
    answered = [one for one in outcomes[name] if not one.in_scope and not one.right]
    assert sum(one.right for one in outcomes[name] if not one.in_scope) >= _DECLINED, told(answered)


@names
def test_little_else_is_declined(name: str, outcomes: Outcomes) -> None:
    declined = [one for one in outcomes[name] if one.in_scope and one.intent == OUT_OF_SCOPE]
    assert len(declined) <= _WRONGLY, told(declined)


@names
def test_the_language_is_told(name: str, outcomes: Outcomes) -> None:
    wrong = [one for one in outcomes[name] if not one.language]
    assert len(wrong) <= (1 - _NAMES) * len(outcomes[name]), told(wrong)


def test_no_question_depends_on_its_unicode_form(shipped: Catalogue, readings: dict[str, Reading]) -> None:
    reading = reader(shipped)
    asked = [one.text for one in read_sets(SETS) if one.language == "bn"]
    apart = {text: other for text in asked for other in other_forms(text)}
    assert len(apart) >= 140
    assert [text for text, other in apart.items() if reading.read(other).slots != readings[text].slots] == []


def other_forms(text: str) -> set[str]:
    """A text in another form of Unicode, where it has one."""
    return {unicodedata.normalize(form, text) for form in ("NFC", "NFD")} - {text}


@names
def test_no_other_word_is_taken_for_an_unrecorded_site(name: str, outcomes: Outcomes) -> None:
    strange = [one for one in outcomes[name] if one.unlisted != set(one.asked.slots.get("platforms_unlisted", ()))]
    assert strange == [], told(strange)


def test_nothing_is_declined_without_a_word_of_the_refused_subject(readings: dict[str, Reading]) -> None:
    refused = [(one.question, one.refusal) for one in readings.values() if one.refusal]
    assert [question.text for question, refusal in refused if not refusal.is_named(question.said)] == []
