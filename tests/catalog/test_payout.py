"""When a payout option is current, and what a platform's facts are on a day."""

from __future__ import annotations

from datetime import date

import pytest

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound
from microjob_cli.catalog.payout import Answer, PayoutOption
from microjob_cli.catalog.platform import FormerName, Status, WarningCode, Weight
from tests.making import claim, day, facts, option, platform, site, warning, yes


def is_current(one: PayoutOption, today: str = "2026-11-23") -> bool:
    return bool(facts(platform(payouts=(one,)), date.fromisoformat(today)).current_payouts)


@pytest.mark.parametrize(("answer", "current"), [(Answer.YES, True), (Answer.PARTLY, True), (Answer.NO, False)])
def test_an_option_is_current_when_it_is_offered_at_least_to_some(answer: Answer, current: bool) -> None:
    assert is_current(option(offered=(claim(answer, "official"),))) is current


def test_an_option_that_nobody_says_is_offered_is_not_current() -> None:
    assert not is_current(option(offered=()))


@pytest.mark.parametrize(
    ("until", "bound", "last", "first_without"),
    [
        ("2026-05-10", Bound.EXACT, "2026-05-10", "2026-05-11"),
        ("2026-05", Bound.EXACT, "2026-05-31", "2026-06-01"),
        ("2025", Bound.EXACT, "2025-12-31", "2026-01-01"),
        ("2026-05-10", Bound.AT_MOST, "2026-05-09", "2026-05-10"),
        ("2026-05", Bound.AT_MOST, "2026-05-30", "2026-05-31"),
    ],
)
def test_an_option_has_ended_after_its_end(until: str, bound: Bound, last: str, first_without: str) -> None:
    ends = option(offered=yes(as_of="2020"), until=(claim(PartialDate.parse(until), bound=bound),))
    assert is_current(ends, last)
    assert not is_current(ends, first_without)


def test_a_platform_is_confirmed_by_the_newest_word_on_it_or_its_payouts() -> None:
    aged = site(status=(claim(Status.ACTIVE, as_of="2020"),), payouts=(option(offered=yes(as_of="2026-05")),))
    assert facts(aged).confirmed == day("2026-05")
    assert facts(platform()).confirmed is None


def test_what_is_said_later_is_not_heard_yet() -> None:
    told = site(
        former_names=(FormerName("Old", "blog", day("2022-08")), FormerName("Older", "blog")),
        warnings=(warning(WarningCode.LOW_PAY, "2026-10"), warning(WarningCode.PRIVACY, None)),
    )
    now, before = facts(told), facts(told, date(2022, 7, 31))
    assert [name.name for name in now.former_names] == ["Old", "Older"]
    assert [name.name for name in before.former_names] == ["Older"]
    assert [one.code for one in now.warnings] == [WarningCode.LOW_PAY, WarningCode.PRIVACY]
    assert [one.code for one in before.warnings] == [WarningCode.PRIVACY]


def test_of_a_country_that_nobody_speaks_of_nothing_is_known() -> None:
    assert facts(site()).accepts_from("BD").value is Answer.YES
    assert not facts(site()).accepts_from("IN").known


@pytest.mark.parametrize(
    ("code", "weight"),
    [
        (WarningCode.FRAUD_REPORT, Weight.AVOID),
        (WarningCode.NON_PAYMENT_REPORT, Weight.AVOID),
        (WarningCode.INVESTMENT_SCHEME, Weight.AVOID),
        (WarningCode.PAY_TO_JOIN, Weight.AVOID),
        (WarningCode.MUST_RECRUIT, Weight.AVOID),
        (WarningCode.PAYMENT_COMPLAINT, Weight.CARE),
        (WarningCode.NO_PAYMENT_PROOF, Weight.CARE),
        (WarningCode.ACCOUNT_LOSS, Weight.CARE),
        (WarningCode.UNREALISTIC_PROMISE, Weight.CARE),
        (WarningCode.RULE_BREAKING_TASKS, Weight.CARE),
        (WarningCode.PRIVACY, Weight.CARE),
        (WarningCode.LOOKALIKE, Weight.CARE),
        (WarningCode.PAYOUT_REACH, Weight.CARE),
        (WarningCode.REJECTION, Weight.NOTE),
        (WarningCode.LOW_PAY, Weight.NOTE),
        (WarningCode.LITTLE_WORK, Weight.NOTE),
        (WarningCode.COUNTRY_LIMITS, Weight.NOTE),
        (WarningCode.SLOW_PAYOUT, Weight.NOTE),
        (WarningCode.POOR_SUPPORT, Weight.NOTE),
        (WarningCode.UNFAIR_TERMS, Weight.NOTE),
    ],
)
def test_the_weight_of_each_warning_is_as_published(code: WarningCode, weight: Weight) -> None:
    assert warning(code).weight is weight
