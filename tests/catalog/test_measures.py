"""Fees, days, pay, minimums, scores and percentages, each one line of text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.measures import Charged, Days, Fee, Figure, Minimum, Pay, Per, Percent, Range, Score
from microjob_cli.catalog.money import CURRENCIES, Money

numbers = st.decimals(min_value=0, max_value=10**9, places=6)
currencies = st.sampled_from(sorted(CURRENCIES))
moneys = st.builds(Money, numbers, currencies)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    """A range with both ends, or one open end."""
    low, high = sorted((draw(numbers), draw(numbers)))
    return draw(st.sampled_from([Range(low, high), Range(low, low), Range(None, high), Range(low, None)]))


@st.composite
def closed_ranges(draw: st.DrawFn) -> Range:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Range(low, high)


@st.composite
def minimums(draw: st.DrawFn) -> Minimum:
    codes = draw(st.lists(currencies, min_size=1, max_size=3, unique=True))
    return Minimum(tuple(Money(draw(numbers), code) for code in codes))


shares = st.none() | closed_ranges()
fees = st.builds(Fee, shares, st.none() | moneys, st.sampled_from(Charged)).filter(lambda fee: not fee.free)
days = st.builds(Days, ranges(), st.booleans())
pays = st.builds(Pay, ranges(), currencies, st.sampled_from(Per))
percents = st.builds(Percent, st.decimals(min_value=0, max_value=100, places=6))


@st.composite
def scores(draw: st.DrawFn) -> Score:
    points, out_of = sorted((draw(numbers), draw(numbers.filter(bool))))
    return Score(points, out_of) if out_of else Score(Decimal(0), Decimal(1))


@given(st.one_of(minimums(), fees, days, pays, percents, scores()))
def test_what_is_written_is_read_back(value: Any) -> None:
    assert type(value).parse(str(value)) == value


@given(moneys, st.sampled_from(Charged))
def test_only_a_fee_that_takes_nothing_is_free(money: Money, charged: Charged) -> None:
    assert Fee(None, money, charged).free is (money.amount == 0)
    assert Fee(Range(Decimal(0), Decimal(0)), money, charged).free is (money.amount == 0)
    assert not Fee(Range(Decimal(0), Decimal(1)), money, charged).free


@pytest.mark.parametrize("text", ["0", "0%", "0 USD", "0.00 BDT", "0% + 0 USD"])
def test_every_way_to_write_free_is_the_same_value(text: str) -> None:
    assert Fee.parse(text) == Fee.parse("0")
    assert Fee.parse(text).free


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Minimum, "5 USD"),
        (Minimum, "4 USD or 300 BDT"),
        (Fee, "0"),
        (Fee, "6%"),
        (Fee, "1.5% to 2%"),
        (Fee, "5 BDT"),
        (Fee, "2% + 0.5 USD"),
        (Fee, "1.5% on top"),
        (Fee, "4.99 USD by sender"),
        (Fee, "0 on top"),
        (Days, "2"),
        (Days, "0"),
        (Days, "0.5"),
        (Days, "3 to 5 working"),
        (Days, "up to 30 working"),
        (Days, "from 7"),
        (Pay, "0.02 to 2 USD per task"),
        (Pay, "2.54 USD per hour"),
        (Pay, "up to 10 USD per day"),
        (Pay, "from 3 EUR per week"),
        (Pay, "0.35 to 1 USD per thousand"),
        (Percent, "75%"),
        (Percent, "0%"),
        (Percent, "100%"),
        (Score, "0/10"),
        (Score, "3.9/5"),
        (Figure, "4.43 USD per hour"),
        (Figure, "33%"),
        (Figure, "20 minutes"),
        (Figure, "0.03 to 0.5 USD per task"),
    ],
)
def test_the_forms_of_the_manual(kind: Any, text: str) -> None:
    assert str(kind.parse(text)) == text
    assert kind.parse(f" {text} ") == kind.parse(text)


@pytest.mark.parametrize(
    ("kind", "form", "texts"),
    [
        (Minimum, "minimum", ("", "5", "5 USD or", "5 USD or 6 USD", "5 USD, 300 BDT", "5 USD OR 300 BDT", "free")),
        (
            Fee,
            "fee",
            (
                "", "free", "6", "6 %", "6% + 7%", "1 USD + 2 BDT", "2% to 1%", "-1%", "6% and 1 USD", "1% on Top",
                "5 USD by sender on top", "5 USD on top by sender", "1% + ", "%", "about 5%",
            ),
        ),
        (Days, "number of days", ("", "two", "5 to 3", "3-5", "up to", "-1", "3 to 5 Working", "7 days", "3 to")),
        (
            Pay,
            "pay",
            (
                "", "2 USD", "2 USD per year", "2 per task", "2 XXX per task", "5 to 2 USD per task", "2 usd per task",
                "2 USD a task", "up to USD per day", "2 ABC per hour",
            ),
        ),
        (Percent, "percentage", ("", "75", "101%", "-1%", "75 %", "75%%", "100.000001%")),
        (Figure, "figure", ("4.43", "4 XXX per hour", "4 USD per fortnight", "5 to 3%", "many hours")),
        (Score, "score", ("", "5", "6/5", "0/0", "5/0", "-1/5", "3,9/5", "3.9 / 5", "4/5/6")),
    ],
)  # fmt: skip
def test_other_texts_are_refused(kind: Any, form: str, texts: tuple[str, ...]) -> None:
    for text in texts:
        with pytest.raises(FormError) as problem:
            kind.parse(text)
        assert (problem.value.form, problem.value.found) == (form, text)


@given(numbers, numbers)
def test_a_range_is_never_upside_down(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    assert Range(low, high).low == low
    if low != high:
        with pytest.raises(FormError):
            Range(high, low)


def test_several_minimums_have_no_order_but_one_has() -> None:
    assert Minimum.parse("4 USD or 300 BDT").span is None
    assert Minimum.parse("5 USD").span == ("USD", Decimal(5), Decimal(5))


def test_working_days_are_told_from_calendar_days() -> None:
    assert Days.parse("3 working") != Days.parse("3")
    assert Days.parse("up to 7").low is None
    assert Days.parse("from 7").high is None


def test_no_amount_at_all_is_no_minimum() -> None:
    with pytest.raises(FormError):
        Minimum(())


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        ("500 BDT", "100 BDT", True),
        ("100 BDT", "100 BDT", False),
        ("100 BDT", "500 BDT", False),
        ("5 USD", "100 BDT", False),
        ("20 USD", "10 USD or 900 BDT", True),
        ("20 USD or 900 BDT", "10 USD", False),
        ("20 EUR or 20 USD", "10 USD or 10 EUR", True),
        ("20 EUR or 9 USD", "10 USD or 10 EUR", False),
    ],
)
def test_a_minimum_exceeds_another_only_where_that_is_sure(one: str, other: str, more: bool) -> None:
    assert Minimum.parse(one).exceeds(Minimum.parse(other)) is more
