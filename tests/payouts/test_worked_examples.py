"""Ten worked examples of bringing money to Bangladesh, to the paisa, blocked and refused ones included.

Those that start at Payoneer, USDT or PayPal go through the command; those that start at a site or sender that is not
listed (Upwork, FreeUp, a relative abroad) through the arithmetic of the hops.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from microjob_cli.catalog.measures import Fee, Percent
from microjob_cli.catalog.money import Money
from microjob_cli.payouts.charges import Terms, carry, credited
from tests.running import Microjob

RATE_2026 = Decimal("122.30")
RATE_2022 = Decimal("86.00")


def usd(amount: str) -> Money:
    return Money.parse(f"{amount} USD")


def taka(amount: str) -> Money:
    return Money.parse(f"{amount} BDT")


def hop(amount: Money, fee: str, currency: str, rate: Decimal | None = None) -> Money:
    """One hop without a rate margin."""
    carried = carry(amount, Terms(Fee.parse(fee), Percent(Decimal(0))), currency, rate)
    assert carried is not None and carried.exact
    return carried.received


@pytest.mark.parametrize(
    ("name", "start", "payout_fee", "in_bank", "in_bkash", "agent", "favourite"),
    [
        ("we01", "100", "0.99 USD", "12108.92", "12090.78", "11871.16", "11913.27"),
        ("we07", "100", "30 USD", "8561.00", "8548.18", None, None),
    ],
)
def test_a_marketplace_to_the_bank_and_on_to_bkash(
    name: str, start: str, payout_fee: str, in_bank: str, in_bkash: str, agent: str | None, favourite: str | None
) -> None:
    bank = hop(usd(start), payout_fee, "BDT", RATE_2026)
    assert bank == taka(in_bank)
    bkash = hop(bank, "0.15% on top", "BDT")
    assert bkash == taka(in_bkash)
    if agent and favourite:
        assert hop(bkash, "1.85% on top", "BDT") == taka(agent)
        assert hop(bkash, "1.49% on top", "BDT") == taka(favourite)


def test_we02_a_marketplace_by_payoneer_to_bkash(microjob: Microjob) -> None:
    in_payoneer = hop(usd("100"), "3 USD", "USD")
    assert in_payoneer == usd("97")
    best = routes(microjob, "payoneer", "97 USD", "2026-02-26")[0]
    assert [step["to"] for step in best["steps"]] == ["bkash"]
    assert best["receive"] == {"amount": "11507.21", "currency": "BDT"}
    assert best["steps"][0]["fee"] == {"amount": "2.91", "currency": "USD"}
    assert best["steps"][0]["source"]
    assert hop(taka("11507.21"), "1.85% on top", "BDT") == taka("11298.19")
    assert hop(taka("11507.21"), "1.49% on top", "BDT") == taka("11338.27")


def test_we04_the_launch_of_payoneer_to_bkash(microjob: Microjob) -> None:
    in_payoneer = hop(usd("50"), "3 USD", "USD")
    best = routes(microjob, "payoneer", str(in_payoneer), "2022-02-20")[0]
    assert best["receive"] == {"amount": "3961.16", "currency": "BDT"}
    assert best["steps"][0]["rate"] == 86
    assert hop(taka("3961.16"), "1.85% on top", "BDT") == taka("3889.21")
    assert hop(in_payoneer, "0", "BDT", RATE_2022) == taka("4042.00")


def test_we05_a_relative_abroad_with_both_incentives() -> None:
    arrived = hop(usd("100"), "4 USD by sender", "BDT", Decimal(110))
    assert arrived == taka("11000.00")
    share = Percent.parse("2.5%")
    assert credited(arrived, share) == taka("275.00")
    total = arrived.amount + 2 * credited(arrived, share).amount
    assert total == Decimal("11550.00")


def test_we09_usdt_is_refused(microjob: Microjob) -> None:
    found = routes(microjob, "usdt", "30 USDT", "2026-02-26")
    assert found and all(route["receive"] is None for route in found)
    assert {route["blocked"]["code"] for route in found} <= {"method-forbidden", "transfer-forbidden"}
    assert all(route["blocked"]["source"] for route in found)


def test_we10_paypal_is_blocked(microjob: Microjob) -> None:
    found = routes(microjob, "paypal", "25 USD", "2026-06-30")
    assert found and all(route["receive"] is None for route in found)
    assert {route["blocked"]["code"] for route in found} == {"method-not-received"}


def test_wx02_the_bank_to_rocket_and_a_machine() -> None:
    bank = hop(usd("50"), "0.99 USD", "BDT", RATE_2026)
    assert bank == taka("5993.92")
    rocket = hop(bank, "0.15% on top", "BDT")
    assert rocket == taka("5984.94")
    assert hop(rocket, "0.9% on top", "BDT") == taka("5931.56")
    assert hop(rocket, "1.67% on top", "BDT") == taka("5886.63")


def test_wx04_the_four_percent_incentive_of_2022() -> None:
    bank = hop(usd("200"), "0.99 USD", "BDT", RATE_2022)
    assert bank == taka("17114.86")
    added = credited(bank, Percent.parse("4%"))
    assert added == taka("684.59")
    assert bank.amount + added.amount == Decimal("17799.45")


@pytest.mark.parametrize(
    ("wallet", "today", "in_wallet"),
    [
        ("bkash", "2026-01-31", {"10185.00", "10149.00"}),
        ("nagad", "2026-01-31", {"10125.00", "10150.00"}),
        ("rocket", "2026-01-31", {"10167.00", "10090.00"}),
        ("upay", "2026-01-31", {"10140.00"}),
    ],
)
def test_wx05_what_the_wallet_needs_for_ten_thousand_in_cash(
    microjob: Microjob, wallet: str, today: str, in_wallet: set[str]
) -> None:
    for needed in in_wallet:
        arrived = [route["receive"] for route in routes(microjob, wallet, f"{needed} BDT", today, "cash")]
        brought = {money["amount"] for money in arrived if money}
        assert "10000.00" in brought


def routes(microjob: Microjob, start: str, amount: str, today: str, to: str = "bkash") -> list[dict[str, Any]]:
    """The items of `microjob route` on a day."""
    answer = microjob("route", start, "--to", to, "--amount", amount, "-f", "json", today=today)
    assert answer.code == 0
    return answer.items
