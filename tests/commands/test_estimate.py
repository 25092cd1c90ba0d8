"""`microjob estimate` on the records that come with the program, and on records laid over them."""

from __future__ import annotations

from typing import Any

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from tests.running import Microjob, Overlay

FIXED = {
    "pessimistic": "work_found_share=0.35 minutes_per_task=4 unpaid_share=0.45 price=0.05 acceptance=0.8 fee_share=0.1",
    "middle": "work_found_share=0.6 minutes_per_task=3 unpaid_share=0.33 price=0.08 acceptance=0.9 fee_share=0.06",
    "optimistic": "work_found_share=0.9 minutes_per_task=3 unpaid_share=0.25 price=0.15 acceptance=0.96 fee_share=0.03",
}
KEYS = {
    "platform", "task", "hours_per_day", "days_per_month", "hourly", "hourly_local", "monthly", "first_month",
    "first_payout_days", "target", "rate", "assumptions", "benchmarks", "compared_with", "method", "refused",
}  # fmt: skip

FAIRPAY = """\
id: fairpay
name: FairPay
website: https://fairpay.example
aliases: {}
status: [{value: active, source: fairpay, as_of: 2026-10-01, confidence: high}]
review_days: [{value: 2, source: fairpay, confidence: high}]
success_rate: [{value: 85%, source: fairpay, confidence: high}]
tasks:
  - task: survey
    offered: [{value: yes, source: fairpay, as_of: 2026-10-01, confidence: high}]
    pay: [{value: 0.90 USD per task, source: fairpay, as_of: 2026-10-01, confidence: high}]
task_pay: [{value: 0.10 to 0.20 USD per task, source: fairpay, as_of: 2026-10-01, confidence: high}]
payouts:
  - method: bkash
    offered: [{value: yes, source: fairpay, as_of: 2026-10-01, confidence: high}]
    minimum: [{value: 300 BDT, source: fairpay, as_of: 2026-10-01, confidence: high}]
    fee: [{value: 1.5%, source: fairpay, as_of: 2026-10-01, confidence: high}]
    days: [{value: 1, source: fairpay, as_of: 2026-10-01, confidence: high}]
"""
ONLYLIKES = """\
id: onlylikes
name: OnlyLikes
website: null
aliases: {}
status: [{value: active, source: fairpay, as_of: 2026-10-01, confidence: high}]
tasks:
  - task: social-like
    offered: [{value: yes, source: fairpay, as_of: 2026-10-01, confidence: high}]
"""
SOURCES = "fairpay: {title: 'fairpay.example: terms', address: 'https://fairpay.example/terms', kind: official}\n"


def setting(case: str) -> list[str]:
    return [word for one in FIXED[case].split() for word in ("--set", one)]


def item(microjob: Microjob, *words: str) -> dict[str, Any]:
    answer = microjob("estimate", *words, "-f", "json")
    assert answer.code == 0, answer.err
    (found,) = answer.items
    return found


