"""The example questions that leanings are learnt from: of every kind, in every language, and none of the sets."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.names import fold
from microjob_cli.catalog.platform import Device
from microjob_cli.catalog.questions import MARKS, Cue, Examples
from microjob_cli.questions.likelihoods import SORTS
from microjob_cli.storage.folders import LAYOUTS, shipped_folder
from microjob_cli.storage.loading import read_folder
from tools.questions import read_sets, reader

SETS = sorted(path for path in Path(__file__).parent.glob("*.yaml") if path.stem != "open")
_FEW = 5


@pytest.fixture(scope="module")
def examples() -> list[Examples]:
    only = [layout for layout in LAYOUTS if layout.kind is Examples]
    return [loaded.record for loaded in read_folder(shipped_folder(), only).of(Examples).values()]


def test_every_intent_and_refusal_has_examples_and_nothing_else_has(
    examples: list[Examples], shipped: Catalogue
) -> None:
    assert sorted(one.id for one in examples) == sorted([*shipped.intents, *shipped.refusals])


def test_there_are_examples_in_every_language(examples: list[Examples]) -> None:
    few = {
        (one.id, language)
        for one in examples
        for language in ("en", "banglish", "bn")
        if len(getattr(one, language)) < _FEW
    }
    assert few == set()


def test_no_example_stands_for_two_kinds(examples: list[Examples]) -> None:
    kinds = Counter((fold(text), one.id) for one in examples for text in (*one.en, *one.banglish, *one.bn))
    shared = Counter(text for text, _ in kinds)
    assert [text for text, count in shared.items() if count > 1] == []


def test_no_question_of_the_sets_is_an_example(examples: list[Examples]) -> None:
    known = {fold(text) for one in examples for text in (*one.en, *one.banglish, *one.bn)}
    asked = read_sets(SETS)
    assert len({fold(question.text) for question in asked}) > 350
    assert [question.id for question in asked if fold(question.text) in known] == []


def test_leanings_know_exactly_the_intents_and_refusals(shipped: Catalogue) -> None:
    assert sorted(shipped.leanings) == sorted(SORTS)
    for leaning in shipped.leanings.values():
        assert sorted(leaning.kinds.values()) == sorted([*shipped.intents, *shipped.refusals])


def test_leanings_of_words_speak_of_words_that_there_are(shipped: Catalogue) -> None:
    words = set(shipped.leanings["words"].weights)
    assert words - set(shipped.words) - MARKS == set()


def test_what_a_word_fills_a_slot_with_is_known_to_the_commands(shipped: Catalogue) -> None:
    known: dict[str, set[str]] = {
        "device": set(map(str, Device)),
        "payout_methods": set(shipped.methods),
        "task_types": set(shipped.task_types),
    }
    unknown = {
        (word.id, slot): value
        for word in shipped.words.values()
        for slot, value in word.sets.items()
        if slot in known and value not in known[slot]
    }
    assert unknown == {}


def test_what_a_general_answer_is_for_can_be_said(shipped: Catalogue) -> None:
    said = {(slot, value) for word in shipped.words.values() for slot, value in word.sets.items()}
    said |= {("task_types", task) for task in shipped.task_types} | {("route_to", "bdt")}
    unsaid = {
        (intent.id, slot, value)
        for intent in shipped.intents.values()
        for saying in intent.says
        for slot, value in saying.when.items()
        if (slot, value) not in said
    }
    assert unsaid == set()


def test_every_refusal_owns_words_that_there_are_and_cues_speak_of_such(shipped: Catalogue) -> None:
    assert [refusal.id for refusal in shipped.refusals.values() if not refusal.cues] == []
    cues = [cue for intent in shipped.intents.values() for cue in intent.cues]
    cues += [cue for refusal in shipped.refusals.values() for cue in refusal.cues]
    cues += [Cue(one.all, one.none) for intent in shipped.intents.values() for one in intent.commands]
    spoken = {word for cue in cues for part in (*cue.all, *cue.none) for word in part.split("/")}
    assert spoken - set(shipped.words) - MARKS == set()


def test_no_example_of_a_refusal_goes_without_a_word_of_its_subject(
    examples: list[Examples], shipped: Catalogue
) -> None:
    """Else other words, which are not about it, would make it likelier."""
    reading = reader(shipped)
    subjects = {one.id: one for one in shipped.refusals.values() if not one.trade}
    unnamed = [
        (one.id, text)
        for one in examples
        if one.id in subjects
        for text in (*one.en, *one.banglish, *one.bn)
        if not subjects[one.id].is_named(reading.parse(text).said)
    ]
    assert unnamed == []
