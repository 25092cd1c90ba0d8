"""A question as a row of words and numbers."""

from __future__ import annotations

import itertools
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.questions.tokens import tokens


def written(text: str) -> list[str]:
    return [token.written for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Which sites pay?", ["Which", "sites", "pay"]),
        ("bkash e 500tk", ["bkash", "e", "500", "tk"]),
        ("$5.50 or ৳300", ["$", "5.50", "or", "৳", "300"]),
        ("10% fee", ["10", "%", "fee"]),
        ("don't", ["don't"]),
        ("বিকাশে কত টাকা?", ["বিকাশে", "কত", "টাকা"]),
        ("bKashএ টাকা", ["bKash", "এ", "টাকা"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("?!…", []),
    ],
)
def test_words_numbers_and_signs_come_apart(text: str, pieces: list[str]) -> None:
    assert written(text) == pieces


@pytest.mark.parametrize(
    ("text", "number"), [("৫০০", "500"), ("1,000", "1000"), ("১,০০০.৫০", "1000.50"), ("5.", "5"), ("0.05", "0.05")]
)
def test_digits_of_both_scripts_are_numbers(text: str, number: str) -> None:
    assert [token.number for token in tokens(text)] == [Decimal(number)]


@pytest.mark.parametrize("letter", ["\u09dc", "\u09dd", "\u09df"])
def test_both_spellings_of_a_letter_with_a_dot_below_are_one(letter: str) -> None:
    apart = unicodedata.normalize("NFD", letter)
    assert len(apart) == 2
    assert [one.folded for one in tokens(f"ছা{letter}া")] == [one.folded for one in tokens(f"ছা{apart}া")]


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_a_joiner_neither_parts_nor_changes_a_word(joiner: str) -> None:
    (with_joiner,) = tokens(f"র{joiner}্যাব")
    (without,) = tokens("র্যাব")
    assert with_joiner.folded == without.folded


def test_a_capital_letter_marks_a_name() -> None:
    assert [token.capital for token in tokens("Hotovaga pays সাইট")] == [True, False, False]


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert len(tokens("word " * 100_000)) == 400


@given(st.text())
def test_every_piece_stands_where_it_says_and_none_overlaps(text: str) -> None:
    row = tokens(text)
    assert all(token.folded and token.start < token.end for token in row)
    assert all(one.end <= other.start for one, other in itertools.pairwise(row))
