"""Values in Bengali: digits, lakhs, dates, money and the words around them."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.measures import Days, Fee, Minimum, Pay, Percent, Score
from microjob_cli.catalog.money import CURRENCIES, Money
from microjob_cli.catalog.text import Text
from microjob_cli.i18n.bengali import Bengali

BENGALI = Bengali()


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (5, "৫"),
        (123456, "১,২৩,৪৫৬"),
        (Decimal("12345678.50"), "১,২৩,৪৫,৬৭৮.৫"),
        (Decimal("0.015"), "০.০১৫"),
        (Money.parse("5 USD"), "৫ ডলার"),
        (Money.parse("0.5 USD"), "০.৫০ ডলার"),
        (Money.parse("5 GBP"), "৫ পাউন্ড"),
        (Money.parse("123456 BDT"), "১,২৩,৪৫৬ টাকা"),
        (Money.parse("20 EUR"), "২০ ইউরো"),
        (Money.parse("0.0001 BTC"), "০.০০০১ বিটকয়েন"),
        (Minimum.parse("4 USD or 300 BDT"), "৪ ডলার বা ৩০০ টাকা"),
        (PartialDate.parse("2022-02-20"), "২০ ফেব্রুয়ারি ২০২২"),
        (PartialDate.parse("2020-06"), "জুন ২০২০"),
        (PartialDate.parse("2022"), "২০২২"),
        (date(2026, 1, 5), "৫ জানুয়ারি ২০২৬"),
        (Fee.parse("1.85%"), "১.৮৫%"),
        (Fee.parse("1.5% to 2% + 0.50 USD on top"), "১.৫-২% + ০.৫০ ডলার"),
        (Fee.parse("0"), "ফ্রি"),
        (Days.parse("3 to 5 working"), "৩ থেকে ৫ কর্মদিবস"),
        (Days.parse("up to 7"), "সর্বোচ্চ ৭ দিন"),
        (Days.parse("0"), "ওই দিনই"),
        (Pay.parse("0.02 to 2 USD per task"), "প্রতি কাজে ০.০২ থেকে ২ ডলার"),
        (Pay.parse("0.5 USD per thousand"), "প্রতি ১,০০০ কাজে ০.৫০ ডলার"),
        (Percent.parse("75%"), "৭৫%"),
        (Score.parse("3.9/5"), "৩.৯/৫"),
        (("ক", "খ", "গ"), "ক, খ আর গ"),
        (Text("English", "বাংলা"), "বাংলা"),
        ("2captcha.com", "2captcha.com"),
    ],
)
def test_values_in_words(value: Any, told: str) -> None:
    assert BENGALI.words(value) == unicodedata.normalize("NFC", told)


@pytest.mark.parametrize("code", sorted(CURRENCIES))
def test_every_currency_has_a_bengali_name(code: str) -> None:
    name = BENGALI.currency(code)
    assert not any(char.isascii() and char.isalpha() for char in name), name
    assert name == unicodedata.normalize("NFC", name)


def test_every_month_has_a_name() -> None:
    assert len({BENGALI.month(month) for month in range(1, 13)}) == 12


@given(st.integers(-(10**15), 10**15))
def test_lakhs_and_crores_are_set_apart_as_babel_does(whole: int) -> None:
    assert Bengali(latin_digits=True).grouped(whole) == format_decimal(whole, locale="bn")


def test_tables_keep_latin_digits() -> None:
    tables = BENGALI.for_tables()
    assert tables.words(Money.parse("123456 BDT")) == "1,23,456 টাকা"
    assert tables.words(Pay.parse("0.5 USD per thousand")) == "প্রতি 1,000 কাজে 0.50 ডলার"
    assert tables.short_date(PartialDate.parse("2022-02-20")) == "2022-02-20"
    assert BENGALI.short_date(PartialDate.parse("2022-02")) == unicodedata.normalize("NFC", "ফেব্রুয়ারি ২০২২")
