"""Names of sites that no record has."""

from __future__ import annotations

import pytest

from microjob_cli.questions.unknown_names import Grade
from tests.questions.phrasebook import leaning, parse, reader


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("is zorbagigs legit", "zorbagigs"),
        ("Zorbagigs ki asol", "Zorbagigs"),
        ("ami Zorbagigs e payment pabo", "Zorbagigs"),
        ("Zorbagigs কি আসল", "Zorbagigs"),
        ("the site called zorbagigs", "zorbagigs"),
        ("zorbagigs naki hotovaga", "zorbagigs"),
        ("zelvora naki hotovaga", "zelvora"),
        ("lowest payment on zelvora", "zelvora"),
        ("জেলভোরা কি আসল", "জেলভোরা"),
        ("জেলভোরার পেমেন্ট আসল", None),
        ("ফুজবস", "ফুজবস"),
        ("site FooBarly", "FooBarly"),
        ("is Zelvora Pro real", "Zelvora Pro"),
        ("is zelvora24 real", "zelvora24"),
        ("zelvora24, real", "zelvora24"),
        ("zelvora", None),
    ],
)
def test_an_unknown_word_in_the_place_of_a_name_is_one(text: str, name: str | None) -> None:
    assert parse(text).stranger == name


@pytest.mark.parametrize(
    "text",
    [
        "which sites pay",
        "is hotovaga legit",
        "is 12345 legit",
        "কোন সাইট আসল",
        "abc ki",
        "",
        "lowest payment",
        "is bKash real",
    ],
)
def test_known_words_names_numbers_and_short_words_are_none(text: str) -> None:
    assert parse(text).stranger is None


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("is zelvora real", Grade.SURE),
        ("zelvora ki taka dey", Grade.SURE),
        ("hotovaga or zelvora", Grade.SURE),
        ("zelvora te low", Grade.LIKELY),
        ("the zelvora app", Grade.LIKELY),
        ("about zelvora", Grade.PERHAPS),
        ("hotovaga Zelvora low", Grade.PERHAPS),
    ],
)
def test_the_place_tells_how_surely_it_is_a_name(text: str, grade: Grade) -> None:
    assert [one.grade for one in parse(text).unknown_names] == [grade]


def test_words_that_the_examples_know_are_no_names() -> None:
    known = reader(leanings={"sounds": leaning("sounds", {"A": "list-platforms"}, "eita A1")})
    assert known.parse("eita ki real").stranger is None
    assert known.parse("zelvora ki real").stranger == "zelvora"


def test_a_stranger_is_marked_only_where_no_site_is_named() -> None:
    assert "unknown-site" in parse("is zorbagigs legit").said
    assert "unknown-site" not in parse("is zorbagigs like hotovaga").said
