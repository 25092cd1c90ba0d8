"""The few facts of a site that a question asks for."""

from __future__ import annotations

from typing import Any

import pytest

from microjob_cli.advice.verdict import judge
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Platform, SiteWarning, Status, WarningCode
from microjob_cli.questions.focus import Focus, focus
from tests.making import EVIDENCE, FRESH, catalogue, claim, facts, option, platform, site, warning, yes
from tests.questions.phrasebook import shipped_intents as intents


def focused(of: Platform, intent: str, slots: dict[str, Any] | None = None) -> Focus:
    told = facts(of)
    found = focus(intents()[intent], slots or {}, told, judge(told, catalogue(), EVIDENCE, "BD"), "BD")
    assert found is not None
    return found


def fields(of: Platform, intent: str, slots: dict[str, Any] | None = None) -> list[tuple[str, str | None]]:
    return [(one.field, one.of) for one in focused(of, intent, slots).told]


TWO_WAYS = site(payouts=(option("bkash", "300 BDT"), option("skrill", "5 USD")))


def test_all_current_methods_are_told_where_none_is_asked_for() -> None:
    assert fields(TWO_WAYS, "payout-methods-of-platform") == [("offered", "bkash"), ("offered", "skrill")]


def test_the_method_asked_for_comes_first_and_the_others_follow() -> None:
    asked = {"payout_methods": ["skrill"]}
    assert fields(TWO_WAYS, "payout-methods-of-platform", asked) == [("offered", "skrill"), ("offered", "bkash")]
    assert fields(TWO_WAYS, "threshold-of-platform", asked) == [("minimum", "skrill")]


def test_a_method_that_no_record_has_is_told_as_unknown_not_left_out() -> None:
    for intent, field in (
        ("payout-methods-of-platform", "offered"),
        ("threshold-of-platform", "minimum"),
        ("fees", "fee"),
    ):
        first = focused(TWO_WAYS, intent, {"payout_methods": ["nagad"]}).told[0]
        assert (first.field, first.of, first.fact.known) == (field, "nagad", False)


def test_an_ended_method_is_told_with_its_end() -> None:
    ended = option("paypal", "5 USD", until=(claim(PartialDate.parse("2024-03"), "official"),))
    of = site(payouts=(ended, option("bkash")))
    assert fields(of, "threshold-of-platform", {"payout_methods": ["paypal"]}) == [
        ("until", "paypal"),
        ("minimum", "paypal"),
    ]
    assert fields(of, "threshold-of-platform") == [("minimum", "bkash")]


def test_whatever_is_asked_of_a_site_that_is_not_active_its_status_comes_first() -> None:
    closed = site(status=(claim(Status.CLOSED, "official", FRESH),))
    for intent in ("threshold-of-platform", "fees", "task-types", "country-availability"):
        assert fields(closed, intent)[0] == ("status", None)
    assert ("status", None) not in fields(site(), "fees")


def test_nothing_known_is_told_as_unknown() -> None:
    for intent in ("task-types", "task-pay", "country-availability", "device-requirement", "payment-time"):
        told = focused(platform(), intent).told
        assert told
        assert not any(one.fact.known for one in told)


def test_the_country_asked_for_is_told_else_that_of_the_asker() -> None:
    of = site(accepts={"BD": yes(), "IN": (claim(Answer.NO, "official", FRESH),)})
    assert [one.fact.value for one in focused(of, "country-availability", {"country": "IN"}).told] == [Answer.NO]
    assert fields(of, "country-availability") == [("accepts", "BD")]
    assert not focused(of, "country-availability", {"country": "US"}).told[0].fact.known


def test_the_verdict_is_told_only_where_somebody_asks_whether_a_site_is_real() -> None:
    assert focused(site(), "platform-legitimacy").advice is not None
    assert focused(site(), "fees").advice is None


def test_warnings_are_told_where_they_belong() -> None:
    of = site(warnings=(warning(WarningCode.LOW_PAY), warning(WarningCode.ACCOUNT_LOSS)))
    assert [one.code for one in focused(of, "rules").said if isinstance(one, SiteWarning)] == [WarningCode.ACCOUNT_LOSS]
    assert len(focused(of, "platform-legitimacy").said) == 2
    assert focused(of, "fees").said == ()


def test_a_report_of_fraud_is_told_first_whatever_is_asked() -> None:
    of = site(warnings=(warning(WarningCode.ACCOUNT_LOSS), warning(WarningCode.FRAUD_REPORT, said_by="news")))
    for intent in ("fees", "rules", "task-types"):
        found = focused(of, intent)
        assert found.advice is not None
        assert next(one.code for one in found.said if isinstance(one, SiteWarning)) is WarningCode.FRAUD_REPORT


def test_a_rule_asked_for_by_name_leaves_out_the_others() -> None:
    assert fields(site(), "rules", {"rule": "success_rate"}) == [("success_rate", None)]
    assert fields(site(), "rules", {"rule": "vpn"}) == []


@pytest.mark.parametrize("intent", ["recommend", "scam-check", "earnings-estimate", "founded"])
def test_other_questions_are_not_about_a_few_facts_of_one_site(intent: str) -> None:
    told = facts(site())
    assert focus(intents()[intent], {}, told, judge(told, catalogue(), EVIDENCE, "BD"), "BD") is None


def test_no_fact_is_told_twice() -> None:
    found = fields(TWO_WAYS, "payout-methods-of-platform", {"payout_methods": ["bkash", "skrill", "bkash"]})
    assert len(found) == len(set(found)) == 2
