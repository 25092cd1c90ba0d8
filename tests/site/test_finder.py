"""The finder's cells hold what `recommend` answers, each list once."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.money import Money
from microjob_cli.programs.calling import called
from microjob_cli.settings import Settings
from microjob_cli.site.finder import DEVICES, Cell, Cells, Found, cells_of, countries
from tests.making import option, settings_for, site
from tests.site.building import shipped_settings, with_sites

SAMPLED = 60


def sites_of(found: Found) -> tuple[str, ...]:
    return tuple(one.facts.id for one in found.ranked)


@pytest.fixture(scope="module")
def settings() -> Settings:
    return shipped_settings()


@pytest.fixture(scope="module")
def cells(settings: Settings) -> Cells:
    return cells_of(settings)


def looked_up(cell: Cell, most: Money | None) -> tuple[str, ...]:
    """What the page does: the last list whose sum is not above the limit."""
    if most is None:
        return sites_of(cell.unlimited)
    reached = [found for least, found in cell.limited if least.amount <= most.amount]
    return sites_of(reached[-1]) if reached else ()


def test_cells_hold_what_recommend_answers(cells: Cells, settings: Settings) -> None:
    drawn, catalogue = random.Random(7), settings.catalogue
    telling = 0
    for _ in range(SAMPLED):
        country = drawn.choice(["BD", drawn.choice(countries(catalogue, "BD"))])
        payout = drawn.choice([None, "bkash", "bank", "payoneer", "paypal", drawn.choice([*catalogue.methods])])
        device = drawn.choice(DEVICES)
        own = Money.parse(f"500 {catalogue.countries[country].currency}")
        least = drawn.choice([own, *(step for step, _ in cells[country][None][0].limited)])
        hair = Money(drawn.choice([least.amount, max(least.amount - least.exponent, least.exponent)]), least.currency)
        most = drawn.choice([None, least, hair])
        given = {"payout": payout, "device": device, "max_minimum": str(most) if most else None, "limit": 999}
        result = called("recommend", given, replace(settings, country=country))
        expected = tuple(one.facts.id for one in result.items)
        assert looked_up(cells[country][payout][DEVICES.index(device)], most) == expected, given
        telling += bool(expected)
    assert telling > SAMPLED / 4


def test_every_country_method_and_device_has_a_cell(cells: Cells, settings: Settings) -> None:
    assert next(iter(cells)) == "BD"
    assert {*cells} == {transfer.country for transfer in settings.catalogue.transfers.values()}
    for by_payout in cells.values():
        assert [*by_payout] == [None, *settings.catalogue.methods]
        assert {len(by_device) for by_device in by_payout.values()} == {len(DEVICES)}


def test_a_limit_counts_from_the_minimum_on(small: Catalogue) -> None:
    minimums = {"cheap": "100 BDT", "dear": "5 USD"}
    sites = {key: site(key, payouts=(option("bkash", least),)) for key, least in minimums.items()}
    cell, _ = cells_of(settings_for(with_sites(small, sites)))["BD"]["bkash"]
    assert sites_of(cell.unlimited) == ("cheap", "dear")
    (first, cheap), (second, both) = cell.limited
    assert (str(first), sites_of(cheap)) == ("100 BDT", ("cheap",))
    assert sites_of(both) == ("cheap", "dear")
    assert second.currency == "BDT" and second.amount % second.exponent == 0
