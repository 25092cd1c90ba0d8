"""Spellings of one word have one sound, and endings come off."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.names import fold
from microjob_cli.questions.tokens import is_bengali, key, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bhangano", "vangano"),
        ("phone", "fone"),
        ("zabe", "jabe"),
        ("taakaa", "taka"),
        ("cheyee", "cheyi"),
        ("payy", "pay"),
        ("shomoy", "somoi"),
        ("bikash", "bikas"),
        ("oboidho", "oboido"),
        ("কীভাবে", "কিভাবে"),
        ("দূর", "দুর"),
        ("কারণ", "কারন"),
        ("শময়", "সময়"),
        ("পাঁচ", "পাচ"),
        ("ব্যাংক", "বেংক"),
        ("বাড়ি", "বারি"),
    ],
)
def test_spellings_of_one_word_sound_the_same(one: str, other: str) -> None:
    assert key(fold(one)) == key(fold(other)) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("taka", "toka"), ("kom", "kam"), ("nagad", "naga"), ("কম", "কাম"), ("নগদ", "নগর"), ("bank", "bunk")],
)
def test_other_words_sound_different(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize("word", ["ছাড়া", "পেওনিয়ার", "আষাঢ়"])
def test_the_unicode_form_of_a_word_does_not_change_its_sound(word: str) -> None:
    assert len({key(fold(unicodedata.normalize(form, word))) for form in ("NFC", "NFD", "NFKC", "NFKD")}) == 1


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("বিকাশে", "বিকাশ"),
        ("সাইটগুলো", "সাইট"),
        ("সাইটগুলোর", "সাইট"),
        ("টাকাটা", "টাকা"),
        ("ব্যাংকের", "ব্যাংক"),
        ("bkashe", "bkash"),
        ("sitegulo", "site"),
        ("dollarer", "dollar"),
        ("sites", "site"),
    ],
)
def test_an_ending_comes_off(word: str, stem: str) -> None:
    found = stems(fold(word))
    assert found[0] == fold(word)
    assert fold(stem) in found


@pytest.mark.parametrize("word", ["de", "ta", "টা", "এর", "are", "ore"])
def test_short_words_keep_what_looks_like_an_ending(word: str) -> None:
    assert stems(word) == (word,)


def test_bengali_is_told_from_latin() -> None:
    assert is_bengali("bKash এ")
    assert not is_bengali("bKash e 5")


@given(st.text(st.characters(min_codepoint=0x0980, max_codepoint=0x09FF)) | st.text("abcdehikostyxzqw"))
def test_the_word_itself_is_the_first_of_its_stems_and_all_begin_it(word: str) -> None:
    found = stems(word)
    assert found[0] == word
    assert all(word.startswith(stem) for stem in found)
    assert len(set(found)) == len(found)
