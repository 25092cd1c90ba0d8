"""Which platforms fit what a person asks for, and whom the answer must leave out for not knowing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from microjob_cli.advice.filters import Filtered, PlatformFilter, Wanted
from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.facts import Bound
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Device, Platform, Status, TaskOffer
from tests.making import TODAY, claim, facts, least, option, platform, rate, yes

RATES = (rate("120"),)


def sift(*platforms: Platform, rates: tuple[ExchangeRate, ...] = RATES, today: date = TODAY, **wanted: Any) -> Filtered:
    return PlatformFilter(Wanted(**wanted), rates, today).fitting(facts(one, today) for one in platforms)


def kept(*platforms: Platform, **wanted: Any) -> list[str]:
    return [one.id for one in sift(*platforms, **wanted).kept]


def payer(key: str, *options: Any, **fields: Any) -> Platform:
    return platform(key, payouts=options, **fields)


BKASH, PAYPAL = payer("b", option("bkash")), payer("p", option("paypal"))
BOTH, NEITHER = payer("both", option("bkash"), option("paypal")), platform("none")


def test_nothing_wanted_keeps_all() -> None:
    assert kept(BKASH, NEITHER) == ["b", "none"]


def test_payout_keeps_who_pays_by_any_of_the_methods() -> None:
    every = (BKASH, PAYPAL, BOTH, NEITHER)
    assert kept(*every, payout=("bkash",)) == ["b", "both"]
    assert kept(*every, payout=("bkash", "paypal")) == ["b", "p", "both"]
    assert kept(*every, payout=("nagad",)) == []


def test_also_keeps_who_pays_by_all_of_the_methods() -> None:
    every = (BKASH, PAYPAL, BOTH, NEITHER)
    assert kept(*every, also=("bkash",)) == ["b", "both"]
    assert kept(*every, also=("bkash", "paypal")) == ["both"]
    assert kept(*every, payout=("bkash",), also=("paypal",)) == ["both"]
    assert kept(*every, also=("bkash", "nagad")) == []


def test_an_ended_option_is_not_there_for_also_either() -> None:
    ended = payer("e", option("paypal"), option("bkash", offered=(claim(Answer.NO, "official"),)))
    assert kept(ended, also=("bkash", "paypal")) == []


def test_an_ended_option_pays_nobody() -> None:
    ended = payer("e", option("bkash", offered=(claim(Answer.NO, "official"),)))
    assert kept(ended, payout=("bkash",)) == []


def test_without_keeps_who_pays_some_other_way() -> None:
    every = (BKASH, PAYPAL, BOTH, NEITHER)
    assert kept(*every, without=("paypal",)) == ["b", "both"]
    assert kept(*every, without=("paypal", "bkash")) == []
    assert kept(*every, payout=("paypal",), without=("paypal",)) == []


def fits(minimum: str | None, limit: str, **more: Any) -> bool | None:
    """True kept, False left out, None left out and counted as unknown."""
    said = () if minimum is None else least(minimum, **more)
    sifted = sift(payer("x", option("bkash", minimum=said)), max_minimum=Money.parse(limit))
    return True if sifted.kept else None if sifted.unknown == {"minimum": 1} else False


@pytest.mark.parametrize(
    ("minimum", "limit", "expected"),
    [
        ("5 USD", "5 USD", True),
        ("5.01 USD", "5 USD", False),
        ("300 BDT", "300 BDT", True),
        ("301 BDT", "300 BDT", False),
        # by the rate of 120, unrounded
        ("600 BDT", "5 USD", True),
        ("600.01 BDT", "5 USD", False),
        ("5 USD", "600 BDT", True),
        ("5 USD", "599.99 BDT", False),
        # either of two amounts is enough, whichever is the less: 4 dollars are 480 taka, 300 taka 2.5 dollars
        ("4 USD or 300 BDT", "300 BDT", True),
        ("4 USD or 300 BDT", "299 BDT", False),
        ("4 USD or 300 BDT", "3 USD", True),
        ("4 USD or 300 BDT", "2.50 USD", True),
        ("4 USD or 300 BDT", "2.49 USD", False),
        ("4 USD or 500 BDT", "480 BDT", True),
        ("4 USD or 500 BDT", "479 BDT", False),
        # one of them cannot be compared: only the other can tell that it is enough, and neither that it is not
        ("4 USD or 3 EUR", "4 USD", True),
        ("4 USD or 3 EUR", "3.99 USD", None),
        # not known, or not comparable
        (None, "5 USD", None),
        ("5 EUR", "5 USD", None),
        ("0 USD", "0 USD", True),
    ],
)
def test_a_minimum_is_compared_with_the_limit(minimum: str | None, limit: str, expected: bool | None) -> None:
    assert fits(minimum, limit) is expected


def test_either_of_two_amounts_is_enough_when_both_are_converted() -> None:
    rates = (rate("1", "INR", "USD"), rate("10", "EUR", "USD"))
    either = payer("x", option("bkash", "9 INR or 9 EUR"))
    assert kept(either, max_minimum=Money.parse("9 USD"), rates=rates) == ["x"]
    assert kept(either, max_minimum=Money.parse("8 USD"), rates=rates) == []


@pytest.mark.parametrize(
    ("bound", "minimum", "expected"),
    [
        (Bound.AT_LEAST, "4 USD", None),
        (Bound.AT_LEAST, "6 USD", False),
        (Bound.AT_MOST, "4 USD", True),
        (Bound.AT_MOST, "6 USD", None),
    ],
)
def test_a_bound_tells_only_what_it_tells(bound: Bound, minimum: str, expected: bool | None) -> None:
    assert fits(minimum, "5 USD", bound=bound) is expected


def test_the_minimum_is_that_of_the_named_method() -> None:
    one = payer("x", option("bkash", "10 USD"), option("nagad", "1 USD"))
    limit = Money.parse("5 USD")
    assert kept(one, max_minimum=limit) == ["x"]
    assert kept(one, max_minimum=limit, payout=("bkash",)) == []
    assert kept(one, max_minimum=limit, without=("nagad",)) == []


def test_an_ended_option_has_no_minimum() -> None:
    one = payer("x", option("bkash", "1 USD", offered=(claim(Answer.NO, "official"),)), option("nagad", "9 USD"))
    assert kept(one, max_minimum=Money.parse("5 USD")) == []


def test_the_rate_is_that_of_the_day_and_is_told() -> None:
    rates, limit = (rate("100", on="2025-01-01"), rate("120", on="2026-01-01")), Money.parse("5 USD")
    one = payer("x", option("bkash", minimum=least("550 BDT", as_of="2020"), offered=yes(as_of="2020")))
    assert sift(one, rates=rates, max_minimum=limit).rates == (rates[1],)
    assert kept(one, rates=rates, max_minimum=limit) == ["x"]
    assert kept(one, rates=rates, max_minimum=limit, today=date(2025, 6, 1)) == []
    before = sift(one, rates=rates, max_minimum=limit, today=date(2024, 6, 1))
    assert (before.kept, before.rates, before.unknown) == ((), (), {"minimum": 1})


@pytest.mark.parametrize("minimum", ["5 USD", "600 BDT or 5 USD"])
def test_no_rate_is_told_when_none_was_needed(minimum: str) -> None:
    assert sift(payer("x", option("bkash", minimum)), max_minimum=Money.parse("5 USD")).rates == ()


def test_a_known_minimum_that_is_too_high_beside_an_unknown_one_is_unknown() -> None:
    sifted = sift(payer("x", option("bkash", "9 USD"), option("nagad")), max_minimum=Money.parse("5 USD"))
    assert sifted.unknown == {"minimum": 1}


def test_tasks_keep_who_offers_any_and_count_whom_nobody_knows() -> None:
    surveys = platform("s", tasks=(TaskOffer("survey", yes()),))
    likes = platform(
        "l", tasks=(TaskOffer("social-like", (claim(Answer.PARTLY),)), TaskOffer("survey", (claim(Answer.NO),)))
    )
    every = (surveys, likes, platform("unknown"))
    sifted = sift(*every, task=("survey",))
    assert ([one.id for one in sifted.kept], sifted.unknown) == (["s"], {"task": 1})
    assert kept(*every, task=("survey", "social-like")) == ["s", "l"]


@pytest.mark.parametrize(
    ("devices", "wanted", "expected"),
    [
        ({Device.MOBILE}, Device.MOBILE, True),
        ({Device.ANDROID}, Device.MOBILE, True),
        ({Device.IOS, Device.DESKTOP}, Device.MOBILE, True),
        ({Device.DESKTOP}, Device.MOBILE, False),
        ({Device.ANDROID}, Device.IOS, False),
        ({Device.MOBILE}, Device.ANDROID, None),
        ({Device.BROWSER}, Device.MOBILE, True),
        ({Device.BROWSER}, Device.BROWSER, True),
        ({Device.BROWSER, Device.DESKTOP}, Device.MOBILE, False),
        (None, Device.MOBILE, None),
    ],
)
def test_devices(devices: set[Device] | None, wanted: Device, expected: bool | None) -> None:
    said = () if devices is None else (claim(frozenset(devices), "official"),)
    sifted = sift(platform(devices=said, website=None), device=wanted)
    unknown = {"device": 1} if expected is None else {}
    assert (bool(sifted.kept), sifted.unknown) == (expected is True, unknown)


def test_status_keeps_that_status_and_counts_whom_nobody_knows() -> None:
    active, closed = (platform(str(one), status=(claim(one),)) for one in (Status.ACTIVE, Status.CLOSED))
    unknown = platform("unknown", status=(claim(Status.UNKNOWN),))
    every = (active, closed, unknown, platform("unsaid"))
    sifted = sift(*every, status=Status.CLOSED)
    assert ([one.id for one in sifted.kept], sifted.unknown) == (["closed"], {"status": 2})
    assert kept(*every, status=Status.UNKNOWN) == ["unknown", "unsaid"]


def test_countries() -> None:
    open_to = platform("open", accepts={"BD": (claim(Answer.PARTLY),)}, headquarters=(claim("US"),))
    refuses = platform("refuses", accepts={"BD": (claim(Answer.NO),)}, headquarters=(claim("IN"),))
    every = (open_to, refuses, platform("unknown"))
    accepting, based = sift(*every, accepts="BD"), sift(*every, based_in="US")
    assert ([one.id for one in accepting.kept], accepting.unknown) == (["open"], {"country": 1})
    assert ([one.id for one in based.kept], based.unknown) == (["open"], {"headquarters": 1})


def test_who_fails_one_test_is_not_counted_as_unknown_for_another() -> None:
    closed = platform("closed", status=(claim(Status.CLOSED),))
    assert sift(closed, status=Status.ACTIVE, max_minimum=Money.parse("5 USD")).unknown == {}


def test_who_is_unknown_in_two_ways_is_counted_once() -> None:
    unknown = sift(platform("x"), task=("survey",), device=Device.MOBILE).unknown
    assert sum(unknown.values()) == 1


def test_all_tests_must_pass() -> None:
    one = payer("x", option("bkash", "5 USD"), status=(claim(Status.ACTIVE),))
    assert kept(one, payout=("bkash",), max_minimum=Money.parse("5 USD"), status=Status.ACTIVE) == ["x"]
    assert kept(one, payout=("bkash",), max_minimum=Money.parse("4 USD"), status=Status.ACTIVE) == []


def test_minimums_are_read_as_the_records_write_them() -> None:
    assert Minimum.parse("4 USD or 300 BDT").amounts == (Money.parse("4 USD"), Money.parse("300 BDT"))


def test_a_website_of_which_no_machine_is_told_counts_on_every_machine() -> None:
    of = platform(website="https://site.example")
    assert [bool(sift(of, device=one).kept) for one in Device] == [True] * len(Device)
