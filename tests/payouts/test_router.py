"""Properties of routes: on any network of transfers, and on the shipped one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.measures import Charged, Fee, Percent, Range
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutMethod, Standing
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.catalog.transfer import Limit, LimitBasis, Transfer
from microjob_cli.payouts.charges import Terms, carry
from microjob_cli.payouts.route import Route, order
from microjob_cli.payouts.router import Router
from tests.making import TODAY, catalogue, claim, facts, option, rate, site

T = TypeVar("T")
half = settings(max_examples=50)  # whole networks take their time
RATE = Decimal("120")
NODES = ("wallet", "dollars", "bank", "purse", "hand")
CURRENCIES = {"wallet": "BDT", "dollars": "USD", "bank": "BDT", "purse": "USD", "hand": "BDT"}


def method(key: str) -> PayoutMethod:
    return PayoutMethod(key, Text(key, key), MethodKind.E_WALLET, CURRENCIES[key])


def said(value: T) -> tuple[Claim[T], ...]:
    return (claim(value, "official", "2026", "high"),)


# Currencies with 0, 2, 3, 6 and 8 places, with a recorded rate and without one.
SENT = ("USD", "BDT", "EUR", "JPY", "KWD", "USDT", "BTC")
sums = st.builds(
    lambda units, currency: Money(units * Money(Decimal(1), currency).exponent, currency),
    st.one_of(st.integers(1, 3), st.integers(1, 10**11)),
    st.sampled_from(SENT),
)
own_rates = st.dictionaries(st.sampled_from(SENT), st.sampled_from(["1E-9", "0.0001", "123.5", "1E+9"]).map(Decimal))
amounts = st.decimals("0.01", "100000", places=2).map(lambda amount: Money(amount, "USD"))
shares = st.decimals("0", "20", places=2)
charges = st.sampled_from(list(Charged))


@st.composite
def fees(draw: st.DrawFn) -> Fee:
    share, fixed = draw(shares), draw(st.decimals("0", "5", places=2))
    return Fee(Range(share, share), Money(fixed, draw(st.sampled_from(["USD", "BDT"]))), draw(charges))


def _as_range(fee: Fee) -> Fee:
    """From half of its share to the whole."""
    assert fee.percent is not None and fee.percent.high is not None
    return replace(fee, percent=Range(fee.percent.high / 2, fee.percent.high))


@st.composite
def limits(draw: st.DrawFn) -> tuple[Limit, ...]:
    """A least and a most, or none; in a currency that moves there or in another."""
    ends = [draw(st.none() | sums) for _ in range(2)]
    least, most = (() if end is None else said(end) for end in ends)
    return (Limit(LimitBasis.TRANSFER, least, most),) if least or most else ()


@st.composite
def networks(draw: st.DrawFn) -> Catalogue:
    """Up to a dozen transfers between five methods, with any fee, standing and availability."""
    transfers = {}
    for number in range(draw(st.integers(1, 12))):
        start, to = draw(st.permutations(NODES))[:2]
        fee = draw(st.none() | fees() | fees().map(_as_range))
        standing = draw(st.none() | st.sampled_from(list(Standing)))
        available = draw(st.none() | st.sampled_from(list(Answer)))
        transfers[f"t{number}"] = Transfer(
            f"t{number}",
            "BD",
            start,
            to,
            available=said(available) if available else (),
            standing=said(standing) if standing else (),
            fee=said(fee) if fee else (),
            margin=said(Percent(draw(shares))),
            limits=draw(limits()),
        )
    return catalogue(methods={key: method(key) for key in NODES}, transfers=transfers, rates=(rate(str(RATE)),))


def router(of: Catalogue, today: date = TODAY) -> Router:
    return Router(of, of.evidence(today), "BD")


def found(of: Catalogue, send: Money) -> list[Route]:
    return router(of).from_method("dollars", "hand", send)


@half
@given(networks(), amounts)
def test_what_arrives_never_exceeds_what_was_sent(of: Catalogue, send: Money) -> None:
    for route in found(of, send):
        if route.receive is not None:
            # Each of at most four hops may round up by half a unit of the smaller currency's worth.
            assert route.receive.amount <= send.amount * RATE + 4 * RATE * Decimal("0.01")


@half
@given(networks(), amounts)
def test_the_order_is_lawful_then_available_then_money(of: Catalogue, send: Money) -> None:
    routes = found(of, send)
    for better, worse in pairwise(routes):
        if better.blocked or worse.blocked:
            assert worse.blocked
            continue
        assert list(Standing).index(better.standing) <= list(Standing).index(worse.standing)
        equally = better.standing == worse.standing and better.available == worse.available
        if equally and better.least and worse.least:
            assert better.least.amount >= worse.least.amount


@half
@given(networks(), amounts)
def test_what_surely_arrives_is_never_more_than_what_arrives(of: Catalogue, send: Money) -> None:
    for route in found(of, send):
        assert (route.least is None) == (route.receive is None)
        if route.least and route.receive:
            assert route.least.amount <= route.receive.amount
            assert not route.exact or (route.certain and route.least == route.receive)
            assert route.least == route.receive or not route.exact


def in_two_ways(*fees: str) -> list[Route]:
    """From dollars to the hand at either of these charges."""
    transfers = {
        fee: Transfer(
            fee,
            "BD",
            "dollars",
            "hand",
            available=said(Answer.YES),
            standing=said(Standing.CLEAR),
            fee=said(Fee.parse(fee)),
            margin=said(Percent(Decimal(0))),
        )
        for fee in fees
    }
    made = catalogue(methods={key: method(key) for key in NODES}, transfers=transfers, rates=(rate(str(RATE)),))
    return found(made, Money(Decimal(100), "USD"))


@pytest.mark.parametrize(
    ("fees", "first"),
    [
        (("1% to 4%", "3%"), "3%"),
        (("1% to 4%", "4%"), "1% to 4%"),
        (("1% to 2%", "3%"), "1% to 2%"),
        (("0% to 9% on top", "5% + 1 USD"), "5% + 1 USD"),
    ],
)
def test_a_charge_given_as_a_range_counts_at_its_highest(fees: tuple[str, str], first: str) -> None:
    for given_as in (fees, fees[::-1]):
        best = in_two_ways(*given_as)[0]
        assert best.hops[0].transfer and str(best.hops[0].transfer.fee.value) == str(Fee.parse(first))


def test_what_a_range_leaves_lies_between_its_ends() -> None:
    (route,) = in_two_ways("1% to 4%")
    (dear,), (cheap,) = in_two_ways("4%"), in_two_ways("1%")
    assert (route.least, route.receive) == (dear.receive, cheap.receive)
    assert not route.exact and route.certain
    assert route.kept_at_least == dear.kept


@half
@given(networks(), amounts)
def test_what_is_forbidden_or_unavailable_is_explained_and_not_ranked(of: Catalogue, send: Money) -> None:
    for route in found(of, send):
        hops = [hop.transfer for hop in route.hops if hop.transfer]
        bad = any(hop.standing.value is Standing.FORBIDDEN or hop.available.value is Answer.NO for hop in hops)
        assert not bad or (route.blocked is not None and route.receive is None)


def test_the_best_way_is_the_first_of_all_whoever_was_asked_about_before(shipped: Catalogue) -> None:
    """Sites with the same terms share what was reckoned; each route is still its own site's."""
    shared, send = router(shipped), Money(Decimal(40), "USD")
    for one in shipped.platforms.values():
        options = PlatformFacts(one, shared.evidence).current_payouts
        for targets in (shared.home(), ("bkash",)):
            every = [route for to in targets for route in shared.from_platform(one.id, options, to, send)]
            expected = min((route for route in every if route.blocked is None), key=order, default=None)
            assert shared.best_way(one.id, options, targets, send) == expected


