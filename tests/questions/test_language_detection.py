"""In which language a question is."""

from __future__ import annotations

import pytest

from tests.questions.phrasebook import READER


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("which sites pay", "en"),
        ("কোন সাইট পেমেন্ট দেয়", "bn"),
        ("SproutGigs কি আসল", "bn"),
        ("ami koto din pore taka tulbo", "banglish"),
        ("SproutGigs", "en"),
        ("lowest payment", "en"),
        ("", "en"),
        ("500", "en"),
        ("৫০০", "en"),
        ("PayPal Skrill Payoneer bKash hotovaga rapidworkers: কি", "en"),
    ],
)
def test_a_question_is_in_the_language_of_its_words(text: str, language: str) -> None:
    assert READER.read(text).language == language
