"""`microjob route` from the outside, on the invented records: what is said beside the ways."""

from __future__ import annotations

import re

import pytest

from microjob_cli.payouts.network import MOST_WAYS
from tests.running import Microjob, Overlay


@pytest.mark.parametrize("site", ["closedjobs", "nopay", "refuses-bd"])
def test_a_site_to_avoid_is_called_so(site: str, on_small: Microjob) -> None:
    answer = on_small("route", site, "--to", "bkash")
    assert f"`microjob show {site}` tells why" in answer.out


def test_a_sound_site_is_not(on_small: Microjob) -> None:
    assert "site-to-avoid" not in on_small("route", "examplegigs", "--to", "bkash", "-f", "json").notes


def test_where_nobody_says_how_it_pays_the_law_is_not_blamed(on_small: Microjob, overlay: Overlay) -> None:
    record = "id: silent\nname: Silent\nwebsite:\naliases: {}\nstatus: []\n"
    folder = overlay({"platforms/silent.yaml": record})
    answer = on_small("--data", str(folder), "route", "silent", "--to", "bkash")
    assert "not known" in answer.out
    assert "lawful" not in answer.out


def test_a_minimum_of_which_one_amount_cannot_be_compared_holds_for_the_other(
    on_small: Microjob, overlay: Overlay
) -> None:
    record = """
id: either
name: Either
website:
aliases: {}
status: []
payouts:
  - method: bkash
    offered: [{value: yes, source: gamma-news, as_of: 2026-05, confidence: high}]
    minimum: [{value: 20 USD or 20 GBP, source: gamma-news, as_of: 2026-05, confidence: high}]
"""
    folder = overlay({"platforms/either.yaml": record})
    (low,) = on_small(
        "--data", str(folder), "route", "either", "--to", "bkash", "--amount", "1 USD", "-f", "json"
    ).items
    (enough,) = on_small(
        "--data", str(folder), "route", "either", "--to", "bkash", "--amount", "20 USD", "-f", "json"
    ).items
    assert low["blocked"]["code"] == "below-minimum"
    assert enough["blocked"] is None


@pytest.mark.parametrize(
    ("words", "least"),
    [
        (("route", "payoneer", "--to", "bkash", "--amount", "0.001 USD"), "0.01 USD"),
        (("route", "payoneer", "--to", "bkash", "--amount", "5.005 USD"), "0.01 USD"),
        (("recommend", "--amount", "0.005 USD"), "0.01 USD"),
        (("recommend", "--max-minimum", "$0.005"), "0.01 USD"),
        (("list", "--max-minimum", "0.5 JPY"), "1 JPY"),
        (("payouts", "--amount", "0.005 BDT"), "0.01 tk"),
        (("payouts", "bkash", "--amount", "0.009 BDT"), "0.01 tk"),
        (("payouts", "usdt", "--amount", "0.0000001 USDT"), "0.000001 USDT"),
        (("estimate", "--target", "0.001 BDT"), "0.01 tk"),
    ],
)
def test_a_sum_finer_than_money_is_refused_in_one_line(words: tuple[str, ...], least: str, microjob: Microjob) -> None:
    answer = microjob(*words)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1 and least in answer.err


@pytest.mark.parametrize(
    ("start", "amount"), [("payoneer", "0.01 USD"), ("bkash", "0.01 BDT"), ("usdt", "0.000001 USDT")]
)
def test_the_smallest_sum_there_is_gets_an_answer(start: str, amount: str, microjob: Microjob) -> None:
    for route in microjob("route", start, "--to", "bank", "--amount", amount, "-f", "json").items:
        assert route["receive"] is None or float(route["receive"]["amount"]) >= 0


def test_in_questions_a_part_of_a_cent_counts_as_one(microjob: Microjob) -> None:
    (item,) = microjob("ask", "amar payoneer e 0.005 dollar ache bkash e kivabe nibo", "-f", "json").items
    assert item["command"][-1] == "0.01 USD"
    assert item["answer"] is not None


@pytest.mark.parametrize(
    ("rates", "sent", "rate"),
    [
        ((), "10 EUR", 142.345),  # as recorded
        (("123",), "10 EUR", 142.345),
        (("123",), "10 USD", 123),
        (("EUR=142",), "10 EUR", 142),
        (("eur = 142", "123"), "10 EUR", 142),
        (("EUR=142", "123"), "10 USD", 123),
        (("EUR=142",), "10 USD", 122.81),
        (("GBP=160.5",), "10 GBP", 160.5),
        (("123",), "10 GBP", None),
        (("123", "124"), "10 USD", 124),
    ],
)
def test_a_rate_of_ones_own_is_of_its_own_currency(
    rates: tuple[str, ...], sent: str, rate: float | None, microjob: Microjob
) -> None:
    given = [word for text in rates for word in ("--rate", text)]
    first = microjob("route", "hotovaga", "--to", "bkash", "--amount", sent, *given, "-f", "json").items[0]
    if rate is None:
        assert first["receive"] is None and first["kept_share"] is None
        assert [caveat["code"] for caveat in first["caveats"]] == ["rate-unknown"]
    else:
        assert float(first["receive"]["amount"]) == pytest.approx(10 * rate - 5)  # the site takes 5 taka


