"""How likely each intent is, by what leans towards it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.questions import Cue, Intent, IntentWeights
from microjob_cli.catalog.text import Text
from microjob_cli.questions.likelihoods import PIECES, SOUNDS, WORDS, features, likelihoods
from tests.questions.phrasebook import intents, leaning, parse, reader, refusals

KINDS = {"a": "lowest-threshold", "b": "fees", "c": "other-domain"}
LEANINGS = (
    leaning(WORDS, KINDS, "lowest a30b-5", "payment a5b5", "a-site b10", "withdraw a1"),
    leaning(SOUNDS, KINDS, "birian c40", "kas a2"),
    leaning(PIECES, KINDS, "^bi c5", "ian$ c5"),
)


def judged(text: str, by: tuple[IntentWeights, ...] = LEANINGS) -> dict[str, float]:
    return likelihoods(parse(text), by)


def test_likelihoods_add_up_to_one_and_the_likeliest_comes_first() -> None:
    found = judged("lowest payment on hotovaga")
    assert math.isclose(sum(found.values()), 1)
    assert list(found) == sorted(found, key=lambda kind: -found[kind]) == ["lowest-threshold", "fees", "other-domain"]


def test_weights_are_tenths_whose_sums_are_powers_of_e() -> None:
    found = judged("lowest")
    assert math.isclose(found["lowest-threshold"] / found["fees"], math.exp(3.5))


def test_what_no_feature_leans_towards_is_possible_too() -> None:
    found = judged("withdraw")
    assert found["fees"] == found["other-domain"] < found["lowest-threshold"] < 0.4


def test_weights_of_all_sorts_are_summed() -> None:
    both = judged("lowest biriani")
    assert math.isclose(both["other-domain"] / both["lowest-threshold"], math.exp(5 - 3))


@pytest.mark.parametrize("text", ["", "?!", "qqq zzz", "12345", "ki"])
def test_nothing_known_gives_nothing(text: str) -> None:
    assert judged(text) == {}


def test_very_great_weights_do_not_overflow() -> None:
    found = judged("lowest", (leaning(WORDS, KINDS, "lowest a99999b-99999c99998"),))
    assert math.isclose(sum(found.values()), 1)
    assert next(iter(found)) == "lowest-threshold"


def test_names_and_numbers_have_no_sound_but_leave_a_mark() -> None:
    found = features(parse("hotovaga 500 taka, biriani"))
    assert {"a-site", "takas", "an-amount"} <= found[WORDS]
    assert not any("hot" in sound or "500" in sound for sound in found[SOUNDS])
    assert "filler" not in features(parse("is the"))[WORDS]


def test_the_same_word_in_two_spellings_has_one_sound() -> None:
    assert features(parse("shomoy"))[SOUNDS] == features(parse("somoyy"))[SOUNDS]


def test_a_question_is_declined_where_the_refusals_together_are_likelier() -> None:
    kinds = {"a": "fees", "b": "other-domain", "c": "gambling"}
    book = {"intents": intents("fees", "rules"), "refusals": refusals("other-domain", "gambling", words=("lowest",))}
    by = {WORDS: leaning(WORDS, {**kinds, "d": "rules"}, "lowest a10b7c6d-20", "payment a30b1c1d1")}
    reading = reader(**book, leanings=by)
    declined = reading.read("lowest")
    assert (declined.intent, declined.refusal and declined.refusal.id) == (None, "other-domain")
    answered = reading.read("payment")
    assert (answered.intent and answered.intent.id, answered.refusal) == ("fees", None)


def test_nothing_is_declined_without_a_word_of_the_refused_subject() -> None:
    kinds = {"a": "fees", "b": "gambling"}
    by = {WORDS: leaning(WORDS, kinds, "lowest a10b90", "withdraw a1b1")}
    reading = reader(intents=intents("fees"), refusals=refusals("gambling", words=("withdraw",)), leanings=by)
    answered = reading.read("lowest")
    assert (answered.intent and answered.intent.id, answered.refusal) == ("fees", None)
    declined = reading.read("withdraw lowest")
    assert (declined.intent, declined.refusal and declined.refusal.id) == (None, "gambling")


def test_what_looks_like_another_matter_is_not_understood_unless_a_word_of_the_trade_was_said() -> None:
    kinds = {"a": "fees", "b": "other-domain"}
    by = {WORDS: leaning(WORDS, kinds, "lowest a10b90", "payment a1b1")}
    declined = refusals("other-domain", words=("withdraw",), trade=("payment",))
    reading = reader(intents=intents("fees"), refusals=declined, leanings=by)
    found = reading.read("lowest")
    assert (found.intent, found.refusal) == (None, None)
    answered = reading.read("lowest payment")
    assert (answered.intent and answered.intent.id, answered.refusal) == ("fees", None)


def test_a_cue_makes_an_intent_certain_whatever_is_likelier() -> None:
    kinds = {"a": "fees", "b": "rules", "c": "gambling"}
    by = {WORDS: leaning(WORDS, kinds, "lowest a90b1c95")}
    cued = Intent("rules", Text("rules", "rules"), cues=(Cue(("payment", "lowest"), none=("a-site",)),))
    known = {**intents("fees"), "rules": cued}
    reading = reader(intents=known, refusals=refusals("gambling", words=("lowest",)), leanings=by)
    found = [reading.read(text) for text in ("payment lowest", "lowest", "lowest payment of hotovaga")]
    assert [one.intent and one.intent.id for one in found] == ["rules", None, None]


def test_the_likeliest_few_are_kept_and_whether_the_first_is_sure() -> None:
    kinds = {"a": "fees", "b": "rules"}
    by = {WORDS: leaning(WORDS, kinds, "lowest a20b21", "payment a20b5")}
    reading = reader(intents=intents("fees", "rules"), leanings=by)
    for text, first, sure in (("lowest", "rules", True), ("payment", "fees", True)):
        found = reading.read(text)
        assert (found.intents[0].id, len(found.intents), found.sure) == (first, 2, sure)
    three = {WORDS: leaning(WORDS, {**kinds, "c": "founded"}, "lowest a20b20c19")}
    assert not reader(intents=intents("fees", "rules", "founded"), leanings=three).read("lowest").sure


def test_what_is_asked_in_a_part_of_its_own_is_kept_too() -> None:
    by = {WORDS: leaning(WORDS, {"a": "fees", "b": "rules"}, "lowest a50", "payment b40")}
    reading = reader(intents=intents("fees", "rules"), leanings=by)
    second = reading.read("the lowest which is? ami payment payment ki?").second
    assert second is not None
    assert second.id == "rules"
    assert reading.read("the lowest which is payment").second is None


def test_without_any_leaning_nothing_is_understood() -> None:
    found = reader(intents=intents("fees", "rules")).read("lowest payment")
    assert (found.intent, found.refusal, found.second) == (None, None, None)


SAYABLE = st.text() | st.lists(
    st.sampled_from(["lowest", "payment", "biriani", "hotovaga", "bKash", "500", "টাকা", "ছাড়া", "কম", "?", "nai", "$"])
).map(" ".join)


@given(SAYABLE)
def test_the_same_text_always_gives_the_same(text: str) -> None:
    found = judged(text)
    assert found == judged(text)
    assert not found or math.isclose(sum(found.values()), 1)
    assert all(0 <= share <= 1 for share in found.values())
