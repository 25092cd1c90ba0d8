"""What a question names, under the names that answers use."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from microjob_cli.questions.slots import slots
from tests.questions.phrasebook import parse
from tests.questions.phrasebook import shipped_intents as intents


def filled(text: str, intent: str | None, *ignored: str) -> dict[str, Any]:
    asked = replace(intents()[intent], ignores=ignored) if intent else None
    return slots(parse(text), asked, "BD")


@pytest.mark.parametrize(
    ("text", "intent", "expected"),
    [
        ("hotovaga vs sprout gigs", "compare-platforms", {"platforms": ["hotovaga", "sproutgigs"]}),
        ("picoworkers and sproutgigs", "platform-info", {"platforms": ["sproutgigs"]}),
        ("bkash site $5", "lowest-threshold", {"payout_methods": ["bkash"], "max_threshold_usd": 5}),
        ("bkash site 300 taka", "platforms-by-payout", {"payout_methods": ["bkash"], "max_threshold_bdt": 300}),
        ("paypal chara", "recommend", {"payout_methods_excluded": ["paypal"]}),
        ("paypal nai", "recommend", {"payout_methods_excluded": ["paypal"]}),
        ("paypal nai", "payout-method-info", {"payout_methods": ["paypal"]}),
        (
            "payoneer theke bkash e $10",
            "payout-route",
            {"route_to": "bkash", "payout_methods": ["payoneer"], "amount_usd": 10},
        ),
        ("payoneer withdraw", "payout-route", {"route_to": "bdt", "payout_methods": ["payoneer"]}),
        ("my dollars", "payout-route", {"route_to": "bdt", "payout_methods": ["payoneer"]}),
        ("my dollars paypal", "fees", {"payout_methods": ["paypal"]}),
        ("2 hours, 10 hajar taka", "earnings-estimate", {"hours_per_day": 2, "target_bdt_per_month": 10000}),
        ("দিনে ৫০০ টাকা", "earnings-estimate", {"target_bdt_per_day": 500}),
        ("30 minutes", "earnings-estimate", {"hours_per_day": 0.5}),
        ("3 days a week, 2 hours a day", "earnings-estimate", {"days_per_week": 3, "hours_per_day": 2}),
        ("mase 20 din 2 ghonta", "earnings-estimate", {"days_per_month": 20, "hours_per_day": 2}),
        ("সপ্তাহে ১০ ঘণ্টা", "recommend", {"hours_per_week": 10}),
        ("2 ghonta kore dile ami mase", "earnings-estimate", {"hours_per_day": 2}),
        ("10 days", "earnings-estimate", {}),
        ("2 hours then a month", "earnings-estimate", {"hours_per_month": 2}),
        ("2 hours of work then a month", "earnings-estimate", {"hours_per_day": 2}),
        ("both bkash and paypal", "platforms-by-payout", {"payout_methods": ["bkash", "paypal"], "payout_all": True}),
        ("bkash ar paypal duitai", "recommend", {"payout_methods": ["bkash", "paypal"], "payout_all": True}),
        ("both bkash", "platforms-by-payout", {"payout_methods": ["bkash"]}),
        ("both bkash and paypal", "fees", {"payout_methods": ["bkash", "paypal"]}),
        ("bangladeshi site bkash", "platforms-by-payout", {"payout_methods": ["bkash"], "hq_country": "BD"}),
        ("deshi site bkash", "platforms-by-payout", {"payout_methods": ["bkash"], "hq_country": "BD"}),
        ("site bkash bangladeshi", "platforms-by-payout", {"payout_methods": ["bkash"], "country": "BD"}),
        ("newest", "founded", {"order": "newest"}),
        ("$2.50 500 tk", "scam-check", {"amount_usd": 2.5, "amount_bdt": 500}),
        ("survey ar like", "task-pay", {"task_types": ["survey", "likes"]}),
        ("mobile crypto", "list-platforms", {"device": "mobile", "payout_kind": "crypto"}),
        ("is zorbagigs real", "platform-legitimacy", {"platforms_unlisted": ["zorbagigs"]}),
        ("is zorbagigs real", "fees", {"platforms_unlisted": ["zorbagigs"]}),
        ("hotovaga or zelvora", "compare-platforms", {"platforms": ["hotovaga"], "platforms_unlisted": ["zelvora"]}),
        ("hotovaga zelvora ki", "platform-legitimacy", {"platforms": ["hotovaga"]}),
        ("payment on zelvora to bkash", "payout-route", {"route_to": "bkash", "platforms_unlisted": ["zelvora"]}),
        ("zelvora te", "earnings-estimate", {"platforms_unlisted": ["zelvora"]}),
        ("zelvora te", "recommend", {}),
        ("about zelvora", "platform-info", {"platforms_unlisted": ["zelvora"]}),
        ("about zelvora", "earnings-estimate", {}),
        ("", "recommend", {}),
        ("bkash $5", None, {"payout_methods": ["bkash"], "amount_usd": 5}),
    ],
)
def test_what_is_named_fills_a_slot(text: str, intent: str | None, expected: dict[str, Any]) -> None:
    assert filled(text, intent) == expected


def test_an_intent_ignores_slots_that_mean_nothing_to_it() -> None:
    text = "paypal chara bkash"
    assert "payout_methods_excluded" in filled(text, "recommend")
    assert "payout_methods_excluded" not in filled(text, "recommend", "payout_methods_excluded")


def test_whole_numbers_stay_whole() -> None:
    assert isinstance(filled("$5", "recommend")["max_threshold_usd"], int)
    assert isinstance(filled("$5.5", "recommend")["max_threshold_usd"], float)
