"""Names of sites that no record has."""

from __future__ import annotations

import pytest

from tests.domain.asking.phrasebook import heard


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("is zorbagigs legit", "zorbagigs"),
        ("Zorbagigs ki asol", "Zorbagigs"),
        ("ami Zorbagigs e payment pabo", "Zorbagigs"),
        ("Zorbagigs কি আসল", "Zorbagigs"),
        ("the site called zorbagigs", "zorbagigs"),
        ("zorbagigs naki hotovaga", "zorbagigs"),
    ],
)
def test_an_unknown_word_in_the_place_of_a_name_is_one(text: str, name: str) -> None:
    assert heard(text).stranger == name


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
    assert heard(text).stranger is None


def test_a_stranger_is_marked_only_where_no_site_is_named() -> None:
    assert "unknown-site" in heard("is zorbagigs legit").said
    assert "unknown-site" not in heard("is zorbagigs like hotovaga").said
