"""Which command answers a question, and that each of these commands takes what it is given."""

from __future__ import annotations

from typing import Any

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.questions import Intent
from microjob_cli.catalog.text import Text
from microjob_cli.cli import COMMANDS
from microjob_cli.questions.calls import Call, call_for
from tests.questions.phrasebook import catalogue
from tests.running import Microjob

SOME = catalogue()


def words(intent: str, slots: dict[str, Any], text: str = "a question", **more: Any) -> tuple[str, ...]:
    """The command as typed, on the few records of these tests; `start` is the intent's guide."""
    return call_for(Intent(intent, Text("", ""), guide="start"), slots, text, SOME, **{"home": "BD", **more}).words


@pytest.mark.parametrize(
    ("intent", "slots", "command"),
    [
        ("list-platforms", {}, ("list",)),
        ("list-platforms", {"hq_country": "BD"}, ("list", "--based-in", "BD")),
        ("platforms-by-payout", {"payout_methods": ["bkash"]}, ("list", "--payout", "bkash", "--sort", "status")),
        (
            "platforms-by-payout",
            {"payout_methods_excluded": ["paypal", "skrill"]},
            ("list", "--without", "paypal", "--without", "skrill", "--sort", "status"),
        ),
        (
            "lowest-threshold",
            {"max_threshold_usd": 5},
            ("list", "--max-minimum", "5 USD", "--status", "active", "--sort", "minimum"),
        ),
        (
            "lowest-threshold",
            {"max_threshold_bdt": 300},
            ("list", "--max-minimum", "300 BDT", "--status", "active", "--sort", "minimum"),
        ),
        ("threshold-of-platform", {"platforms": ["hotovaga"]}, ("show", "hotovaga")),
        ("platform-info", {"platforms": ["hotovaga"]}, ("show", "hotovaga")),
        ("platform-legitimacy", {"platforms_unlisted": ["zorbagigs"]}, ("check", "a question")),
        ("platform-legitimacy", {}, ("learn", "start")),
        ("threshold-of-platform", {"platforms_unlisted": ["zorbagigs"]}, ("check", "a question")),
        ("compare-platforms", {"platforms": ["hotovaga", "sproutgigs"]}, ("compare", "hotovaga", "sproutgigs")),
        ("recommend", {"hours_per_day": 2, "device": "mobile"}, ("recommend", "--device", "mobile", "--hours", "2")),
        ("recommend", {"hours_per_day": 48}, ("recommend",)),
        ("payout-route", {"payout_methods": ["payoneer"], "route_to": "nagad"}, ("route", "payoneer", "--to", "nagad")),
        (
            "payout-route",
            {"platforms": ["hotovaga"], "payout_methods": ["skrill"], "route_to": "bkash", "amount_usd": 10},
            ("route", "skrill", "--to", "bkash", "--amount", "10 USD"),
        ),
        ("payout-route", {"platforms": ["hotovaga"], "route_to": "bdt"}, ("route", "hotovaga", "--to", "bkash")),
        ("payout-route", {"route_to": "bkash"}, ("payouts",)),
        (
            "payout-route",
            {"payout_methods": ["skrill"], "country": "IN"},
            ("route", "skrill", "--to", "bank", "--country", "IN"),
        ),
        ("earnings-estimate", {"hours_per_day": 2}, ("estimate", "--hours", "2")),
        ("earnings-estimate", {"hours_per_week": 10}, ("estimate", "--hours", "1.43")),
        (
            "earnings-estimate",
            {"hours_per_week": 10, "days_per_week": 5},
            ("estimate", "--hours", "2.04", "--days", "21"),
        ),
        ("earnings-estimate", {"hours_per_month": 60}, ("estimate", "--hours", "2")),
        ("earnings-estimate", {"days_per_month": 20, "hours_per_day": 3}, ("estimate", "--hours", "3", "--days", "20")),
        ("earnings-estimate", {"days_per_week": 9}, ("estimate",)),
        ("earnings-estimate", {"days_per_month": 40}, ("estimate",)),
        ("recommend", {"hours_per_week": 14}, ("recommend", "--hours", "2")),
        ("recommend", {"country": "IN", "hq_country": "BD"}, ("recommend", "--based-in", "BD", "--country", "IN")),
        (
            "payout-method-info",
            {"payout_methods": ["skrill"], "country": "IN"},
            ("payouts", "skrill", "--country", "IN"),
        ),
        ("founded", {"order": "newest"}, (
            "list", "--sort", "founded", "--reverse", "--columns", "name,founded,status,headquarters",
        )),
        ("lowest-threshold", {"order": "highest"}, ("list", "--status", "active", "--sort", "minimum", "--reverse")),
        (
            "platforms-by-payout",
            {"payout_methods": ["bkash", "nagad"], "payout_all": True, "hq_country": "BD"},
            ("list", "--also", "bkash", "--also", "nagad", "--based-in", "BD", "--sort", "status"),
        ),
        ("compare-platforms", {"platforms": ["hotovaga"], "platforms_unlisted": ["zorbagigs"]}, ("show", "hotovaga")),
        ("earnings-estimate", {"target_bdt_per_month": 5000}, ("estimate", "--target", "5000 BDT")),
        ("earnings-estimate", {"target_bdt_per_day": 100}, ("estimate", "--target", "3000 BDT")),
        ("task-types", {"task_types": ["survey"]}, ("tasks", "survey")),
        ("task-types", {"task_types": ["survey", "likes"]}, ("tasks",)),
        ("country-availability", {"country": "IN"}, ("list", "--accepts", "IN")),
        ("founded", {"platforms": ["hotovaga"]}, ("why", "hotovaga", "founded")),
        ("payout-method-info", {"payout_methods": ["skrill"]}, ("payouts", "skrill")),
        ("fees", {}, ("payouts",)),
        ("what-is-microjob", {}, ("learn", "start")),
        ("rules", {}, ("learn", "start")),
    ],
)  # fmt: skip
def test_the_command_of_an_intent(intent: str, slots: dict[str, Any], command: tuple[str, ...]) -> None:
    assert words(intent, slots) == command


