"""The meter: what counts as a place, and what as known, dated, official, fresh and disputed."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import fields

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Platform, Status, TaskOffer
from microjob_cli.catalog.quality import MEASURED, OPTION_FIELDS, By, Row, Tally, quality
from tests.making import EVIDENCE, TODAY, claim, least, option, platform, site, yes


def by_field(*platforms: Platform) -> dict[str | None, Tally]:
    return {row.name: row.tally for row in quality(platforms, EVIDENCE, "BD", By.FIELD)}


def test_a_site_of_which_nothing_is_known_has_one_place_for_each_field() -> None:
    rows = by_field(platform())
    assert list(rows) == [*MEASURED, None]
    assert all(rows[name] == Tally(places=1) for name in MEASURED)
    assert rows[None] == Tally(places=len(MEASURED))


@pytest.mark.parametrize(
    ("claims", "tally"),
    [
        (least("5 USD"), Tally(1, 1, 1, 1, 1, 0)),
        (least("5 USD", "blog"), Tally(1, 1, 1, 0, 1, 0)),
        (least("5 USD", as_of=None), Tally(1, 1, 0, 1, 0, 0)),
        (least("5 USD", as_of="2020"), Tally(1, 1, 1, 1, 0, 0)),
        ((*least("6 USD"), *least("5 USD", "news")), Tally(1, 1, 1, 1, 1, 1)),
        ((*least("5 USD", "blog", confidence="high"), *least("5 USD", as_of=None)), Tally(1, 1, 1, 1, 1, 0)),
        ((), Tally(1)),
    ],
)
def test_what_a_value_counts_as(claims: Any, tally: Tally) -> None:
    assert by_field(site(payouts=(option("bkash", minimum=claims),)))["payouts.minimum"] == tally


def test_a_field_that_does_not_grow_stale_is_fresh_without_a_date() -> None:
    assert by_field(platform(founded=(claim(PartialDate(2013)),)))["founded"] == Tally(1, 1, 0, 0, 1, 0)


def test_the_status_unknown_is_not_known() -> None:
    assert by_field(platform(status=(claim(Status.UNKNOWN, "official", "2026-10"),)))["status"] == Tally(1)


def test_every_option_that_has_not_ended_has_its_places() -> None:
    ended = option("nagad", until=(claim(PartialDate(2020), "official"),))
    refused = option("skrill", offered=(claim(Answer.NO, "official", "2026-10"),))
    rows = by_field(site(payouts=(option("bkash", "5 USD"), ended, refused)))
    assert {name: (rows[name].places, rows[name].known) for name in OPTION_FIELDS} == {
        "payouts.offered": (2, 2), "payouts.minimum": (2, 1), "payouts.fee": (2, 0), "payouts.days": (2, 0),
    }  # fmt: skip
    assert by_field(site(payouts=(ended,)))["payouts.minimum"] == Tally(1)


def test_only_the_country_asked_for_counts() -> None:
    record = platform(accepts={"IN": yes(), "BD": ()})
    assert by_field(record)["accepts"] == Tally(1)
    assert quality([record], EVIDENCE, "IN", By.FIELD)[MEASURED.index("accepts")].tally.known == 1


def test_tasks_count_one_by_one() -> None:
    tasks = (TaskOffer("survey", yes()), TaskOffer("like", yes("blog", None)))
    assert by_field(platform(tasks=tasks))["tasks.offered"] == Tally(2, 2, 1, 1, 2, 0)


def test_sites_come_by_what_is_known_of_them() -> None:
    rows = quality([platform("nothing"), site("much"), platform("also-nothing")], EVIDENCE, "BD", By.SITE)
    assert [row.name for row in rows] == ["much", "also-nothing", "nothing", None]


def test_both_ways_come_to_the_same(shipped: Catalogue) -> None:
    evidence = shipped.evidence(TODAY)
    per_field, per_site = (quality(shipped.platforms.values(), evidence, "BD", by) for by in By)
    assert per_field[-1] == per_site[-1]
    for rows in (per_field, per_site):
        assert sum((row.tally for row in rows[:-1]), Tally()) == rows[-1].tally
    assert {row.name for row in per_site} == {*shipped.platforms, None}


def test_no_share_is_larger_than_the_whole(shipped: Catalogue) -> None:
    for row in quality(shipped.platforms.values(), shipped.evidence(TODAY), "BD", By.SITE):
        shares = [row.tally.share(item.name) for item in fields(Tally)[1:]]
        assert all(share is None or 0 <= share <= 1 for share in shares)


def test_shares() -> None:
    tally = Tally(places=3, known=2, dated=1)
    assert (tally.share("known"), tally.share("dated"), tally.share("fresh")) == (0.6667, 0.5, 0)
    assert (Tally().share("known"), Tally(places=1).share("dated")) == (None, None)


def test_no_sites() -> None:
    assert quality([], EVIDENCE, "BD", By.FIELD) == (Row(None, Tally()),)
