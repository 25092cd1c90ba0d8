"""Conditions in a question are honoured by the command that answers it."""

from __future__ import annotations

import pytest

from tests.running import Microjob


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("মাসে ৩০০০ টাকা পেতে দিনে কত ঘণ্টা কাজ করতে হবে", ["estimate", "--target", "3000 BDT"]),
        ("2 hours a day, I want 5000 taka a month", ["estimate", "--hours", "2", "--target", "5000 BDT"]),
        ("can I earn 1000 dollars a month", ["estimate", "--target", "1000 USD"]),
        ("dine 500 taka income kora jabe?", ["estimate", "--target", "15000 BDT"]),
        ("Which sites should I avoid", ["list", "--status", "not-paying-reports"]),
        ("বন্ধ হয়ে গেছে এমন সাইটের তালিকা দিন", ["list", "--status", "closed"]),
        ("Which site is safest?", ["recommend", "--prefer", "safest"]),
        ("sites like sproutgigs", ["recommend"]),
        (
            "how much of 100 dollars from SproutGigs reaches my bKash",
            ["route", "sproutgigs", "--to", "bkash", "--amount", "100 USD"],
        ),
        (
            "which site accepts Pakistan and pays Payoneer under 10 dollars",
            ["list", "--payout", "payoneer", "--max-minimum", "10 USD", "--accepts", "PK"],
        ),
        (
            "ক্যাপচা ছাড়া অন্য কাজ আছে এমন সাইট যেখানে নগদে টাকা দেয়",
            ["list", "--payout", "nagad"],
        ),
    ],
)
def test_a_condition_becomes_an_option(question: str, words: list[str], microjob: Microjob) -> None:
    (item,) = microjob("ask", question, "-f", "json").items
    assert item["command"] == words


def test_coins_that_are_not_wanted_are_done_without(microjob: Microjob) -> None:
    (item,) = microjob("ask", "I don't want crypto, which site", "-f", "json").items
    assert "--payout" not in item["command"]
    assert {"bitcoin", "litecoin"} <= set(item["command"])


def test_of_a_site_to_be_avoided_any_answer_says_so(microjob: Microjob) -> None:
    answer = microjob("ask", "does MTFE pay", "--lang", "en")
    assert "Verdict: avoid" in answer.out and "reported as a fraud" in answer.out


@pytest.mark.parametrize("command", [("route", "payoneer", "--to", "bkash"), ("recommend",), ("payouts", "bkash")])
def test_nothing_cannot_be_sent(command: tuple[str, ...], microjob: Microjob) -> None:
    answer = microjob(*command, "--amount", "0 USD")
    assert (answer.code, answer.out) == (2, "")
    assert "above nought" in answer.err


def test_the_minimum_shown_is_that_of_the_method_asked_for(microjob: Microjob) -> None:
    shown = {
        method: next(row for row in microjob("list", "--payout", method).out.splitlines() if row.startswith("Hotovaga"))
        for method in ("bkash", "rocket", "mobile-recharge")
    }
    assert "500 tk (or 100)" in shown["bkash"]
    assert "500 tk" in shown["rocket"]
    assert "20 tk" in shown["mobile-recharge"]


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("does sproutgigs pay by skrill in Bangladesh", ["method-not-received-disputed"]),
        ("litecoin e kon site pay kore", ["method-forbidden"]),
        ("which sites pay by bkash", []),
    ],
)
def test_a_method_that_does_not_work_at_home_is_told(question: str, codes: list[str], microjob: Microjob) -> None:
    (item,) = microjob("ask", question, "-f", "json").items
    assert [caution["code"] for caution in item["cautions"]] == codes
    assert all(caution["text"] in microjob("ask", question).out for caution in item["cautions"])


def test_the_way_that_is_recommended_keeps_to_the_limit(microjob: Microjob) -> None:
    assert microjob("recommend", "--payout", "bkash", "--max-minimum", "100 BDT", "-f", "json").items == []
    within = microjob("recommend", "--payout", "bkash", "--max-minimum", "500 BDT", "-f", "json").items
    assert [item["platform"] for item in within] == ["hotovaga"]
