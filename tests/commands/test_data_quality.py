"""`microjob data quality` as a keeper of records calls it."""

from __future__ import annotations

import csv
import io

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.quality import MEASURED
from tests.running import Microjob

COUNTS = ["places", "known", "dated", "official", "fresh", "disputed"]


def test_a_meter_by_field(on_small: Microjob) -> None:
    answer = on_small("data", "quality")
    head, first, *rest = answer.out.splitlines()
    assert head.split() == ["Field", "Known", "Dated", "Official", "Fresh", "Disputed"]
    # Seven of the eight sites say something of their status; that of the unnamed one is `unknown`.
    assert first.split() == ["status", "#########.", "88%", "86%", "29%", "86%", "0%"]
    assert rest[0].startswith("kind of site  ") and rest[len(MEASURED) - 1].startswith("All  ")
    assert "of" in rest[-2]


def test_a_meter_by_site(on_small: Microjob, small: Catalogue) -> None:
    rows = on_small("data", "quality", "--by", "site").out.splitlines()
    assert rows[0].split()[0] == "Site"
    assert rows[1].startswith("examplegigs  ")
    assert {row.split()[0] for row in rows[1 : len(small.platforms) + 1]} == set(small.platforms)


@pytest.mark.parametrize(("by", "others"), [("field", len(MEASURED)), ("site", 8)])
def test_items_have_counts_and_shares(by: str, others: int, on_small: Microjob) -> None:
    answer = on_small("data", "quality", "--by", by, "-f", "json")
    *rows, whole = answer.items
    assert len(rows) == others
    assert all(list(item) == [by, *COUNTS, "shares"] and list(item["shares"]) == COUNTS[1:] for item in answer.items)
    assert whole[by] is None
    assert all(whole[count] == sum(row[count] for row in rows) for count in COUNTS)
    assert whole["shares"]["known"] == round(whole["known"] / whole["places"], 4)
    assert f"{whole['known']} of {whole['places']} values are known." == answer.json["notes"][0]["text"]


def test_of_nothing_known_there_are_no_shares(on_small: Microjob) -> None:
    answer = on_small("data", "quality", "-f", "json", today="2000-01-01")
    rows = {item["field"]: item for item in answer.items}
    assert rows["success_rate"] == {
        "field": "success_rate", "places": 8, "known": 0, "dated": 0, "official": 0, "fresh": 0, "disputed": 0,
        "shares": {"known": 0, "dated": None, "official": None, "fresh": None, "disputed": None},
    }  # fmt: skip
    shown = on_small("data", "quality", today="2000-01-01").out.splitlines()
    (row,) = (row for row in shown if row.startswith("success rate to keep  "))
    assert row.split()[4:] == ["..........", "0%", "-", "-", "-", "-"]


def test_rows(on_small: Microjob) -> None:
    rows = list(csv.reader(io.StringIO(on_small("data", "quality", "-f", "csv").out.removeprefix("\ufeff"))))
    assert rows[0] == ["field", *COUNTS]
    assert rows[1][:3] == ["status", "8", "7"]
    assert rows[-1][0] == ""


def test_another_word_is_refused(on_small: Microjob) -> None:
    assert on_small("data", "quality", "--by", "colour").code == 2
