"""How a word that somebody typed finds what it names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.errors import NotFound
from microjob_cli.catalog.names import Aliases, Name, NameIndex, NameKind, fold

BENGALI = st.text(st.characters(min_codepoint=0x0980, max_codepoint=0x09FF))
# The Turkish letter without a dot has no lower-case partner.
LATIN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F, exclude_characters="ı"))


@given(st.one_of(st.text(), BENGALI, LATIN))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.one_of(BENGALI, LATIN))
def test_the_unicode_form_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(unicodedata.normalize("NFC", text))


@given(LATIN)
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(
    st.lists(st.sampled_from(["picoworkers", "বিকাশ", "ড়", "২০২০", "é"])),
    st.sampled_from(list(" -_.'\u00a0\u200c\u200d\u200b")),
)
def test_what_stands_between_does_not_matter(parts: list[str], between: str) -> None:
    assert fold(between.join(parts)) == fold("".join(parts))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u09dc", "\u09a1\u09bc"),  # both spellings of the letters with a dot below
        ("\u09dd", "\u09a2\u09bc"),
        ("\u09df", "\u09af\u09bc"),
        ("বড়", "ব\u09a1\u09bc"),
        ("কো", "ক\u09c7\u09be"),  # the vowel sign in one piece and in two
        ("কৌ", "ক\u09c7\u09d7"),
        ("র\u200d্যাব", "র্যাব"),  # with and without a joiner
        ("ক্\u200cষ", "ক্ষ"),
        ("Pico Workers", "picoworkers"),
        ("pico-workers", "PICO_WORKERS"),
        ("2Captcha", "2captcha"),
        ("ｂｋａｓｈ", "bkash"),
        ("  bkash\t", "bKash"),
        ("STRASSE", "straße"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), [("বড", "বড়"), ("কা", "কি"), ("picoworker", "picoworkers"), ("নগদ", "নগত")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", " ", "-", "\u200d", "!?", "\ufeff"])
def test_nothing_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


INDEX = NameIndex(
    [
        Name("sproutgigs", "sproutgigs", NameKind.ID),
        Name("SproutGigs", "sproutgigs", NameKind.NAME),
        Name("Picoworkers", "sproutgigs", NameKind.FORMER),
        Name("piko worker", "sproutgigs", NameKind.ALIAS),
        Name("স্প্রাউটগিগস", "sproutgigs", NameKind.ALIAS),
        Name("Piko-Worker", "other", NameKind.ALIAS),
    ]
)


def test_of_two_records_with_one_name_the_first_keeps_it() -> None:
    found = INDEX.find("PIKOWORKER")
    assert found is not None
    assert found.id == "sproutgigs"


def test_the_surest_name_is_the_one_that_matched() -> None:
    found = INDEX.find("sprout gigs")
    assert found is not None
    assert found.kind is NameKind.ID


def test_an_unknown_word_names_nothing() -> None:
    assert INDEX.find("zzzz") is None
    with pytest.raises(NotFound) as problem:
        INDEX.resolve("zzzz", "no-such-platform")
    assert (problem.value.code, problem.value.word) == ("no-such-platform", "zzzz")


def test_mistyped_aliases_are_not_suggested_for_latin_words_but_bengali_ones_are_for_bengali() -> None:
    assert {name.written for name in INDEX.suggestible("piko")} == {"sproutgigs", "Picoworkers"}
    assert "স্প্রাউটগিগস" in {name.written for name in INDEX.suggestible("স্প্রাউট")}


def test_all_aliases_are_those_of_every_script() -> None:
    assert Aliases(("a",), ("b",), ("c",)).all == ("a", "b", "c")