def test_crypto_in_general_is_every_coin_by_which_a_site_pays(shipped: Catalogue) -> None:
    coins = call_for(Intent("platforms-by-payout", Text("", "")), {"payout_kind": "crypto"}, "", shipped).options[
        "payout"
    ]
    kinds = {str(shipped.methods[coin].kind) for coin in coins}
    assert (kinds, len(coins) > 1) == ({"crypto"}, True)


def test_an_address_or_an_offer_is_looked_at() -> None:
    assert words("platform-legitimacy", {"platforms": ["hotovaga"]}, "is https://hotovaga.com real")[0] == "check"
    assert words("scam-check", {}, "see evil.xyz")[0] == "check"
    assert words("task-safety", {}, "is evil.xyz safe")[0] == "check"
    assert words("scam-check", {}, "pay first", offer=True) == ("check", "pay first")
    assert words("scam-check", {}, "what is fraud") == ("learn", "start")


def test_three_sites_at_most_are_compared() -> None:
    assert words("compare-platforms", {"platforms": ["a", "b", "c", "d"]}) == ("compare", "a", "b", "c")


# What a question may name, one after the other and together.
NAMED: tuple[dict[str, Any], ...] = (
    {},
    {"platforms": ["sproutgigs"]},
    {"platforms": ["sproutgigs", "microworkers"]},
    {"platforms": ["sproutgigs"], "payout_methods": ["skrill"], "route_to": "bkash", "amount_usd": 12.5},
    {"platforms_unlisted": ["zorbagigs"]},
    {"payout_methods": ["bkash", "nagad"]},
    {"payout_methods": ["payoneer"], "route_to": "bank", "amount_bdt": 5000},
    {"payout_methods": ["bkash"], "route_to": "bkash"},
    {"payout_methods_excluded": ["paypal"], "max_threshold_usd": 0.5},
    {"payout_kind": "crypto", "max_threshold_bdt": 300},
    {"task_types": ["survey"], "device": "mobile", "hours_per_day": 2},
    {"device": "desktop", "hours_per_day": 0.5, "target_bdt_per_month": 10000},
    {"hours_per_day": 100, "target_bdt_per_day": 500},
    {"country": "IN", "hq_country": "BD"},
    {"payout_methods": ["bkash", "nagad"], "payout_all": True, "order": "newest", "country": "IN"},
    {"hours_per_week": 20, "days_per_week": 3, "order": "highest"},
    {"hours_per_month": 40, "days_per_month": 20},
)


@pytest.fixture(scope="module")
def calls(shipped: Catalogue) -> dict[tuple[str, ...], Call]:
    """Every call that some intent gives for some of that."""
    made = [
        call_for(intent, slots, text, shipped, offer=offer)
        for intent in shipped.intents.values()
        for slots in NAMED
        for text, offer in (("a question", False), ("https://sproutgigs.com", False), ("pay 500 taka first", True))
    ]
    return {call.words: call for call in made}


def test_every_intent_is_answered_by_a_command_of_the_program(calls: dict[tuple[str, ...], Call]) -> None:
    assert {call.command for call in calls.values()} <= set(COMMANDS)
    assert len(calls) > 50


def test_every_call_can_be_typed_as_it_is_told(calls: dict[tuple[str, ...], Call], microjob: Microjob) -> None:
    failed = {typed: answer.err for typed in calls if (answer := microjob(*typed, "-f", "json")).code != 0}
    assert failed == {}
