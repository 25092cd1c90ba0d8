"""What to check next: which facts are doubtful, and in which order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from microjob_cli.advice.checking_next import HARM, Doubt, RecordKind, ToCheck, to_check
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Platform, Status
from microjob_cli.catalog.record_facts import AGES
from microjob_cli.catalog.transfer import Transfer
from tests.making import EVIDENCE, METHODS, SOURCES, TODAY, claim, least, method, option, platform, site, yes

# A year before the day of the tests, by so many times as the ages allow.
HALF_A_YEAR, TWO_YEARS, TEN_YEARS = "2026-05-23", "2024-11-23", "2016-11-23"


def catalogue(*platforms: Platform, **more: Any) -> Catalogue:
    """These platforms and no doubtful method."""
    parts: dict[str, Any] = {
        "methods": {key: METHODS[key] for key in ("bkash", "nagad", "skrill")},
        "transfers": {},
        **more,
    }
    empty: dict[str, Any] = {"task_types": {}, "countries": {}, "incentives": {}, "rates": ()}
    records = {one.id: one for one in platforms}
    known = {name: value for name, value in empty.items() if name not in parts}
    return Catalogue(records, sources=SOURCES, version="", newest=None, **rest_of(parts), **known, **parts)


DEFAULTED = Catalogue.__struct_fields__[-len(Catalogue.__struct_defaults__) :]


def rest_of(given: dict[str, Any]) -> dict[str, Any]:
    """Empty values for whatever else a catalogue holds."""
    named = {"platforms", "sources", "version", "newest", "task_types", "countries", "incentives", "rates", *given}
    return {name: {} for name in Catalogue.__struct_fields__ if name not in named | set(DEFAULTED)}


def found(*platforms: Platform, **more: Any) -> dict[str, ToCheck]:
    return {f"{one.record}.{one.field.name}": one for one in to_check(catalogue(*platforms, **more), EVIDENCE, "BD")}


def test_what_is_fresh_and_undisputed_is_not_listed() -> None:
    assert found(site()) == {}


@pytest.mark.parametrize(
    ("claims", "doubts", "doubt"),
    [
        (least("5 USD", as_of=TWO_YEARS), (Doubt.STALE,), "2"),
        (least("5 USD", as_of=TEN_YEARS), (Doubt.STALE,), "4"),
        (least("5 USD", as_of=None), (Doubt.UNDATED,), "2"),
        ((*least("5 USD", as_of=HALF_A_YEAR), *least("7 USD", "news", HALF_A_YEAR)), (Doubt.DISPUTED,), "1"),
        ((*least("5 USD", as_of=None), *least("7 USD", "news", None)), (Doubt.UNDATED, Doubt.DISPUTED), "3"),
        ((*least("5 USD", as_of=TEN_YEARS), *least("7 USD", "news", TEN_YEARS)), (Doubt.STALE, Doubt.DISPUTED), "5"),
    ],
)
def test_urgency_is_harm_times_reach_times_doubt(claims: Any, doubts: tuple[Doubt, ...], doubt: str) -> None:
    (one,) = found(site(payouts=(option("bkash", minimum=claims),))).values()
    assert (one.record, one.field.name, one.doubts) == ("site", "payouts.bkash.minimum", doubts)
    assert round(one.urgency, 1) == HARM["payouts.minimum"] * 3 * Decimal(doubt)


def test_a_date_of_which_only_the_year_is_known_counts_from_its_end() -> None:
    one = found(site(payouts=(option("bkash", minimum=least("5 USD", as_of="2024")),)))["site.payouts.bkash.minimum"]
    assert one.urgency == HARM["payouts.minimum"] * 3 * Decimal(692) / 365


def test_sites_that_nobody_is_sent_to_come_later() -> None:
    terms = (option("bkash", minimum=least("5 USD", as_of=None)),)
    ranked = found(
        site("recommended", payouts=terms),
        site("doubted", payouts=(option("skrill", minimum=least("5 USD", as_of=None)),)),
        site("refused", payouts=terms, accepts={"BD": (claim(Answer.NO, "official", "2026-10-01"),)}),
        site("unpaid", payouts=terms, status=(claim(Status.NOT_PAYING_REPORTS, "news", "2026-10-01"),)),
    )
    order = [(one.record, int(one.urgency) // HARM["payouts.minimum"] // 2) for one in ranked.values()]
    assert order == [("recommended", 3), ("doubted", 2), ("refused", 1), ("unpaid", 1)]


def test_of_equal_urgency_the_greater_harm_comes_first() -> None:
    assert list(HARM.values()) == sorted(HARM.values(), reverse=True)
    records = [
        site(
            status=(claim(Status.ACTIVE, "official"),),
            accepts={"BD": yes(as_of=None)},
            payouts=(
                option("bkash", offered=yes(as_of=None), minimum=least("5 USD", as_of=None)),
                option("nagad", minimum=(*least("5 USD"), *least("6 USD", "news"))),
            ),
        )
    ]
    assert [key.removeprefix("site.") for key in found(*records)] == [
        "status", "payouts.bkash.offered", "payouts.bkash.minimum", "accepts.BD", "payouts.nagad.minimum",
    ]  # fmt: skip


def test_history_is_left_out() -> None:
    ended = option("bkash", offered=yes(as_of="2015"), until=(claim(PartialDate(2016), "official"),))
    assert found(site(payouts=(ended, option("nagad")))) == {}
    closed = site(
        status=(claim(Status.CLOSED, "official", "2015"),), payouts=(option("bkash", offered=yes(as_of=None)),)
    )
    assert list(found(closed)) == ["site.status"]


def test_that_an_option_is_not_offered_is_checked_too() -> None:
    refused = option("nagad", "5 USD", offered=(claim(Answer.NO, "official", TEN_YEARS),))
    assert list(found(site(payouts=(option("bkash"), refused)))) == ["site.payouts.nagad.offered"]


def test_what_nobody_says_and_what_harms_nobody_is_left_out() -> None:
    records = platform(
        status=(claim(Status.UNKNOWN, "official"),),
        founded=(claim(PartialDate(2012), "news"), claim(PartialDate(2013), "official")),
    )
    assert found(records) == {}


def test_transfers_in_force_and_methods_count_more_in_ones_own_country() -> None:
    def hop(key: str, country: str, **fields: Any) -> Transfer:
        return Transfer(key, country, "paypal", "bkash", available=yes(as_of=None), **fields)

    hops = (hop("bd", "BD"), hop("in", "IN"), hop("past", "BD", valid_to=PartialDate(2020)))
    wallets = (
        method("here", reaches={"BD": yes(as_of=None), "IN": yes(as_of=None)}),
        method("gone", reaches={"BD": yes(as_of=None)}, closed=(claim(PartialDate(2020), "official"),)),
    )
    listed = found(transfers={one.id: one for one in hops}, methods={one.id: one for one in wallets})
    assert {key: one.urgency for key, one in listed.items()} == {
        "here.reaches.BD": HARM["method.reaches"] * 3 * 2,
        "bd.available": HARM["transfer.available"] * 3 * 2,
        "here.reaches.IN": HARM["method.reaches"] * 2,
        "in.available": HARM["transfer.available"] * 2,
    }
    assert [one.kind for one in listed.values()] == [
        RecordKind.METHOD, RecordKind.TRANSFER, RecordKind.METHOD, RecordKind.TRANSFER,
    ]  # fmt: skip


def test_the_page_to_look_at_is_the_best_kind_that_says_so() -> None:
    claims = (*least("5 USD", "blog", None, confidence="high"), *least("5 USD", "official", None, confidence="low"))
    (one,) = found(site(payouts=(option("bkash", minimum=claims),))).values()
    assert (one.fact.chosen and one.fact.chosen.source, one.source.id) == ("blog", "official")


def test_whatever_can_grow_stale_has_its_harm() -> None:
    assert set(AGES) <= set(HARM)


def test_nothing_of_the_shipped_records_is_listed_without_a_doubt(shipped: Catalogue) -> None:
    listed = to_check(shipped, shipped.evidence(TODAY), "BD")
    assert len(listed) > 50
    assert all(one.doubts and one.fact.known and one.urgency >= 1 for one in listed)
    assert [one.urgency for one in listed] == sorted((one.urgency for one in listed), reverse=True)
    assert len({(one.kind, one.record, one.field.name) for one in listed}) == len(listed)