@half
@given(networks(), sums, st.sets(st.sampled_from(NODES), min_size=1, max_size=3), st.sampled_from(NODES[:2]))
def test_on_any_network_the_best_way_is_the_first_of_all(
    of: Catalogue, send: Money, targets: set[str], start: str
) -> None:
    asked = router(of)
    options = facts(site(payouts=(option(start, "0.02 BDT", fee=said(Fee.parse("1%"))),))).payouts
    every = [route for to in sorted(targets) for route in asked.from_platform("site", options, to, send)]
    expected = min((route for route in every if route.blocked is None), key=order, default=None)
    assert asked.best_way("site", options, sorted(targets), send) == expected


def is_at_minor_unit(money: Money | None) -> bool:
    return money is None or (money.amount >= 0 and money.rounded() == money)


@half
@given(networks(), sums, own_rates)
def test_every_sum_ends_at_the_minor_unit(of: Catalogue, send: Money, own: dict[str, Decimal]) -> None:
    for route in Router(of, of.evidence(TODAY), "BD", own).from_method("dollars", "hand", send):
        assert is_at_minor_unit(route.receive)
        for step in route.steps:
            assert all(is_at_minor_unit(money) for money in (step.sent, step.received, step.fee))
        if route.blocked is not None:
            assert is_at_minor_unit(route.blocked.details.get("needed"))


