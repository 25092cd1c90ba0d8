"""The published rule of the verdict, clause by clause."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from microjob_cli.advice.verdict import Advice, Adviser, Person, Verdict, never_recommended
from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Platform, PlatformKind, Skill, Status, WarningCode, Weight
from tests.making import EVIDENCE, FRESH, METHODS, TODAY, claim, facts, least, option, platform, site, warning, yes

OLD = str(TODAY - timedelta(days=366))
OLDER = str(TODAY - timedelta(days=2 * 366))


def advise(on: Platform, country: str = "BD", **asked: Any) -> Advice:
    return Adviser(Person(country, **asked), EVIDENCE, METHODS).advise(facts(on))


def concerns(on: Platform, **asked: Any) -> set[str]:
    return {reason.code for reason in advise(on, **asked).concerns}


def test_good_when_nothing_is_against_it() -> None:
    advice = advise(site())
    assert advice.verdict is Verdict.GOOD
    assert advice.concerns == ()
    assert advice.excluded is None
    assert [reason.code for reason in advice.reasons] == ["active", "country-accepted", "pays-by", "minimum"]


AGAINST: dict[str, tuple[dict[str, Any], str]] = {
    "status not said": ({"status": ()}, "status-unknown"),
    "status said to be unknown": ({"status": (claim(Status.UNKNOWN, "official", FRESH),)}, "status-unknown"),
    "paused": ({"status": (claim(Status.PAUSED, "official", FRESH),)}, "status-paused"),
    "active, but on an undated page": ({"status": (claim(Status.ACTIVE, "official"),)}, "status-undated"),
    "active, but long ago": ({"status": (claim(Status.ACTIVE, "official", OLD),)}, "status-stale"),
    "active, but others say closed": (
        {"status": (claim(Status.ACTIVE, "official", FRESH), claim(Status.CLOSED, "forum"))},
        "status-disputed",
    ),
    "country not known": ({"accepts": {"IN": yes()}}, "country-unknown"),
    "only some people of the country": (
        {"accepts": {"BD": (claim(Answer.PARTLY, "official", FRESH),)}},
        "country-partly",
    ),
    "country disputed": ({"accepts": {"BD": (*yes(), claim(Answer.NO, "forum"))}}, "country-disputed"),
    "country long ago": ({"accepts": {"BD": yes(as_of=OLDER)}}, "country-stale"),
    "no payout known": ({"payouts": ()}, "payout-unknown"),
    "payout only to some": (
        {"payouts": (option(smallest="300 BDT", offered=(claim(Answer.PARTLY, "official", FRESH),)),)},
        "payout-partly",
    ),
    "payout undated": ({"payouts": (option(smallest="300 BDT", offered=yes(as_of=None)),)}, "payout-undated"),
    "payout long ago": ({"payouts": (option(smallest="300 BDT", offered=yes(as_of=OLD)),)}, "payout-stale"),
    "payout disputed": (
        {"payouts": (option(smallest="300 BDT", offered=(*yes(), claim(Answer.NO, "forum"))),)},
        "payout-disputed",
    ),
    "payout said by a blog": ({"payouts": (option(smallest="300 BDT", offered=yes("blog")),)}, "payout-weak"),
    "minimum not known": ({"payouts": (option(),)}, "minimum-unknown"),
    "minimum disputed": (
        {"payouts": (option(minimum=(*least("300 BDT"), claim(Minimum.parse("500 BDT"), "forum"))),)},
        "minimum-disputed",
    ),
    "a payout that the law forbids": ({"payouts": (option("forbidden-coin", "1 USD"),)}, "payout-forbidden"),
    "a warning": ({"warnings": (warning(WarningCode.PRIVACY),)}, "warned-privacy"),
}


@pytest.mark.parametrize(("fields", "code"), AGAINST.values(), ids=AGAINST)
def test_care_when_something_that_matters_is_unknown_old_disputed_or_warned_of(
    fields: dict[str, Any], code: str
) -> None:
    advice = advise(site(**fields))
    assert advice.verdict is Verdict.CARE
    assert [reason.code for reason in advice.concerns] == [code]


@pytest.mark.parametrize(
    ("fields", "code", "excluded"),
    [
        ({"status": (claim(Status.CLOSED, "official", FRESH),)}, "status-closed", "closed"),
        ({"status": (claim(Status.MERGED, "official", FRESH),)}, "status-merged", "merged"),
        (
            {"status": (claim(Status.NOT_PAYING_REPORTS, "news", FRESH),)},
            "status-not-paying-reports",
            "not-paying-reports",
        ),
        ({"accepts": {"BD": (claim(Answer.NO, "official", FRESH),)}}, "country-refused", None),
        ({"warnings": (warning(WarningCode.FRAUD_REPORT),)}, "warned-fraud-report", None),
        ({"warnings": (warning(WarningCode.NON_PAYMENT_REPORT),)}, "warned-non-payment-report", None),
        ({"warnings": (warning(WarningCode.PAY_TO_JOIN),)}, "warned-pay-to-join", None),
        ({"warnings": (warning(WarningCode.MUST_RECRUIT),)}, "warned-must-recruit", None),
    ],
)
def test_avoid_what_is_closed_reported_or_shut_to_the_country(
    fields: dict[str, Any], code: str, excluded: str | None
) -> None:
    advice = advise(site(**fields))
    assert advice.verdict is Verdict.AVOID
    assert advice.excluded == excluded
    assert [reason.code for reason in advice.reasons if reason.weight is Weight.AVOID] == [code]


def test_avoid_weighs_more_than_anything_for_it() -> None:
    worse = site(
        warnings=(warning(WarningCode.LOW_PAY), warning(WarningCode.FRAUD_REPORT), warning(WarningCode.PRIVACY))
    )
    assert advise(worse).verdict is Verdict.AVOID


def test_a_note_does_not_lower_the_verdict_but_is_told() -> None:
    advice = advise(site(warnings=(warning(WarningCode.LOW_PAY), warning(WarningCode.LOW_PAY))))
    assert advice.verdict is Verdict.GOOD
    assert [reason.code for reason in advice.reasons].count("warned-low-pay") == 1


def test_a_warning_not_yet_heard_does_not_count() -> None:
    assert advise(site(warnings=(warning(WarningCode.FRAUD_REPORT, "2027-01"),))).verdict is Verdict.GOOD


@pytest.mark.parametrize(
    ("said_by", "sound"),
    [
        (("official",), True),
        (("independent", "news"), True),
        (("independent",), False),
        (("news",), False),
        (("independent", "same-publisher"), False),
        (("blog", "forum"), False),
        (("independent", "blog"), False),
    ],
)
def test_a_payout_must_be_said_by_the_site_or_by_two_publishers(said_by: tuple[str, ...], sound: bool) -> None:
    offered = tuple(one for key in said_by for one in yes(key))
    advice = advise(site(payouts=(option(smallest="300 BDT", offered=offered),)))
    assert (advice.verdict is Verdict.GOOD) is sound
    assert ("payout-weak" not in {reason.code for reason in advice.concerns}) is sound


def test_who_disagrees_does_not_make_a_payout_sound() -> None:
    offered: tuple[Claim[Answer], ...] = (*yes("independent", confidence="high"), claim(Answer.NO, "official", FRESH))
    assert "payout-weak" in concerns(site(payouts=(option(smallest="300 BDT", offered=offered),)))


def test_sites_that_no_source_names_are_never_ranked() -> None:
    assert advise(site(unnamed=True)).excluded == "unnamed"


def test_sites_that_pay_only_by_what_cannot_be_received_are_never_ranked() -> None:
    only, also = (
        site(payouts=(option("paypal", "1 USD"),)),
        site(payouts=(option("paypal", "1 USD"), option("skrill", "9 USD"))),
    )
    assert advise(only).excluded == "payout-impossible"
    assert advise(only, country="IN").excluded is None
    assert advise(also).excluded is None
    assert advise(site(payouts=())).excluded is None


def test_the_option_is_one_that_can_be_received_with_the_lowest_minimum() -> None:
    many = site(
        payouts=(option("paypal", "1 BDT"), option("nagad"), option("bkash", "300 BDT"), option("skrill", "200 BDT"))
    )

    def chosen(country: str = "BD", **asked: Any) -> str | None:
        best = advise(many, country, **asked).option
        return best.method if best else None

    assert chosen() == "skrill"
    assert chosen("IN") == "paypal"
    assert chosen(without=("skrill",)) == "bkash"
    assert chosen(without=("skrill", "bkash")) == "nagad"
    assert chosen(without=("skrill", "bkash", "nagad")) == "paypal"
    assert chosen(without=("skrill", "bkash", "nagad", "paypal")) is None


def test_an_option_that_cannot_be_received_is_a_matter_of_care() -> None:
    one = site(payouts=(option("paypal", "1 USD"), option("bkash", "300 BDT")))
    assert concerns(one) == set()
    assert concerns(one, without=("bkash",)) == {"payout-unreceivable"}
    assert concerns(one, country="IN", without=("bkash",)) == {"country-unknown"}


def test_of_a_platform_without_any_claim_all_is_unknown() -> None:
    advice = advise(platform())
    assert advice.verdict is Verdict.CARE
    assert {reason.code for reason in advice.concerns} == {"status-unknown", "country-unknown", "payout-unknown"}
    assert advice.option is None


def test_verdicts_are_ordered_best_first() -> None:
    assert list(Verdict) == [Verdict.GOOD, Verdict.CARE, Verdict.AVOID]


@pytest.mark.parametrize(
    ("fields", "excluded"),
    [
        ({"kind": (claim(PlatformKind.SURVEYS),), "skill": (claim(Skill.TEST),)}, None),
        ({"skill": (claim(Skill.EXPERT),)}, "experts-only"),
        ({"kind": (claim(PlatformKind.FREELANCE),)}, "no-micro-jobs"),
    ],
)
def test_a_site_that_is_no_place_of_micro_jobs_is_not_ranked(fields: dict[str, Any], excluded: str | None) -> None:
    advice = advise(site(**fields))
    assert (advice.verdict, advice.excluded) == (Verdict.GOOD, excluded)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, None),
        ({"warnings": (warning(WarningCode.PRIVACY),)}, None),
        ({"accepts": {"BD": (claim(Answer.NO),)}}, None),
        ({"warnings": (warning(WarningCode.PAY_TO_JOIN),)}, "avoid"),
        ({"status": (claim(Status.CLOSED),)}, "closed"),
        ({"skill": (claim(Skill.EXPERT),)}, "experts-only"),
    ],
)
def test_what_is_recommended_to_nobody_does_not_hang_on_the_country(fields: dict[str, Any], why: str | None) -> None:
    assert never_recommended(facts(site(**fields))) == why
