"""Amounts of money: exact, never negative, rounded half up."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.money import CURRENCIES, MINOR_UNITS, Money, plain

currencies = st.sampled_from(sorted(CURRENCIES))
amounts = st.decimals(min_value=0, max_value=10**12, places=8)
moneys = st.builds(Money, amounts, currencies)


@given(moneys)
def test_what_is_written_is_read_back(money: Money) -> None:
    assert Money.parse(str(money)) == money


@given(moneys)
def test_rounding_is_exact_to_half_a_minor_unit(money: Money) -> None:
    rounded = money.rounded()
    assert abs(rounded.amount - money.amount) <= money.exponent / 2
    assert rounded.amount == rounded.amount.quantize(money.exponent)
    assert rounded.rounded() == rounded


@pytest.mark.parametrize(
    ("written", "rounded"),
    [
        ("0.005 USD", "0.01 USD"),
        ("0.0049 USD", "0 USD"),
        ("2.675 USD", "2.68 USD"),
        ("2.665 USD", "2.67 USD"),
        ("100.5 JPY", "101 JPY"),
        ("1.0005 KWD", "1.001 KWD"),
        ("0.00000001 BTC", "0.00000001 BTC"),
    ],
)
def test_rounding_is_half_up_to_the_minor_unit(written: str, rounded: str) -> None:
    assert str(Money.parse(written).rounded()) == rounded


@pytest.mark.parametrize("text", ["5 USD", "300 BDT", "0.5 EUR", "0 USD", "1000 BDT", "100000 VND"])
def test_plain_forms_are_kept(text: str) -> None:
    assert str(Money.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "same"), [("0.50 EUR", "0.5 EUR"), (" 5 USD ", "5 USD"), ("5.00 USD", "5 USD"), ("10.0 BDT", "10 BDT")]
)
def test_trailing_zeros_and_spaces_around_do_not_matter(text: str, same: str) -> None:
    assert Money.parse(text) == Money.parse(same)
    assert str(Money.parse(text)) == same


@pytest.mark.parametrize(
    "text",
    [
        "", "5", "USD", "5USD", "USD 5", "5 usd", "5 XXX", "$5", "-5 USD", "1,000 BDT", "5. USD", ".5 USD",
        "1e3 USD", "NaN USD", "Infinity USD", "5 USD or 300 BDT", "5  USD", "5 US", "1234567890123456 USD",
        "0.123456789 USD",
    ],
)  # fmt: skip
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(FormError) as problem:
        Money.parse(text)
    assert (problem.value.form, problem.value.found) == ("money", text)


@pytest.mark.parametrize("amount", ["-0.01", "NaN", "Infinity"])
def test_no_amount_is_negative_or_endless(amount: str) -> None:
    with pytest.raises(FormError):
        Money(Decimal(amount), "USD")


def test_every_minor_unit_belongs_to_a_currency() -> None:
    assert set(MINOR_UNITS) <= CURRENCIES


@given(st.decimals(min_value=0, max_value=10**15, allow_nan=False, allow_infinity=False))
def test_plain_numbers_keep_their_value_without_exponent(number: Decimal) -> None:
    text = plain(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


def test_the_largest_sum_at_the_largest_rate_is_rounded_too() -> None:
    rich = Money(Money.parse("999999999999999 BTC").amount * 10**27, "BTC")
    assert rich.rounded() == rich