@half
@given(networks(), st.decimals("0.00000001", "0.02", places=8))
def test_so_little_that_nobody_can_pay_it_ends_too(of: Catalogue, amount: Decimal) -> None:
    for currency in SENT:
        for route in found(of, Money(amount, currency)):
            assert route.receive is None or route.receive.amount >= 0


@half
@given(networks(), amounts)
def test_a_known_charge_never_loses_to_an_unknown_one(of: Catalogue, send: Money) -> None:
    for better, worse in pairwise(found(of, send)):
        alike = better.blocked is None and (better.standing, better.available) == (worse.standing, worse.available)
        assert not (alike and better.charge_unknown and worse.receive is not None)


@half
@given(networks(), amounts)
def test_an_unknown_charge_leaves_no_sum(of: Catalogue, send: Money) -> None:
    for route in found(of, send):
        if any(hop.transfer and not hop.transfer.fee.known for hop in route.hops):
            assert route.receive is None and route.kept is None and not route.credits and not route.exact


@given(amounts, fees(), st.decimals("0.01", "5", places=2))
def test_more_fee_never_brings_more(amount: Money, fee: Fee, more: Decimal) -> None:
    assert fee.percent is not None and fee.percent.low is not None and fee.fixed is not None
    dearer = Fee(Range(fee.percent.low + more, fee.percent.low + more), fee.fixed, fee.charged)
    dearest = replace(fee, fixed=Money(fee.fixed.amount + more, fee.fixed.currency))
    known = Percent(Decimal(0))
    plain = carry(amount, Terms(fee, known), "BDT", RATE)
    assert plain is not None
    for other in (dearer, dearest):
        less = carry(amount, Terms(other, known), "BDT", RATE)
        assert less is not None and less.received.amount <= plain.received.amount


@given(amounts, fees())
def test_a_fee_is_what_is_missing(amount: Money, fee: Fee) -> None:
    carried = carry(amount, Terms(fee), amount.currency, None)
    assert carried is not None
    if carried.fee is not None:
        assert carried.received.amount + carried.fee.amount == amount.amount


def test_too_small_an_amount_says_how_much_would_do(shipped: Catalogue) -> None:
    routes = router(shipped).from_method("payoneer", "bkash", Money(Decimal(5), "USD"))
    direct = next(route for route in routes if len(route.hops) == 1)
    assert direct.blocked is not None and direct.blocked.code == "below-limit"
    needed = direct.blocked.details["needed"]
    enough = router(shipped).from_method("payoneer", "bkash", needed)
    assert next(route for route in enough if len(route.hops) == 1).blocked is None
    less = Money(needed.amount - Decimal("0.01"), "USD")
    short = router(shipped).from_method("payoneer", "bkash", less)
    assert next(route for route in short if len(route.hops) == 1).blocked is not None


def test_every_shown_number_of_a_route_has_a_source(shipped: Catalogue) -> None:
    for start in shipped.methods:
        for route in router(shipped).from_method(start, "bkash", Money(Decimal(100), "USD")):
            for hop, step in zip(route.hops, route.steps, strict=False):
                assert step.fee is None or hop.fee.chosen is not None
                assert step.rate is None or route.rate is not None
