"""What a route says beside its sum: what makes it uncertain, which part arrives, how long, which way is better."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, permutations
from typing import Any

import pytest
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.measures import Days, Fee, Percent
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, PayoutOption, Standing
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.catalog.transfer import Limit, LimitBasis, Transfer
from microjob_cli.payouts.minimums import default_amount
from microjob_cli.payouts.route import Route, order, total_days
from microjob_cli.payouts.router import Router
from tests.making import (
    EVIDENCE,
    FRESH,
    TODAY,
    catalogue,
    claim,
    facts,
    least,
    method,
    option,
    platform,
    rate,
    wallet,
    yes,
)

OLD = "2020-01-01"
METHODS = {
    "dollars": method("dollars", currency="USD"),
    "purse": method("purse", currency="USD"),
    "bkash": wallet("bkash"),
}
FREE = (claim(Fee.parse("0"), "official", FRESH),)


def money(text: str) -> Money:
    return Money.parse(text)


def between(start: str = "dollars", to: str = "bkash", **terms: Any) -> Transfer:
    """A transfer of which all is known, on other terms where some are named."""
    known: dict[str, Any] = {
        "available": yes(),
        "standing": (claim(Standing.CLEAR, "official", FRESH),),
        "fee": FREE,
        "margin": (claim(Percent.parse("0%"), "official", FRESH),),
    }
    return Transfer(f"{start}-{to}", "BD", start, to, **{**known, **terms})


def network(*transfers: Transfer, **parts: Any) -> Catalogue:
    known: dict[str, Any] = {"methods": METHODS, "rates": (rate("120"),)}
    return catalogue(**{**known, **parts}, transfers={one.id: one for one in transfers})


def routes(of: Catalogue, send: str = "100 USD", start: str = "dollars", to: str = "bkash") -> list[Route]:
    return Router(of, EVIDENCE, "BD").from_method(start, to, money(send))


def from_site(of: Catalogue, *options: PayoutOption, send: str = "100 USD") -> list[Route]:
    site = PlatformFacts(platform("site", payouts=options), EVIDENCE)
    return Router(of, EVIDENCE, "BD").from_platform("site", site.current_payouts, "bkash", money(send))


def told(route: Route) -> list[tuple[str, dict[str, str]]]:
    """The caveats, with what each tells."""
    return [(one.code, {key: str(value) for key, value in one.details.items()}) for one in route.caveats]


ENDS = {"method": "dollars", "to": "bkash"}
DISPUTED = (claim(Fee.parse("1%"), "official", FRESH), claim(Fee.parse("2%"), "blog", FRESH))
MOST = Limit(LimitBasis.MONTH, most=(claim(Money.parse("100 USD"), "official", FRESH),))
CAVEATS: dict[str, tuple[dict[str, Any], list[tuple[str, dict[str, str]]]]] = {
    "nothing": ({}, []),
    "no fee known": ({"fee": ()}, [("fee-unknown", ENDS)]),
    "a fee in a third currency": (
        {"fee": (claim(Fee.parse("1 EUR"), "official", FRESH),)}, [("fee-not-reckoned", {**ENDS, "fee": "1 EUR"})],
    ),
    "fees that differ": ({"fee": DISPUTED}, [("fee-disputed", {**ENDS, "others": f"({Fee.parse('2%')!r},)"})]),
    "no margin known": ({"margin": ()}, [("margin-unknown", ENDS)]),
    "for some": ({"available": (claim(Answer.PARTLY, "official", FRESH),)}, [("partly-available", ENDS)]),
    "nobody knows whether": ({"available": ()}, [("availability-unknown", ENDS)]),
    "an old fee": (
        {"fee": (claim(Fee.parse("0"), "official", OLD),)}, [("fee-old", {**ENDS, "as_of": OLD})],
    ),
    "not above the most": ({"limits": (MOST,)}, []),
}  # fmt: skip


@pytest.mark.parametrize(("terms", "expected"), CAVEATS.values(), ids=CAVEATS)
def test_what_makes_a_transfer_uncertain_is_told(
    terms: dict[str, Any], expected: list[tuple[str, dict[str, str]]]
) -> None:
    (route,) = routes(network(between(**terms)))
    assert told(route) == expected
    assert route.charge_unknown is bool({"fee-unknown", "fee-not-reckoned"} & {code for code, _ in expected})


def test_above_the_most_is_told_with_its_claim() -> None:
    (route,) = routes(network(between(limits=(MOST,))), "100.01 USD")
    assert told(route) == [("above-limit-month", {**ENDS, "most": "100 USD"})]
    assert route.caveats[0].claim is MOST.most[0]


def test_within_one_currency_no_margin_is_missed() -> None:
    (route,) = routes(network(between(to="purse", margin=())), to="purse")
    assert told(route) == []
    assert route.exact


def test_without_a_rate_there_is_no_sum_and_just_that_is_told() -> None:
    (route,) = routes(network(between(fee=()), rates=()))
    assert (route.steps, route.receive, told(route)) == ((), None, [("rate-unknown", {})])


def test_of_a_blocked_way_only_the_block_is_told() -> None:
    (route,) = routes(network(between(available=(claim(Answer.NO, "official", FRESH),), fee=()), rates=()))
    assert route.blocked is not None
    assert told(route) == []


BKASH = {"method": "bkash"}
OPTIONS: dict[str, tuple[PayoutOption, list[tuple[str, dict[str, str]]]]] = {
    "all known": (option("bkash", "5 USD", fee=FREE), []),
    "no fee": (option("bkash", "5 USD"), [("site-fee-unknown", BKASH)]),
    "a fee in a third currency": (
        option("bkash", "5 USD", fee=(claim(Fee.parse("1 EUR"), "official", FRESH),)),
        [("site-fee-not-reckoned", {**BKASH, "fee": "1 EUR"})],
    ),
    "no minimum": (option("bkash", fee=FREE), [("site-minimum-unknown", BKASH)]),
    "minimums that differ": (
        option("bkash", fee=FREE, minimum=(*least("5 USD"), *least("4 USD", "blog"))),
        [("site-minimum-disputed", {**BKASH, "minimum": "5 USD"})],
    ),
    "undated": (option("bkash", "5 USD", fee=FREE, offered=yes(as_of=None)), [("site-terms-undated", BKASH)]),
    "old": (
        option("bkash", "5 USD", fee=FREE, offered=yes(as_of=OLD)), [("site-terms-old", {**BKASH, "as_of": OLD})],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("of", "expected"), OPTIONS.values(), ids=OPTIONS)
def test_what_is_not_known_of_a_site_s_own_payout_is_told(
    of: PayoutOption, expected: list[tuple[str, dict[str, str]]]
) -> None:
    (route,) = from_site(network(), of)
    found = [(code, {key: value for key, value in details.items() if key != "others"}) for code, details in told(route)]
    assert found == expected


def test_a_way_tells_which_part_arrives_how_long_it_takes_and_by_which_rate() -> None:
    slow = (claim(Days.parse("1 to 2"), "official", FRESH),)
    paid = option("dollars", "5 USD", fee=(claim(Fee.parse("10%"), "official", FRESH),), days=slow)
    (route,) = from_site(network(between(days=(claim(Days.parse("3 working"), "official", FRESH),))), paid)
    assert (route.platform, route.via, route.to) == ("site", "dollars", "bkash")
    assert (route.receive, route.kept, route.exact) == (money("10800 BDT"), Decimal("0.9"), True)
    assert str(route.days) == "4 to 5 working"
    assert route.rate is not None and route.rate.rate == 120
    assert route.standing is Standing.CLEAR


def test_money_that_is_there_already_is_all_kept() -> None:
    (route,) = routes(network(), to="dollars")
    assert (route.receive, route.kept, route.exact, len(route.hops)) == (money("100 USD"), Decimal(1), True, 0)
    assert (route.available, route.blocked) == (Answer.YES, None)


def test_where_no_way_leads_that_is_told_with_its_ends() -> None:
    (route,) = routes(network())
    assert route.blocked is not None
    assert (route.blocked.code, route.blocked.details) == ("no-transfer", ENDS)


def test_what_a_fee_takes_whole_is_told_with_the_sum() -> None:
    (route,) = routes(network(between(fee=(claim(Fee.parse("5 USD"), "official", FRESH),))), "5 USD")
    assert route.blocked is not None
    assert (route.blocked.code, route.blocked.details) == ("fee-takes-all", {"amount": money("5 USD")})
    assert routes(network(between(fee=(claim(Fee.parse("5 USD"), "official", FRESH),))), "5.01 USD")[0].blocked is None


@pytest.mark.parametrize(
    ("minimum", "send", "blocked"),
    [
        ("10 USD", "9.99 USD", True),
        ("10 USD", "10 USD", False),
        ("1200 BDT", "9.99 USD", True),
        ("1200 BDT", "10 USD", False),
        ("20 USD or 1200 BDT", "10 USD", False),
        ("20 USD or 1200 BDT", "9 USD", True),
        ("1 EUR", "0.01 USD", False),  # no rate: nobody can tell
        ("20 USD or 1 EUR", "19 USD", True),
    ],
)
def test_either_of_alternative_minimums_is_enough_as_far_as_they_can_be_compared(
    minimum: str, send: str, blocked: bool
) -> None:
    (route,) = from_site(network(), option("bkash", minimum, fee=FREE), send=send)
    assert (route.blocked is not None and route.blocked.code == "below-minimum") is blocked
    if route.blocked:
        assert {key: str(value) for key, value in route.blocked.details.items()} == {**BKASH, "minimum": minimum}
        assert route.blocked.claim is not None and str(route.blocked.claim.value) == minimum


@pytest.mark.parametrize("sent", ["0.01", "1", "3.33", "9.99"])
@pytest.mark.parametrize("fee", ["0", "3%", "2 USD", "3% + 1 USD", "10% on top"])
def test_what_is_said_to_be_enough_is_the_least_that_is(sent: str, fee: str) -> None:
    """A second hop that moves no less than 10 dollars, behind a first one that takes its part."""
    limited = between("purse", limits=(Limit(LimitBasis.TRANSFER, least=(claim(money("10 USD"), "official", FRESH),)),))
    of = network(between(to="purse", fee=(claim(Fee.parse(fee), "official", FRESH),)), limited)
    (route,) = routes(of, f"{sent} USD")
    assert route.blocked is not None and route.blocked.code == "below-limit"
    needed = route.blocked.details["needed"]
    assert routes(of, str(needed))[0].blocked is None
    assert routes(of, str(Money(needed.amount - Decimal("0.01"), "USD")))[0].blocked is not None
    assert route.blocked.details["least"] == money("10 USD")


def test_how_much_would_do_is_not_told_where_a_charge_before_it_is_unknown() -> None:
    limited = between("purse", limits=(Limit(LimitBasis.TRANSFER, least=(claim(money("10 USD"), "official", FRESH),)),))
    (route,) = routes(network(between(to="purse", fee=()), limited), "5 USD")
    assert route.blocked is not None
    assert (route.blocked.code, route.blocked.details["needed"]) == ("below-limit-unknown", None)


def some(**fields: Any) -> Route:
    """An open way of which all is known, but for what `fields` say."""
    known: dict[str, Any] = {
        "standing": Standing.CLEAR, "available": Answer.YES, "receive": money("100 BDT"), "days": Days.parse("2"),
    }  # fmt: skip
    return replace(Route("site", "a", "b", money("1 USD")), **{**known, **fields})


# The better one first: each differs in one thing from a way of which all is known, and is better in what comes later.
ORDERED: Sequence[Route] = (
    some(receive=money("101 BDT"), days=None),
    some(days=Days.parse("1")),
    some(days=Days.parse("1 to 3")),
    some(days=Days.parse("from 1")),
    some(receive=money("99 BDT"), days=Days.parse("1")),
    some(receive=None, days=Days.parse("1")),
    some(available=Answer.PARTLY, receive=money("200 BDT")),
    some(available=None, receive=money("200 BDT")),
    some(available=Answer.NO, receive=money("200 BDT")),
    some(standing=Standing.RESTRICTED, receive=money("200 BDT")),
    some(standing=Standing.UNKNOWN, receive=money("200 BDT")),
    some(standing=Standing.FORBIDDEN, receive=money("200 BDT")),
    some(blocked=routes(network())[0].blocked, receive=money("200 BDT")),
)


def test_lawful_and_available_come_before_money_and_money_before_speed() -> None:
    for better, worse in pairwise(ORDERED):
        assert order(better) < order(worse)


@pytest.mark.parametrize(
    ("days", "whole"),
    [
        (["1", "2"], "3"),
        (["1 to 2", "3 working"], "4 to 5 working"),
        (["up to 2", "3"], "up to 5"),
        (["from 2", "3"], "from 5"),
        (["1", None], "None"),
        ([], "0"),
    ],
)
def test_days_are_added_as_far_as_they_are_known(days: list[str | None], whole: str) -> None:
    for several in permutations(Days.parse(one) if one else None for one in days):
        assert str(total_days(several)) == whole


@pytest.mark.parametrize(
    ("currency", "rates", "usual"),
    [
        (None, (), "10 USD"),
        ("USD", (), "10 USD"),
        ("BDT", (rate("120"),), "1000 BDT"),
        ("BDT", (rate("99"),), "1000 BDT"),
        ("EUR", (rate("1.25", "EUR", "USD"),), "8 EUR"),
        ("EUR", (), "10 EUR"),
    ],
)
def test_where_nobody_names_a_sum_ten_dollars_or_a_round_number_near_them_are_sent(
    currency: str | None, rates: Any, usual: str
) -> None:
    found = Router(network(rates=rates), EVIDENCE, "BD").usual(currency)
    assert str(found) == usual


@pytest.mark.parametrize(
    ("minimums", "sent"),
    [
        (("5 USD",), "10 USD"),
        (("10 USD",), "10 USD"),
        (("10.01 USD",), "10.01 USD"),
        (("20 USD", "30 USD"), "20 USD"),
        (("3000 BDT", "30 USD"), "3000 BDT"),
        (("30 USD or 3000 BDT",), "3000 BDT"),
        (("100 INR",), "10 USD"),
        ((), "10 USD"),
    ],
)
def test_a_route_is_reckoned_for_what_can_be_withdrawn(minimums: tuple[str, ...], sent: str) -> None:
    of = facts(platform(payouts=tuple(option(f"m{number}", text) for number, text in enumerate(minimums))))
    assert str(default_amount(of.current_payouts, (rate("120"),), TODAY)) == sent


@pytest.mark.parametrize(
    ("base", "quote", "units"),
    [("USD", "USD", "1"), ("USD", "BDT", "125"), ("BDT", "USD", "0.008"), ("EUR", "USD", "1.25"), ("USD", "EUR", "0.8"),
     ("EUR", "BDT", None)],
)  # fmt: skip
def test_one_s_own_rate_comes_before_the_recorded_one_and_each_works_both_ways(
    base: str, quote: str, units: str | None
) -> None:
    of = network(rates=(rate("120"), rate("1.25", "EUR", "USD")))
    found = Router(of, EVIDENCE, "BD", {"USD": Decimal(125)})
    assert found.units(base, quote) == (Decimal(units) if units else None)
    recorded = found.rate(base, quote)
    assert (recorded.rate if recorded else None) == (Decimal("1.25") if {base, quote} == {"EUR", "USD"} else None)


def test_who_has_one_s_own_way_over_the_same_methods_is_told_by_what_it_is_called() -> None:
    way = Text("by card", "কার্ডে")
    (route,) = routes(network(between(way=way)))
    assert route.way == (way,)


def test_a_method_that_holds_any_currency_keeps_what_comes_in() -> None:
    of = network(between(to="anything"), methods={**METHODS, "anything": method("anything")})
    assert routes(of, to="anything")[0].receive == money("100 USD")
    assert Router(of, EVIDENCE, "BD").currency_of(METHODS["bkash"]) == "BDT"
    assert Router(of, EVIDENCE, "XX").currency_of(METHODS["bkash"]) is None
