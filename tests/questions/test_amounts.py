"""Amounts, hours and shares as people write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions.phrasebook import parse

BENGALI_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")


def said(text: str) -> list[tuple[str, str | None]]:
    """The numbers with their units, without zeros that say nothing."""
    return [(f"{amount.number.normalize():f}", amount.unit) for amount in parse(text).amounts]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$5", ("5", "USD")),
        ("5$", ("5", "USD")),
        ("5.50 dollars", ("5.5", "USD")),
        ("৫ ডলার", ("5", "USD")),
        ("5 dolar", ("5", "USD")),
        ("৫ ডলারে", ("5", "USD")),
        ("50 cents", ("0.5", "USD")),
        ("৫ সেন্ট", ("0.05", "USD")),
        ("5¢", ("0.05", "USD")),
        ("300tk", ("300", "BDT")),
        ("৳300", ("300", "BDT")),
        ("৩০০ টাকা", ("300", "BDT")),
        ("1,000 taka", ("1000", "BDT")),
        ("10 hajar taka", ("10000", "BDT")),
        ("১০ হাজার টাকা", ("10000", "BDT")),
        ("dosh hajar taka", ("10000", "BDT")),
        ("২ লাখ টাকা", ("200000", "BDT")),
        ("two lakh taka", ("200000", "BDT")),
        ("2 hundred taka", ("200", "BDT")),
        ("হাজার টাকা", ("1000", "BDT")),
        ("আধা ঘণ্টা", ("0.5", "hour")),
        ("2 hours", ("2", "hour")),
        ("দুই ঘণ্টা", ("2", "hour")),
        ("30 minutes", ("0.5", "hour")),
        ("২০ মিনিট", ("0.33", "hour")),
        ("10%", ("10", "percent")),
        ("১০ শতাংশ", ("10", "percent")),
        ("about 20 of them", ("20", None)),
    ],
)
def test_an_amount_is_read(text: str, amount: tuple[str, str | None]) -> None:
    assert said(text) == [amount]


def test_several_amounts_are_read_in_order() -> None:
    assert said("4 dollars or 300 taka, 2 hours") == [("4", "USD"), ("300", "BDT"), ("2", "hour")]


@pytest.mark.parametrize("text", ["two sites", "দুই সাইট", "lakh", "taka", "dollar", "হাজার"])
def test_a_number_word_without_a_unit_is_no_amount(text: str) -> None:
    assert said(text) == []


numbers = st.decimals("0.01", "9999999", places=2)
units = st.sampled_from([("dollars", "USD"), ("ডলার", "USD"), ("taka", "BDT"), ("টাকা", "BDT"), ("ghonta", "hour")])


@given(numbers, units, st.booleans(), st.booleans(), st.sampled_from(["", " "]))
def test_a_written_amount_is_read_back(
    number: Decimal, unit: tuple[str, str], bengali: bool, grouped: bool, space: str
) -> None:
    digits = f"{number:,}" if grouped else f"{number}"
    written = digits.translate(BENGALI_DIGITS) if bengali else digits
    (amount,) = parse(f"ami {written}{space}{unit[0]} chai").amounts
    assert (amount.number, amount.unit) == (number, unit[1])


@given(numbers, st.sampled_from(["$", "৳"]), st.booleans())
def test_a_sign_may_stand_before_or_behind(number: Decimal, sign: str, before: bool) -> None:
    (amount,) = parse(f"{sign}{number}" if before else f"{number}{sign}").amounts
    assert (amount.number, amount.unit) == (number, {"$": "USD", "৳": "BDT"}[sign])
