"""The lowest of several minimums, across currencies."""

from __future__ import annotations

from decimal import Decimal

import pytest

from microjob_cli.payouts.minimums import lowest, size_of
from tests.making import TODAY, facts, option, platform, rate

RATES = (rate("120"), rate("1.25", "EUR", "USD"))


def lowest_of(*minimums: str | None) -> str | None:
    one = facts(platform(payouts=tuple(option(f"m{number}", text) for number, text in enumerate(minimums))))
    found = lowest(one.current_payouts, RATES, TODAY)
    return str(found.minimum.value) if found else None


@pytest.mark.parametrize(
    ("minimums", "expected"),
    [
        (("5 USD", "4 USD"), "4 USD"),
        (("5 USD", "300 BDT"), "300 BDT"),
        (("2 USD", "300 BDT"), "2 USD"),
        (("4 EUR", "4.99 USD"), "4.99 USD"),
        (("4 USD or 100 BDT", "1 USD"), "4 USD or 100 BDT"),
        ((None, "5 USD"), "5 USD"),
        (("1 INR", "500 USD"), "500 USD"),
        (("1 INR", None), "1 INR"),
        (("2 INR", "1 INR"), "1 INR"),
        (("2 INR", "1 INR", None), "1 INR"),
        ((None, None), None),
        ((), None),
    ],
)
def test_the_lowest_minimum_across_currencies(minimums: tuple[str | None, ...], expected: str | None) -> None:
    assert lowest_of(*minimums) == expected


def test_the_size_of_alternatives_is_that_of_the_smaller_one() -> None:
    one = facts(platform(payouts=(option("bkash", "4 USD or 300 BDT"),))).payouts[0]
    assert size_of(one, RATES, TODAY) == Decimal("2.5")
    assert size_of(one, (), TODAY) == 4
