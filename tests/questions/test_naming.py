"""Names of sites, payout methods and kinds of work in questions."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.catalogue import Catalogue, platform_names
from microjob_cli.catalog.names import fold
from microjob_cli.questions.indexes import spellings
from microjob_cli.questions.lexicon import Lexicon
from tests.questions.phrasebook import METHODS, PLATFORMS, parse
from tools.questions import reader


def named(text: str) -> list[str]:
    return [one.id for one in parse(text).names]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("is SproutGigs real", ["sproutgigs"]),
        ("sprout gigs ki asol", ["sproutgigs"]),
        ("SPROUT-GIGS?", ["sproutgigs"]),
        ("স্প্রাউটগিগস কি আসল", ["sproutgigs"]),
        ("স্প্রাউটগিগসে পেমেন্ট", ["sproutgigs"]),
        ("piko worker e payment", ["sproutgigs"]),
        ("Picoworkers", ["sproutgigs"]),
        ("পিকোওয়ার্কার্সের মিনিমাম", ["sproutgigs"]),
        ("moneybookers", ["skrill"]),
        ("bKash or Nagad", ["bkash", "nagad"]),
        ("বিকাশে টাকা", ["bkash"]),
        ("bikash e taka", ["bkash"]),
        ("bank account e", ["bank"]),
        ("hotovaga vs rapid workers", ["hotovaga", "rapidworkers"]),
        ("bkash paypal skrill", ["bkash", "paypal", "skrill"]),
    ],
)
def test_a_name_is_found_in_any_spelling(text: str, ids: list[str]) -> None:
    assert named(text) == ids


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("sproutgig legit?", "sproutgigs"),
        ("is sproutgisg real", "sproutgigs"),
        ("picowrkers", "sproutgigs"),
        ("hotovga ki", "hotovaga"),
        ("rapidworker", "rapidworkers"),
        ("payoner theke", "payoneer"),
        ("pionear theke", None),
        ("স্প্রাউটগিস", "sproutgigs"),
    ],
)
def test_a_mistyped_name_is_found_where_it_is_near(text: str, key: str | None) -> None:
    assert named(text) == ([key] if key else [])


def test_what_is_spelt_as_recorded_is_told_from_a_typo() -> None:
    assert [one.exact for one in parse("hotovaga rapidwrkers").names] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "which sites pay well",
        "ami onek koste asi",
        "আমি অনেক কষ্টে আছি",
        "a rapid answer please",
        "bikaler dike kaj korbo",
        "500 1000 2000",
        "the sprouts in my garden",
        "payment kobe pabo",
        "নগদ টাকা চাই",
        "cash chai",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(("text", "ids"), [("নগদে টাকা নিব", ["nagad"]), ("নগদ একাউন্ট", ["nagad"]), ("নগদ", [])])
def test_a_name_that_is_an_ordinary_word_too_counts_where_it_stands_like_a_name(text: str, ids: list[str]) -> None:
    assert named(text) == ids


def test_the_longest_name_is_taken_and_none_inside_it() -> None:
    (one,) = parse("does piko worker pay").names
    assert (one.id, one.start, one.end) == ("sproutgigs", 1, 3)


def test_kinds_of_work_are_found_beside_names() -> None:
    found = parse("hotovaga te survey ar like")
    assert ([one.id for one in found.names], [one.id for one in found.tasks]) == (["hotovaga"], ["survey", "likes"])


def test_an_ending_that_says_where_is_kept() -> None:
    assert [one.locative for one in parse("বিকাশে").names] == [True]
    assert [one.locative for one in parse("বিকাশ").names] == [False]


@pytest.mark.parametrize("name", ["পিকোওয়ার্কার্স", "পেওনিয়ার", "বিটকয়েন"])
def test_names_are_found_in_every_unicode_form(name: str) -> None:
    found = {tuple(named(f"{unicodedata.normalize(form, name)} কি")) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert len(found) == 1
    assert found != {()}


@given(
    st.sampled_from(
        [(one.name, key) for key, one in PLATFORMS.items()] + [(one.name.en, key) for key, one in METHODS.items()]
    ),
    st.sampled_from(["", "is ", "ki ", "কি ", "what about ", "ami "]),
    st.sampled_from(["", "?", " e", " er ki", " real", " কি", "।"]),
    st.sampled_from([str, str.lower, str.upper]),
)
def test_every_name_is_found_in_whatever_stands_around_it(
    name: tuple[str, str], before: str, behind: str, case: type[str]
) -> None:
    written, key = name
    assert key in named(f"{before}{case(written)}{behind}")


def test_every_site_and_method_of_the_records_is_found_by_its_name(shipped: Catalogue) -> None:
    reading = reader(shipped)
    named = [(one.name, key) for key, one in shipped.platforms.items() if len(one.name) > 3]
    missed = {
        name: [one.id for one in reading.parse(f"{name} site er account").names]
        for name, key in named
        if key not in reading.parse(f"{name} site er account").platforms
    }
    assert missed == {}


def everyday_halves(catalogue: Catalogue) -> list[str]:
    """The names of sites that fall into two words of every day, so written."""
    lexicon = Lexicon(spellings(catalogue), catalogue.words)
    folded = {fold(name.written) for name in platform_names(catalogue.platforms)}
    halves = ((name[:at], name[at:]) for name in sorted(folded) for at in range(2, len(name) - 1))
    pairs = (pair for pair in halves if all(map(lexicon.is_word, pair)))
    return [" ".join(pair) for pair in pairs if not {"site", "app", "apps", "com"} & set(pair)]


def test_two_everyday_words_name_a_site_only_where_something_says_so(shipped: Catalogue) -> None:
    reading, words = reader(shipped), everyday_halves(shipped)
    assert len(words) > 15
    sentences = ("yesterday I saw {} and went home", "{} is what I want", "ami {} kori", "{}")
    taken = {one: reading.parse(text.format(one)).platforms for one in words for text in sentences}
    assert {one: sites for one, sites in taken.items() if sites} == {}
    missed = [one for one in words if one.isascii() and not reading.parse(f"is the {one} site real").platforms]
    assert missed == []
    assert [one for one in words if one.isascii() and not reading.parse(f"I like {one.title()} a lot").platforms] == []


def test_a_job_by_any_means_is_no_site(shipped: Catalogue) -> None:
    assert reader(shipped).parse("I found a job by chance").platforms == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("spraut gigs ki real", "sproutgigs"),
        ("রেপিট ওয়ার্কার কি টাকা দেয়", "rapidworkers"),
        ("ডাটা অ্যানোটেশন টেক কি ভালো", "dataannotation"),
        ("রিমোট টাস্ক এ কাজ আছে", "remotasks"),
        ("hive microm", "hive-work"),
    ],
)
def test_a_name_that_is_written_by_ear_is_found(shipped: Catalogue, text: str, key: str) -> None:
    assert [one.id for one in reader(shipped).parse(text).names] == [key]


# As many people write what they hear.
BY_EAR = {"ph": "f", "ck": "k", "ee": "i", "oo": "u", "x": "ks", "z": "j", "v": "b", "cl": "kl", "ca": "ka"}


def test_a_name_with_a_letter_less_or_written_by_ear_is_found(shipped: Catalogue) -> None:
    reading = reader(shipped)
    names = {one.id: one.name.lower() for one in shipped.platforms.values() if re.fullmatch("[A-Za-z]{7,}", one.name)}
    typed = {(name[:at] + name[at + 1 :], key) for key, name in names.items() for at in range(2, len(name) - 1)}
    typed |= {(name.replace(*pair), key) for key, name in names.items() for pair in BY_EAR.items() if pair[0] in name}
    missed = {text for text, key in typed if [one.id for one in reading.parse(f"{text} ki real").names] != [key]}
    assert len(typed) > 250
    assert len(missed) <= len(typed) // 50, missed
