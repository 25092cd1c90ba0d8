"""`microjob data stale` as a keeper of records calls it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from tests.lint.building import write
from tests.running import Microjob, Overlay

KEYS = ["kind", "record", "field", "as_of", "doubts", "urgency", "fact", "source"]
OLD = """\
id: oldpay
name: OldPay
website: null
aliases: {}
status:
  - {value: active, source: examplegigs-terms, as_of: 2026-03-01, confidence: high}
payouts:
  - method: bkash
    offered:
      - {value: yes, source: examplegigs-terms, as_of: 2026-03-01, confidence: high}
    minimum:
      - {value: 300 BDT, source: gamma-news, as_of: 2023-11-24, confidence: high}
      - {value: 100 BDT, source: delta-blog, confidence: low}
"""


def test_the_most_harmful_comes_first(on_small: Microjob, overlay: Overlay) -> None:
    folder = overlay({"platforms/oldpay.yaml": OLD})
    answer = on_small("data", "stale", "--data", str(folder))
    assert answer.code == 0
    assert answer.out.startswith(
        "1. oldpay  payouts.bkash.minimum  300 tk\n"
        "   24 November 2023, old, sources disagree\n"
        "   https://www.gamma.example/small-jobs\n"
        "2. "
    )


def test_each_value_can_be_asked_for_as_it_is_printed(on_small: Microjob) -> None:
    items = on_small("data", "stale", "-f", "json").items
    assert len(items) > 3
    for item in items:
        why = on_small("why", item["record"], item["field"], "-f", "json").items[0]
        assert why["field"] == item["field"]
        assert why["fact"]["value"] == item["fact"]["value"]


def test_items(on_small: Microjob, overlay: Overlay) -> None:
    folder = overlay({"platforms/oldpay.yaml": OLD})
    answer = on_small("data", "stale", "--limit", "1", "-f", "json", "--data", str(folder))
    (item,) = answer.items
    assert list(item) == KEYS
    assert (item["kind"], item["as_of"], item["doubts"]) == ("platform", "2023-11-24", ["stale", "disputed"])
    assert item["urgency"] == 96
    assert item["source"]["address"] == "https://www.gamma.example/small-jobs"
    assert item["fact"]["value"]["amounts"] == [{"amount": "300.00", "currency": "BDT"}]
    assert answer.notes == ["more", "stale-why"]
    assert answer.json["query"] == {"limit": 1, "by_hand": False, "country": "BD"}


def test_the_limit_counts_what_is_left_out(on_small: Microjob) -> None:
    every = on_small("data", "stale", "--limit", "999", "-f", "json")
    some = on_small("data", "stale", "--limit", "2", "-f", "json")
    assert some.items == every.items[:2]
    assert f"{len(every.items) - 2} more" in some.json["notes"][0]["text"]
    assert every.notes == ["stale-why"]
    assert on_small("data", "stale", "--limit", "0").code == 2


def test_what_counts_most_depends_on_the_country(microjob: Microjob, shipped: Catalogue) -> None:
    at_home, abroad = (microjob("data", "stale", "-f", "json", "--country", code).items for code in ("BD", "IN"))
    assert at_home != abroad


def test_nothing_to_check(microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, {})
    monkeypatch.setattr("microjob_cli.storage.opening.shipped_folder", lambda: folder)
    answer = microjob("data", "stale", today="2024-06-01")
    assert (answer.code, answer.out.strip()) == (0, "Nothing here is old, undated or disputed.")
    assert microjob("data", "stale", "-f", "json", today="2025-07-01").items[0]["field"] == "status"


def test_rows(on_small: Microjob) -> None:
    rows = list(csv.DictReader(io.StringIO(on_small("data", "stale", "-f", "csv").out.removeprefix("\ufeff"))))
    items = on_small("data", "stale", "-f", "json").items
    assert [(row["record"], row["field"], row["doubts"].split()) for row in rows] == [
        (item["record"], item["field"], item["doubts"]) for item in items
    ]
    assert all(row["address"].startswith("https://") and row["value"] for row in rows)
