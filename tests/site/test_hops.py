"""What the route calculator is given: no forbidden way, charges as exact fractions, why other ways are not open."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from microjob_cli.catalog.payout import Answer, Standing
from microjob_cli.payouts.route import STANDINGS
from microjob_cli.render.pages import formatter_of_page
from microjob_cli.site.calculator import calculator_data
from microjob_cli.site.hops import Hops
from microjob_cli.site.scripts import Writer
from tests.site.building import shipped_settings


@pytest.fixture(scope="module")
def hops() -> Hops:
    return Hops(shipped_settings())


@pytest.fixture(scope="module")
def data(hops: Hops) -> dict[str, Any]:
    return calculator_data(hops, Writer(formatter_of_page(shipped_settings()), lambda _: None))


def test_no_way_that_is_forbidden_or_does_not_work_is_offered(hops: Hops) -> None:
    ways = [way for found in hops.ways.values() for way in found]
    assert len(ways) > 100
    for way in ways:
        assert way.standing is not Standing.FORBIDDEN
        assert way.available is not Answer.NO
        assert all(hops.router.blocks[method] is None for hop in way.hops for method in (hop.start, hop.to))


def test_each_method_leads_to_each_target_or_it_is_told_why_not(hops: Hops, data: dict[str, Any]) -> None:
    for start in hops.methods:
        for to in hops.targets:
            assert data["open"].get(start, {}).get(to) or data["shut"].get(start, {}).get(to), (start, to)
    assert {"bkash", "bank", "cash"} <= set(hops.targets)


def test_numbers_are_exact(hops: Hops, data: dict[str, Any]) -> None:
    for hop, written in zip(hops.transfers, data["transfers"], strict=True):
        fee = hop.fee.value
        assert (written["fee"] is None) == (fee is None)
        if fee and fee.percent:
            assert Fraction(written["fee"]["share"]) * 100 == Fraction(fee.percent.low or 0)
        if fee and fee.fixed:
            assert Fraction(written["fee"]["fixed"][0]) == Fraction(fee.fixed.amount)
    for pair, rate in data["rates"].items():
        base, quote = pair.split("/")
        assert Fraction(data["rates"][f"{quote}/{base}"]["rate"]) * Fraction(rate["rate"]) == 1


def test_all_that_is_pointed_at_is_there(data: dict[str, Any]) -> None:
    assert len(data["law"]) == len(data["standings"]) == len(STANDINGS)
    assert {place for found in data["shut"].values() for held in found.values() for place in held} == {
        *range(len(data["reasons"]))
    }
    taken = [way["took"] for found in data["open"].values() for held in found.values() for way in held]
    assert max(taken) + 1 == len(data["took"][0])
    assert max(one["took"] for site in data["sites"].values() for one in site["options"]) + 1 == len(data["took"])
    assert data["units"]["টাকা"] == data["units"]["tk"] == "BDT"
