"""`microjob route` from the outside, on the invented records: what is said beside the ways."""

from __future__ import annotations

import pytest

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