def assumed(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {one["name"]: one for one in found["assumptions"]}


@pytest.fixture
def laid_over(microjob: Microjob, overlay: Overlay) -> Microjob:
    """`microjob` with two sites laid over the shipped records."""
    folder = overlay(
        {"platforms/fairpay.yaml": FAIRPAY, "platforms/onlylikes.yaml": ONLYLIKES, "sources.yaml": SOURCES}
    )
    return lambda *words, **more: microjob("--data", str(folder), *words, **more)


def test_low_is_below_typical_and_that_below_high(microjob: Microjob) -> None:
    found = item(microjob, "--hours", "2", "--rate", "122.3")
    assert set(found) == KEYS
    for name in ("hourly", "hourly_local", "monthly"):
        assert found[name]["low"] < found[name]["typical"] < found[name]["high"]
    assert (found["hourly"]["currency"], found["monthly"]["currency"]) == ("USD", "BDT")
    assert (found["platform"], found["refused"], found["target"]) == (None, None, None)


def test_a_month_is_the_hour_times_hours_days_and_rate(microjob: Microjob) -> None:
    found = item(microjob, "--hours", "3", "--days", "20", "--rate", "122.3")
    for name in ("low", "typical", "high"):
        assert found["monthly"][name] == pytest.approx(found["hourly"][name] * 3 * 20 * 122.3, rel=0.001)
        assert found["first_month"]["monthly"][name] < found["monthly"][name]


def test_every_assumption_has_a_basis_and_a_source(microjob: Microjob, shipped: Catalogue) -> None:
    found = assumed(item(microjob))
    assert len(found) == 11
    assert {one["basis"] for one in found.values()} == {"measured", "rule", "guess"}
    assert all(one["source"] in shipped.sources and one["text"] for one in found.values())


@pytest.mark.parametrize(
    ("case", "hours", "taka"),
    [("pessimistic", 2, 763), ("middle", 1, 1996), ("middle", 4, 7986), ("optimistic", 2, 13837)],
)
def test_the_worked_cases_come_out_when_everything_is_set(microjob: Microjob, case: str, hours: int, taka: int) -> None:
    found = item(microjob, "--hours", str(hours), "--rate", "122.3", *setting(case))
    assert found["monthly"]["low"] == found["monthly"]["typical"] == found["monthly"]["high"]
    assert round(found["monthly"]["typical"]) == taka


def test_the_rate_can_be_set_among_the_assumptions(microjob: Microjob) -> None:
    by_set, by_rate = (item(microjob, *words) for words in (("--set", "usd_bdt=130"), ("--rate", "130")))
    assert by_set == by_rate
    assert by_set["rate"] == {"value": 130.0, "base": "USD", "quote": "BDT", "on": None, "source": None}


def test_a_name_may_be_spelled_with_hyphens_and_a_share_in_percent(microjob: Microjob) -> None:
    one, other = (item(microjob, "--set", word) for word in ("unpaid-share=40%", "unpaid_share=0.4"))
    assert one == other
    assert assumed(one)["unpaid_share"]["given"] is True
    assert assumed(one)["unpaid_share"]["value"] == 0.4


def test_a_target_is_the_forward_answer_backwards(microjob: Microjob) -> None:
    target = item(microjob, "--target", "5000 BDT", "--rate", "122.3")["target"]
    assert target["amount"] == {"amount": "5000.00", "currency": "BDT"}
    hours = target["hours_per_day"]
    for way, back in (("low", "high"), ("typical", "typical"), ("high", "low")):
        forward = item(microjob, "--hours", str(hours[way]), "--rate", "122.3")["monthly"][back]
        assert forward == pytest.approx(5000, rel=0.001)


def test_a_target_in_dollars_is_converted(microjob: Microjob) -> None:
    in_taka, in_dollars = (
        item(microjob, "--rate", "100", "--target", amount)["target"]["hours_per_day"]
        for amount in ("5000 BDT", "50 USD")
    )
    assert in_taka == in_dollars


def test_the_answer_says_what_it_was_compared_with(microjob: Microjob) -> None:
    found = item(microjob)
    compared = found["compared_with"]
    low, high = compared["low"], compared["high"]
    assert low["value"] < found["hourly"]["typical"] < high["value"]
    assert compared["inside"] is True
    names = {one["name"] for one in found["benchmarks"]}
    assert {"article-month-1-hour", "article-month-4-hours", "bd-garment-minimum", "ilo2018-median"} <= names
    told = microjob("estimate").out
    assert "the Philippines" in told and "lies between them" in told


def test_the_garment_minimum_is_reckoned_per_hour(microjob: Microjob) -> None:
    found = {one["name"]: one for one in item(microjob)["benchmarks"]}
    assert found["bd-garment-minimum"]["value"] == 60.1
    assert found["bd-garment-minimum"]["currency"] == "BDT"
    assert (found["article-month-1-hour"]["value"], found["article-month-4-hours"]["value"]) == (100.0, 83.33)


def test_a_site_is_reckoned_with_its_own_terms(laid_over: Microjob) -> None:
    found = item(laid_over, "fairpay", "--rate", "122.3")
    own = assumed(found)
    assert (own["price"]["low"], own["price"]["high"], own["price"]["basis"]) == (0.1, 0.15, "rule")
    assert own["acceptance"]["low"] == 0.85
    assert own["fee_share"]["low"] == own["fee_share"]["high"] == pytest.approx(0.015, abs=0.0001)
    assert own["payout_minimum"]["value"] == pytest.approx(300 / 122.3, abs=0.0001)
    assert (own["review_days"]["value"], own["payout_days"]["value"]) == (2.0, 1.0)
    assert all(own[name]["source"] == "fairpay" for name in ("price", "acceptance", "fee_share", "payout_minimum"))
    days = found["first_payout_days"]
    assert 3 < days["low"] < days["typical"] < days["high"]


def test_a_task_of_a_site_is_reckoned_with_its_own_pay(laid_over: Microjob) -> None:
    found = item(laid_over, "fairpay", "--task", "সার্ভে")
    assert (found["platform"], found["task"]) == ("fairpay", "survey")
    assert assumed(found)["price"]["value"] == 0.9


def test_a_site_with_nothing_but_paid_likes_is_refused(laid_over: Microjob) -> None:
    found = item(laid_over, "onlylikes")
    assert set(found) == KEYS
    assert found["refused"]["code"] == "no-estimate-only-such-tasks"
    assert found["refused"]["reasons"]
    assert found["hourly"] is None and found["assumptions"] == []


def test_tasks_that_break_rules_are_refused_and_explained(microjob: Microjob) -> None:
    answer = microjob("estimate", "--task", "like")
    assert answer.code == 0
    assert "No estimate" in answer.out and "forbid paid likes" in answer.out
    assert "typically" not in answer.out
    assert item(microjob, "--task", "review-writing")["refused"]["code"] == "no-estimate-breaks-rules"
    assert "rule-breaking-left-out" in microjob("estimate", "-f", "json").notes


def test_a_former_name_leads_to_the_site_and_says_so(microjob: Microjob) -> None:
    answer = microjob("estimate", "picoworkers", "-f", "json")
    assert answer.items[0]["platform"] == "sproutgigs"
    assert "former-name" in answer.notes
    assert assumed(answer.items[0])["price"]["source"] == "sproutgigs"


def test_the_same_call_prints_the_same_and_another_seed_does_not(microjob: Microjob) -> None:
    assert microjob("estimate").out == microjob("estimate").out
    assert item(microjob, "--seed", "1")["hourly"] != item(microjob, "--seed", "2")["hourly"]


def test_the_drawing_is_plain_characters_and_fits_80_columns(microjob: Microjob) -> None:
    out = microjob("estimate").out
    rows = [row for row in out.splitlines() if row.startswith("..")]
    assert len(rows) >= 6
    assert all(row.isascii() and len(row) < 80 for row in rows)
    later, first = rows[:2]
    assert later.count("O") == first.count("O") == 1
    assert later.index("O") > first.index("O")
    assert all(row[:40].count("|") == 1 for row in rows[2:])


def test_the_answer_as_a_table_and_as_markdown(microjob: Microjob) -> None:
    rows = microjob("estimate", "-f", "csv").out.splitlines()
    assert rows[0] == "\ufefffigure,low,typical,high,unit,basis,source"
    assert [row.split(",", 1)[0] for row in rows[1:5]] == [
        "hourly", "hourly_local", "first_month_hourly", "monthly",
    ]  # fmt: skip
    assert "- `......" in microjob("estimate", "-f", "markdown").out
    assert "no-estimate-breaks-rules" in microjob("estimate", "--task", "like", "-f", "csv").out


def test_a_country_without_a_rate_is_answered_in_dollars(microjob: Microjob) -> None:
    answer = microjob("--country", "JP", "estimate", "-f", "json")
    assert answer.items[0]["monthly"]["currency"] == "USD"
    assert "rate-unknown" in answer.notes
    assert answer.items[0]["rate"]["value"] == 1.0


def test_a_target_in_a_currency_without_a_rate_is_wrong_usage(microjob: Microjob) -> None:
    refused = microjob("estimate", "--target", "5000 KPW")
    assert (refused.code, refused.out) == (2, "")
    assert "5,000 KPW" in refused.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--set", "pric=1"), "price"),
        (("--set", "price"), "--set price"),
        (("--set", "acceptance=2"), "0 to 1"),
        (("--set", "price=free"), "price"),
        (("--target", "5000"), "5000"),
        (("--rate", "0"), "--rate"),
        (("--hours", "0"), "--hours"),
        (("--days", "32"), "--days"),
    ],
)
def test_wrong_usage_exits_2_with_a_hint(microjob: Microjob, words: tuple[str, ...], told: str) -> None:
    answer = microjob("estimate", *words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err


def test_a_mistyped_assumption_is_suggested(microjob: Microjob) -> None:
    answer = microjob("estimate", "--set", "unpayed_share=0.3", "-f", "json")
    assert answer.code == 2
    assert answer.json["error"]["code"] == "no-such-assumption"
    assert answer.json["error"]["suggestions"][0] == "unpaid_share"


@pytest.mark.parametrize("words", [("nosuchsite",), ("--task", "nosuchtask")])
def test_unknown_names_exit_3(microjob: Microjob, words: tuple[str, ...]) -> None:
    assert microjob("estimate", *words).code == 3