def test_recommend_reckons_euros_by_no_dollar_rate(microjob: Microjob) -> None:
    answer = microjob("recommend", "--payout", "bkash", "--amount", "10EUR", "--rate", "123", "-f", "json")
    brought = {item["platform"]: item["route"]["receive"] for item in answer.items}
    assert brought["hotovaga"] == {"amount": "1418.45", "currency": "BDT"}
    assert answer.json["query"]["rates"] == {"USD": 123}
    assert {"own-rate", "rate-used"} <= set(answer.notes)
    told = microjob("recommend", "--payout", "bkash", "--amount", "10GBP", "--rate", "123", "--explain").out
    assert "what arrives of 10 GBP: no exchange rate known" in told
    assert " brings " not in told


@pytest.mark.parametrize("rate", ["0", "-3", "nan", "EURO=2", "EUR=", "=5", "EUR=0", "EUR", "USD=122=3"])
def test_what_is_no_rate_is_refused(rate: str, microjob: Microjob) -> None:
    answer = microjob("route", "payoneer", "--to", "bkash", f"--rate={rate}")
    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert "--rate EUR=142" in answer.err


@pytest.mark.parametrize("site", ["microworkers", "claru", "paidwork", "turing"])
def test_with_an_unknown_charge_on_the_way_there_is_no_sum(site: str, microjob: Microjob) -> None:
    unknown = [
        route
        for route in microjob("route", site, "--to", "bkash", "-f", "json").items
        if {caveat["code"] for caveat in route["caveats"]} & {"site-fee-unknown", "fee-unknown"}
    ]
    assert unknown
    for route in unknown:
        assert (route["receive"], route["receive_bound"], route["kept_share"]) == (None, None, None)
        assert route["steps"][-1]["receive"] is None
    told = microjob("route", site, "--to", "bkash").out
    assert "What arrives of" in told and "is not known: a charge on the way is not known." in told


def test_recommend_tells_that_a_charge_is_not_known(microjob: Microjob) -> None:
    items = microjob("recommend", "--payout", "bkash", "--limit", "50", "-f", "json").items
    (item,) = (one for one in items if one["platform"] == "microworkers")
    codes = {reason["code"] for reason in item["reasons"]}
    assert "charge-unknown" in codes
    assert not codes & {"brings", "brings-at-most"}
    told = microjob("recommend", "--payout", "bkash", "--limit", "50", "--explain").out
    assert "what arrives of 10 USD: charge not known" in told


def test_payouts_tells_that_a_charge_is_not_known(microjob: Microjob) -> None:
    told = microjob("payouts", "airtm").out
    assert re.search(r"^\S.*  \?  ", told, re.MULTILINE)
    assert "12,2" not in told


WALLETS = 20


def wallets() -> dict[str, str]:
    """So many wallets, and a transfer between each two of them."""
    names = [f"w{number}" for number in range(WALLETS)]
    between = [(start, to) for start in names for to in names if start != to]
    return {
        **{
            f"payout_methods/{name}.yaml": f"id: {name}\nname: {{en: {name}, bn: {name}}}\nkind: mobile-wallet\n"
            "country: BD\ncurrency: BDT\n"
            for name in names
        },
        "transfers/bd.yaml": "".join(
            f"- id: {start}-{to}\n  country: BD\n  start: {start}\n  to: {to}\n" for start, to in between
        ),
    }


def test_among_many_wallets_only_so_many_ways_are_looked_at_and_the_answer_says_so(
    on_small: Microjob, overlay: Overlay
) -> None:
    folder = str(overlay(wallets()))
    answer = on_small("--data", folder, "route", "w0", "--to", "w1", "-f", "json")
    assert len(answer.items) == MOST_WAYS
    assert [step["to"] for step in answer.items[0]["steps"]] == ["w1"]
    assert "ways-left-out" in answer.notes
    (method,) = on_small("--data", folder, "payouts", "w0", "-f", "json").items
    assert {f"w{number}" for number in range(1, WALLETS)} <= {route["to"] for route in method["routes"]}


def test_where_all_ways_are_looked_at_nothing_is_said(microjob: Microjob) -> None:
    assert "ways-left-out" not in microjob("payouts", "-f", "json").notes
