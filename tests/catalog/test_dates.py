"""Dates of which only the year or the month may be known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    known = draw(st.integers(1, 3))
    return PartialDate(day.year, day.month if known > 1 else None, day.day if known > 2 else None)


@given(partial_dates())
def test_what_is_written_is_read_back(day: PartialDate) -> None:
    assert PartialDate.parse(str(day)) == day


@given(partial_dates())
def test_the_span_is_in_order_and_holds_the_date(day: PartialDate) -> None:
    assert day.first <= day.last
    assert day.span == ("date", day.first, day.last)
    assert day.first.year == day.last.year == day.year


@given(st.dates())
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    whole, month, year = (
        PartialDate(day.year, day.month, day.day),
        PartialDate(day.year, day.month),
        PartialDate(day.year),
    )
    assert whole.first == whole.last == day
    assert year.first <= month.first <= day <= month.last <= year.last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-08", "2022-08-01", "2022-08-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2022-08-20", "2022-08-20", "2022-08-20"),
        (" 2022-08 ", "2022-08-01", "2022-08-31"),
    ],
)
def test_first_and_last_day(text: str, first: str, last: str) -> None:
    day = PartialDate.parse(text)
    assert (str(day.first), str(day.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "", "22", "2022-8", "2022-08-1", "2022-13", "2022-00", "2022-02-30", "2023-02-29", "2022-08-00", "0000",
        "2022-08-20T10:00", "20220820", "2022/08/20", "August 2022", "08-2022", "২০২২", "2022-", "-2022", "12022",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(FormError) as problem:
        PartialDate.parse(text)
    assert (problem.value.form, problem.value.found) == ("date", text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(FormError):
        PartialDate(2022, None, 5)
