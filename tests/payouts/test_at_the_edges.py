"""Arithmetic and rules exactly where they turn: the least, the most, the last day, the first too old."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.measures import Fee, Percent
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import suggest_spelling
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Device
from microjob_cli.catalog.text import Text
from microjob_cli.catalog.transfer import Incentive, IncentiveKind, Limit, LimitBasis, Transfer
from microjob_cli.payouts.charges import Terms, carry
from microjob_cli.scams.offers import offer_of
from tests.making import EVIDENCE, FRESH, catalogue, claim, day, facts, platform, rate
from tests.payouts.test_router import method, router, said

CARRIED: dict[str, tuple[str, str, dict[str, str], str, str]] = {
    # amount, fee, its least and most: what arrives, what was taken
    "below the least": ("100 USD", "1%", {"least_fee": "2 USD"}, "98.00 USD", "2.00 USD"),
    "at the least": ("200 USD", "1%", {"least_fee": "2 USD"}, "198.00 USD", "2.00 USD"),
    "above the least": ("300 USD", "1%", {"least_fee": "2 USD"}, "297.00 USD", "3.00 USD"),
    "below the most": ("400 USD", "1%", {"most_fee": "5 USD"}, "396.00 USD", "4.00 USD"),
    "at the most": ("500 USD", "1%", {"most_fee": "5 USD"}, "495.00 USD", "5.00 USD"),
    "above the most": ("1000 USD", "1%", {"most_fee": "5 USD"}, "995.00 USD", "5.00 USD"),
    "the most in another currency": ("1000 USD", "1%", {"most_fee": "5 BDT"}, "990.00 USD", "10.00 USD"),
    "the least in another currency": ("100 USD", "1%", {"least_fee": "2 BDT"}, "99.00 USD", "1.00 USD"),
    "all that there is": ("1 USD", "0", {"least_fee": "2 USD"}, "0.00 USD", "1.00 USD"),
    "a share and a sum": ("100 USD", "2% + 0.50 USD", {}, "97.50 USD", "2.50 USD"),
    "a share and a sum, most": ("100 USD", "2% + 0.50 USD", {"most_fee": "2.25 USD"}, "97.75 USD", "2.25 USD"),
    "on top, a share": ("102 USD", "2% on top", {}, "100.00 USD", "2.00 USD"),
    "on top, a sum": ("102 USD", "2 USD on top", {}, "100.00 USD", "2.00 USD"),
    "on top, both": ("104 USD", "2% + 2 USD on top", {}, "100.00 USD", "4.00 USD"),
    "on top, most": ("1020 USD", "2% on top", {"most_fee": "5 USD"}, "1015.00 USD", "5.00 USD"),
    "on top, least": ("102 USD", "2% on top", {"least_fee": "5 USD"}, "97.00 USD", "5.00 USD"),
    "on top, more than there is": ("1 USD", "2 USD on top", {}, "0.00 USD", "1.00 USD"),
    "on top, exactly what there is": ("2 USD", "2 USD on top", {}, "0.00 USD", "2.00 USD"),
    "the sender's": ("100 USD", "2% + 2 USD by sender", {}, "100.00 USD", "0.00 USD"),
    "half a cent": ("0.50 USD", "1%", {}, "0.49 USD", "0.01 USD"),
    "less than half a cent": ("0.49 USD", "1%", {}, "0.49 USD", "0.00 USD"),
}


def money(text: str) -> Money:
    return Money.parse(text)


@pytest.mark.parametrize(("amount", "fee", "limits", "arrives", "taken"), CARRIED.values(), ids=CARRIED)
def test_a_charge_is_reckoned_to_the_cent(
    amount: str, fee: str, limits: dict[str, str], arrives: str, taken: str
) -> None:
    terms = Terms(Fee.parse(fee), **{name: money(text) for name, text in limits.items()})  # type: ignore[arg-type]
    carried = carry(money(amount), terms, "USD", None)
    assert carried is not None
    assert (carried.received, carried.fee, carried.exact) == (money(arrives), money(taken), True)


CONVERTED: dict[str, tuple[str, str | None, str, bool]] = {
    # fee, margin, what arrives of 100 USD at 120
    "no charge": ("0", "0%", "12000 BDT", True),
    "a share before": ("1%", "0%", "11880 BDT", True),
    "a sum after": ("20 BDT", "0%", "11980 BDT", True),
    "a margin": ("0", "1%", "11880 BDT", True),
    "a margin and a charge": ("1%", "1%", "11761.20 BDT", True),
    "a margin that nobody tells": ("1%", None, "11880 BDT", False),
    "a share from to": ("1% to 2%", "0%", "11880 BDT", False),
}


@pytest.mark.parametrize(("fee", "margin", "arrives", "exact"), CONVERTED.values(), ids=CONVERTED)
def test_what_is_converted(fee: str, margin: str | None, arrives: str, exact: bool) -> None:
    terms = Terms(Fee.parse(fee), Percent.parse(margin) if margin else None)
    carried = carry(money("100 USD"), terms, "BDT", Decimal(120))
    assert carried is not None
    assert (carried.received, carried.exact) == (money(arrives), exact)


def test_a_rate_is_not_applied_where_nothing_is_converted() -> None:
    carried = carry(money("100 USD"), Terms(Fee.parse("0"), Percent.parse("1%")), "USD", Decimal(120))
    assert carried is not None
    assert (carried.received, carried.rate) == (money("100 USD"), None)
    assert carry(money("100 USD"), Terms(None), "BDT", None) is None


def with_transfer(**terms: Any) -> Catalogue:
    """Between dollars and a purse in dollars there is one transfer, on these terms, without a charge."""
    transfer = Transfer("t", "BD", "dollars", "purse", available=said(Answer.YES), fee=said(Fee.parse("0")), **terms)
    return catalogue(methods={key: method(key) for key in ("dollars", "purse")}, transfers={"t": transfer})


@pytest.mark.parametrize(("sent", "code"), [("9.99", "below-limit"), ("10", None), ("10.01", None)])
def test_the_least_itself_is_moved(sent: str, code: str | None) -> None:
    limited = with_transfer(limits=(Limit(LimitBasis.TRANSFER, least=said(money("10 USD"))),))
    (route,) = router(limited).from_method("dollars", "purse", money(f"{sent} USD"))
    assert (route.blocked.code if route.blocked else None) == code
    if route.blocked:
        assert route.blocked.details["needed"] == money("10 USD")


def test_a_first_step_into_a_closed_method_is_blocked() -> None:
    known = with_transfer()
    closed = replace(known.methods["purse"], closed=(claim(day("2020-01-01"), "official"),))
    over = replace(known, methods={**known.methods, "purse": closed})
    (route,) = router(over).from_method("dollars", "purse", money("10 USD"))
    assert route.blocked is not None and route.blocked.code == "method-closed"


@pytest.mark.parametrize(
    ("terms", "today", "there"),
    [
        ({"valid_to": "2026-11-23"}, "2026-11-23", True),
        ({"valid_to": "2026-11-23"}, "2026-11-24", False),
        ({"valid_to": "2026-11"}, "2026-11-30", True),
        ({"valid_to": "2026-11"}, "2026-12-01", False),
        ({"valid_to": "2026"}, "2026-12-31", True),
        ({"valid_to": "2026"}, "2027-01-01", False),
        ({"valid_from": "2026-11-23"}, "2026-11-22", False),
        ({"valid_from": "2026-11-23"}, "2026-11-23", True),
        ({"valid_from": "2026-11"}, "2026-11-01", True),
        ({"valid_from": "2026-11"}, "2026-10-31", False),
    ],
)
def test_terms_hold_from_their_first_day_to_their_last(terms: dict[str, str], today: str, there: bool) -> None:
    days: dict[str, Any] = {name: day(text) for name, text in terms.items()}
    on = date.fromisoformat(today)
    (route,) = router(with_transfer(**days), on).from_method("dollars", "purse", money("10 USD"))
    assert (route.blocked is None) is there
    text = Text("A credit", "ক্রেডিট")
    assert Incentive("i", "BD", text, text, (IncentiveKind.EXPORT,), (), **days).in_force(on) is there


@pytest.mark.parametrize(
    ("older", "newer"),
    [("2021", "2021-08"), ("2021", "2021-01-02"), ("2021-08", "2021-08-02"), ("2020-12-31", "2021"), (None, "2000")],
)
def test_of_dates_known_in_part_the_first_day_counts(older: str | None, newer: str) -> None:
    one, other = claim("older", as_of=older), claim("newer", as_of=newer)
    for claims in ((one, other), (other, one)):
        assert EVIDENCE.fact(claims).chosen is other


def test_an_equal_first_day_leaves_it_to_the_kind_of_source() -> None:
    year, first = claim("year", "forum", "2021"), claim("first", "official", "2021-01-01")
    assert EVIDENCE.fact((year, first)).chosen is first


@pytest.mark.parametrize(
    ("field", "age"),
    [("status", 365), ("accepts", 730), ("devices", 1095), ("identity_checks", 730), ("review_days", 730),
     ("task_pay", 730)],
)  # fmt: skip
def test_a_fact_of_a_site_is_old_one_day_after_its_age(field: str, age: int) -> None:
    statement: tuple[Claim[Any], ...] = (claim(frozenset({Device.MOBILE}), "official", FRESH),)
    said_of: dict[str, Any] = {field: {"BD": statement} if field == "accepts" else statement}
    site = platform(**said_of)
    for late, old in ((0, False), (1, True)):
        found = getattr(facts(site, date.fromisoformat(FRESH) + timedelta(days=age + late)), field)
        assert (found["BD"] if field == "accepts" else found).stale is old


def test_what_reaches_a_country_is_old_after_two_years() -> None:
    from microjob_cli.payouts.method_facts import method_facts

    known = with_transfer()
    wallet = replace(known.methods["purse"], reaches={"BD": (claim(Answer.YES, "official", FRESH),)})
    for late, old in ((0, False), (1, True)):
        on = date.fromisoformat(FRESH) + timedelta(days=730 + late)
        assert method_facts(wallet, router(known, on), ()).reaches.stale is old


@pytest.mark.parametrize(("words", "described"), [(2, False), (3, False), (4, True)])
def test_four_words_describe_an_offer(words: int, described: bool, small: Catalogue) -> None:
    text = " ".join(["good", "work", "at", "home"][:words])
    assert offer_of(text, small, suggest_spelling).described is described
    assert offer_of(f"https://site.example/x {text}", small, suggest_spelling).described is described


@pytest.mark.parametrize(("words", "brief"), [(8, True), (9, False)])
def test_in_eight_words_a_name_may_be_mistyped(words: int, brief: bool, small: Catalogue) -> None:
    assert offer_of(" ".join(["word"] * words), small, suggest_spelling).brief is brief


@pytest.mark.parametrize(("to", "added"), [(None, ["24 BDT"]), ("wallet", ["24 BDT"]), ("bank", [])])
def test_an_incentive_for_one_way_into_the_country_comes_only_by_that_way(to: str | None, added: list[str]) -> None:
    text = Text("A credit", "ক্রেডিট")
    credit = Incentive("i", "BD", text, text, (IncentiveKind.EXPORT,), said(Percent.parse("2%")), to)
    crossing = Transfer("t", "BD", "dollars", "wallet", fee=said(Fee.parse("0")), margin=said(Percent.parse("0%")))
    known = catalogue(
        methods={key: method(key) for key in ("dollars", "wallet")},
        transfers={"t": crossing},
        incentives={"i": credit},
        rates=(rate("120"),),
    )
    (route,) = router(known).from_method("dollars", "wallet", money("10 USD"))
    assert [str(one.amount) for one in route.credits] == added
    elsewhere = replace(known, incentives={"i": replace(credit, country="IN")})
    assert router(elsewhere).from_method("dollars", "wallet", money("10 USD"))[0].credits == ()
    sent_home = replace(known, incentives={"i": replace(credit, kinds=(IncentiveKind.REMITTANCE,))})
    assert router(sent_home).from_method("dollars", "wallet", money("10 USD"))[0].credits == ()


@pytest.mark.parametrize(("unknown", "added"), [((), ["24 BDT"]), (("u",), ["24 BDT"]), (("t",), [])])
def test_an_incentive_is_reckoned_where_all_charges_up_to_the_border_are_known(
    unknown: tuple[str, ...], added: list[str]
) -> None:
    text = Text("A credit", "ক্রেডিট")
    ends = {"t": ("dollars", "bank"), "u": ("bank", "wallet")}
    fees = {key: () if key in unknown else said(Fee.parse("0")) for key in ends}
    known = catalogue(
        methods={key: method(key) for key in ("dollars", "bank", "wallet")},
        transfers={key: Transfer(key, "BD", *pair, fee=fees[key]) for key, pair in ends.items()},
        incentives={"i": Incentive("i", "BD", text, text, (IncentiveKind.EXPORT,), said(Percent.parse("2%")))},
        rates=(rate("120"),),
    )
    (route,) = router(known).from_method("dollars", "wallet", money("10 USD"))
    assert [str(one.amount) for one in route.credits] == added
    assert (route.receive is None) is bool(unknown)
