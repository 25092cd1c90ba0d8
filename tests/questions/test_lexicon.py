"""How known words are found, spelt in whatever way."""

from __future__ import annotations

import pytest

from microjob_cli.catalog.questions import Word
from microjob_cli.questions.lexicon import Hit, Lexicon, slots_of, spellings_of
from microjob_cli.questions.tokens import tokens
from tests.questions.phrasebook import LEXICON, WORDS, parse


def hits(text: str) -> list[Hit]:
    return LEXICON.hits(tokens(text))


def words(text: str) -> set[str]:
    return {word for hit in hits(text) for word in hit.words}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("send money", "payment"),
        ("SEND  MONEY", "payment"),
        ("টাকা দেয়", "payment"),
        ("টাকা দে\u09af\u09bc", "payment"),
        ("pement", "payment"),
        ("uithdro উইথড্র", "withdraw"),
        ("shobcheye kom", "lowest"),
        ("সবচেয়ে কম", "lowest"),
        ("asol", "real"),
        ("পেমেন্টটা", "payment"),
        ("akaunter", "account"),
    ],
)
def test_a_word_is_found_by_any_spelling(text: str, word: str) -> None:
    assert word in words(text)


def test_the_longest_phrase_wins() -> None:
    assert [hit.words for hit in parse("sobcheye kom").hits] == [{"lowest"}]
    assert [hit.words for hit in parse("kom").hits] == [{"low"}]
    assert {"without", "nothing-but"} & words("chara kisu bujhi na") == {"nothing-but"}
    assert {"without", "nothing-but"} & words("chara kisu") == {"without"}


@pytest.mark.parametrize("text", ["koto din", "koto ta din", "কত দিন", "কত টা দিন", "koto o din"])
def test_a_particle_may_stand_inside_a_phrase(text: str) -> None:
    assert "how-much-days" in words(text)


@pytest.mark.parametrize("text", ["koto boro din", "din koto", "koto"])
def test_no_other_word_may(text: str) -> None:
    assert "how-much-days" not in words(text)


@pytest.mark.parametrize("text", ["vangabo", "vangate", "bhangano", "ভাঙাবো", "ভাঙতে", "vanga"])
def test_a_beginning_stands_for_any_ending(text: str) -> None:
    assert words(text) == {"exchange"}


@pytest.mark.parametrize("text", ["van", "ভা"])
def test_less_than_the_beginning_does_not(text: str) -> None:
    assert words(text) == set()


def test_a_typo_is_found_but_not_surely() -> None:
    (hit,) = hits("widthraw")
    assert hit.words == {"withdraw"}
    assert not hit.sure


@pytest.mark.parametrize("text", ["xyz", "abcdefgh", "12345", "কলম"])
def test_what_is_near_to_nothing_is_no_word(text: str) -> None:
    assert hits(text) == []


def test_a_hit_tells_the_languages_of_its_spelling() -> None:
    assert [hit.languages for hit in hits("withdraw tulbo তুলব")] == [{"en"}, {"banglish"}, {"bn"}]


def test_a_word_can_say_another_one_too() -> None:
    assert {"dollar-held", "payment"} <= parse("my dollars").words


def test_words_fill_slots_each_value_once() -> None:
    found = [*hits("phone mobile"), *hits("crypto")]
    assert slots_of(found, WORDS) == {"device": ["mobile"], "payout_kind": ["crypto"]}


def test_two_words_with_one_spelling_are_both_found() -> None:
    both = {one.id: one for one in (Word("a", ("fee",)), Word("b", ("fee",)))}
    (hit,) = Lexicon(spellings_of(both.values()), both).hits(tokens("fee"))
    assert hit.words == {"a", "b"}


def test_only_an_exact_spelling_is_a_word_of_the_records() -> None:
    assert LEXICON.is_word("Send money")
    assert not LEXICON.is_word("send")
    assert not LEXICON.is_word("cheapest")
    assert LEXICON.sets("my dollars", "payout_methods") == "payoneer"
    assert LEXICON.sets("phone", "payout_methods") is None


def test_words_that_a_slash_parts_are_one_spelling_each() -> None:
    word = Word("has-paid", ("i/we paid/sent them",), ("taka/tk disi*",))
    assert list(word.spellings()) == [
        ("i paid them", "en"),
        ("i sent them", "en"),
        ("we paid them", "en"),
        ("we sent them", "en"),
        ("taka disi*", "banglish"),
        ("tk disi*", "banglish"),
    ]
