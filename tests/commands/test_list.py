"""`microjob list` from the outside, on the invented records."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.running import Microjob, Overlay

ALL = {"blogonly", "closedjobs", "examplegigs", "mergedwork", "nopay", "paypalonly", "refuses-bd", "unnamed-2020"}


def ids(answer: Any) -> set[str]:
    return set(answer.ids)


def test_all_sites_are_listed_closed_ones_too(on_small: Microjob) -> None:
    answer = on_small("list", "-f", "json")
    assert answer.code == 0
    assert ids(answer) == ALL
    assert answer.notes == []


@pytest.mark.parametrize(
    ("words", "expected", "notes"),
    [
        (("--payout", "bkash"), {"examplegigs", "nopay", "unnamed-2020"}, []),
        (
            ("--payout", "bkash", "--payout", "nagad"),
            {"examplegigs", "nopay", "unnamed-2020", "blogonly", "closedjobs"},
            [],
        ),
        (("--payout", "bitcoin"), set(), []),
        (("--without", "paypal"), {"examplegigs", "nopay", "unnamed-2020", "blogonly", "closedjobs"}, []),
        (("--max-minimum", "300 BDT"), {"examplegigs", "unnamed-2020"}, ["left-out-minimum", "rate-used"]),
        (("--max-minimum", "4 USD"), {"examplegigs", "unnamed-2020"}, ["left-out-minimum", "rate-used", "rate-used"]),
        (("--payout", "litecoin", "--max-minimum", "10 USD"), {"examplegigs"}, []),
        (("--payout", "litecoin", "--max-minimum", "9 USD"), set(), []),
        (("--task", "survey"), {"examplegigs"}, ["left-out-task"]),
        (
            ("--device", "mobile"),
            {"examplegigs", "blogonly", "closedjobs", "paypalonly", "refuses-bd"},
            ["left-out-device", "in-browser"],
        ),
        (("--verdict", "closed"), {"closedjobs", "mergedwork", "unnamed-2020"}, []),
        (("--verdict", "closed", "--verdict", "avoid"), {"closedjobs", "mergedwork", "unnamed-2020", "nopay"}, []),
        (("--kind", "surveys"), set(), ["left-out-kind"]),
        (("--skill", "none"), set(), ["left-out-skill"]),
        (("--payout", "bkash,nagad"), {"examplegigs", "nopay", "unnamed-2020", "blogonly", "closedjobs"}, []),
        (("--status", "closed"), {"closedjobs"}, ["left-out-status"]),
        (("--accepts", "bd"), {"examplegigs", "nopay", "unnamed-2020"}, ["left-out-country"]),
        (("--accepts", "IN"), {"examplegigs"}, ["left-out-country"]),
        (("--based-in", "in"), {"paypalonly"}, ["left-out-headquarters"]),
    ],
)
def test_filters(words: tuple[str, ...], expected: set[str], notes: list[str], on_small: Microjob) -> None:
    answer = on_small("list", *words, "-f", "json")
    assert (answer.code, ids(answer), answer.notes) == (0, expected, notes)


def test_the_note_counts_whose_minimum_is_unknown(on_small: Microjob) -> None:
    answer = on_small("list", "--max-minimum", "300 BDT")
    # All but the two that fit: for the euro of one there is no rate, of another only a lower bound is known.
    assert "6 left out: their minimum is not known or cannot be compared." in answer.out


def test_the_rate_that_was_used_is_told_with_its_date(on_small: Microjob) -> None:
    before, after = (
        on_small("list", "--max-minimum", "700 BDT", today=day).out for day in ("2026-02-25", "2026-02-26")
    )
    assert "1 USD = 110 tk" in before
    assert "1 USD = 120 tk" in after


@pytest.mark.parametrize(
    ("field", "first"),
    [("name", "blogonly"), ("best", "examplegigs"), ("founded", "examplegigs"), ("confirmed", "closedjobs")],
)
def test_sorting(field: str, first: str, on_small: Microjob) -> None:
    answer = on_small("list", "--sort", field, "-f", "json")
    assert answer.ids[0] == first
    assert ids(answer) == ALL


@pytest.mark.parametrize("field", ["name", "founded", "status", "confirmed"])
def test_sorting_the_other_way_round_leaves_what_is_not_known_last(field: str, on_small: Microjob) -> None:
    def known(item: dict[str, Any]) -> bool:
        return field not in item or item[field]["value"] is not None

    there, back = (on_small("list", "--sort", field, *more, "-f", "json") for more in ([], ["--reverse"]))
    assert (there.json["query"]["reverse"], back.json["query"]["reverse"]) == (False, True)
    assert ids(back) == ids(there) == ALL
    if field == "name":
        assert back.ids == there.ids[::-1]
    if field == "founded":
        groups = [not known(item) for item in back.items]
        assert groups == sorted(groups)


def test_the_newest_site_is_the_first_of_the_oldest_turned_round(microjob: Microjob) -> None:
    years = [
        item["founded"]["value"] for item in microjob("list", "--sort", "founded", "--reverse", "-f", "json").items
    ]
    known = [year[:4] for year in years if year]
    assert len(set(known)) > 2
    assert known == sorted(known, reverse=True)
    assert years[len(known) :] == [None] * (len(years) - len(known))


def test_also_asks_for_every_method(on_small: Microjob) -> None:
    answer = on_small("list", "--also", "paypal", "--also", "litecoin", "-f", "json")
    assert answer.json["query"]["also"] == ["paypal", "litecoin"]
    for item in answer.items:
        assert {"paypal", "litecoin"} <= {option["method"] for option in item["payouts"]}
    assert ids(answer) < ids(on_small("list", "--payout", "paypal", "--payout", "litecoin", "-f", "json"))


def test_sorting_by_status_puts_active_sites_first(on_small: Microjob) -> None:
    statuses = [item["status"]["value"] for item in on_small("list", "--sort", "status", "-f", "json").items]
    order = ["active", "paused", "closed", "merged", "not-paying-reports", "unknown"]
    assert statuses == sorted(statuses, key=order.index)


def test_columns_are_those_asked_for_in_that_order(on_small: Microjob) -> None:
    answer = on_small("list", "--columns", "website, Bengali-Name,id", "--payout", "litecoin")
    head, row = answer.out.splitlines()
    assert head.split() == ["Website", "Bengali", "name", "Id"]
    assert [cell for cell in row.split("  ") if cell] == [
        "https://www.examplegigs.example", "এক্সাম্পল গিগস", "examplegigs",
    ]  # fmt: skip


def test_csv_has_the_id_first_and_the_bengali_name_last(on_small: Microjob) -> None:
    answer = on_small("list", "-f", "csv", "--columns", "name,minimum")
    assert answer.out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(answer.out.removeprefix("\ufeff"))))
    assert list(rows[0]) == ["id", "name", "minimum", "bengali_name"]
    assert {row["id"] for row in rows} == ALL
    found = next(row for row in rows if row["id"] == "examplegigs")
    assert (found["minimum"], found["bengali_name"]) == ("300 BDT", "এক্সাম্পল গিগস")


def test_an_empty_answer_is_no_failure(on_small: Microjob) -> None:
    answer = on_small("list", "--payout", "bitcoin")
    assert (answer.code, answer.err) == (0, "")
    assert "No site in the records fits all of that." in answer.out


def test_a_pipe_gets_every_word_uncut_and_unpainted(on_small: Microjob) -> None:
    for form in ("table", "markdown"):
        answer = on_small("list", "-f", form, "--columns", "name,website,tasks,warnings,payouts,devices")
        assert "\x1b" not in answer.out
        assert "…" not in answer.out
        assert "https://www.examplegigs.example" in answer.out
        assert "How accounts are lost, Tasks that break another site's rules" in answer.out


def test_notes_are_printed_under_the_table_and_beside_other_formats(on_small: Microjob) -> None:
    words = ("list", "--max-minimum", "300 BDT", "-f")
    for form in ("table", "markdown"):
        assert "left out" in on_small(*words, form).out
    for form in ("csv", "jsonl"):
        answer = on_small(*words, form)
        assert "left out" in answer.err
        assert "left out" not in answer.out
    answer = on_small(*words, "json")
    assert answer.err == ""


@pytest.mark.parametrize(
    ("said", "amount"),
    [
        ("500 taka", "500.00 BDT"),
        ("৫০০ টাকা", "500.00 BDT"),
        ("৳500", "500.00 BDT"),
        ("500 tk", "500.00 BDT"),
        ("$5", "5.00 USD"),
        ("5 dollars", "5.00 USD"),
        ("৫ ডলার", "5.00 USD"),
        ("1,000 taka", "1000.00 BDT"),
    ],
)
def test_sums_may_be_said_as_people_say_them(said: str, amount: str, microjob: Microjob) -> None:
    found = microjob("list", "--max-minimum", said, "-f", "json").json["query"]["max_minimum"]
    assert f"{found['amount']} {found['currency']}" == amount


@pytest.mark.parametrize(
    "said", ["5", "taka", "about 5 dollars", "5 dollars or so", "5 hours", "-5 dollars", "9" * 40 + " taka", "5 taka 5"]
)
def test_what_is_no_sum_is_refused(said: str, microjob: Microjob) -> None:
    answer = microjob("list", f"--max-minimum={said}")
    assert (answer.code, answer.out) == (2, "")


ASKS_FOR_MONEY = """
id: paysfirst
name: Pays First
website:
aliases: {}
status: [{value: active, source: gamma-news, as_of: 2026-05, confidence: high}]
payouts:
  - method: bkash
    offered: [{value: yes, source: gamma-news, as_of: 2026-05, confidence: high}]
    minimum: [{value: 1 BDT, source: gamma-news, as_of: 2026-05, confidence: high}]
warnings:
  - {code: pay-to-join, en: It takes a deposit first., bn: আগে টাকা জমা নেয়।, source: gamma-news, confidence: high}
"""


@pytest.mark.parametrize("order", [(), ("--reverse",)])
def test_by_minimum_only_those_that_can_pay_her_are_listed(
    order: tuple[str, ...], on_small: Microjob, overlay: Overlay
) -> None:
    words = ("--data", str(overlay({"platforms/paysfirst.yaml": ASKS_FOR_MONEY})), "list", "--sort", "minimum", *order)
    answer = on_small(*words, "-f", "json")
    assert answer.ids == (["examplegigs", "blogonly"] if order else ["blogonly", "examplegigs"])
    assert answer.notes == ["cannot-pay-you"]
    assert "Pays First" not in on_small(*words).out


def test_as_many_as_asked_for_are_listed(on_small: Microjob) -> None:
    assert on_small("list", "--limit", "1", "-f", "json").ids == ["examplegigs"]
    assert on_small("list", "--limit", "0").code == 2


def test_the_ranked_come_first_then_the_others_by_verdict_and_name(on_small: Microjob) -> None:
    items = on_small("list", "-f", "json").items
    assert [item["id"] for item in items[:2]] == ["examplegigs", "blogonly"]
    order = ["unproven", "unknown", "unreachable", "closed", "avoid"]
    rest = [(order.index(item["verdict"]), item["name"].casefold()) for item in items[2:]]
    assert rest == sorted(rest)


def test_no_column_of_a_spreadsheet_comes_twice_and_what_is_not_known_is_empty(on_small: Microjob) -> None:
    rows = on_small("list", "-f", "csv", "--columns", "id,name,founded,minimum,bengali_name").out.splitlines()
    assert rows[0].removeprefix("\ufeff").split(",") == ["id", "name", "founded", "minimum", "bengali_name"]
    assert "mergedwork,MergedWork,,," in rows


@pytest.mark.parametrize("command", ["list", "recommend"])
def test_no_country_of_another_world(command: str, on_small: Microjob) -> None:
    answer = on_small(command, "--country", "XX")
    assert (answer.code, answer.out) == (2, "")


@pytest.mark.parametrize("words", [("show", ""), ("list", "--payout", ""), ("recommend", "--payout", " ")])
def test_nothing_is_no_name(words: tuple[str, ...], on_small: Microjob) -> None:
    answer = on_small(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "Nothing is named." in answer.err


def test_a_wrong_middle_is_mended_before_a_wrong_beginning(microjob: Microjob) -> None:
    answer = microjob("list", "--payout", "bcash", "-f", "json")
    assert answer.json["error"]["suggestions"][0] == "bkash"


@pytest.mark.parametrize("command", [("list",), ("recommend", "--all"), ("show", "sproutgigs")])
def test_brief_answers_are_short(command: tuple[str, ...], microjob: Microjob) -> None:
    lines = microjob(*command, "--brief", "-f", "jsonl").out.splitlines()
    assert lines
    assert max(len(line.encode()) for line in lines) <= 250
    whole = {item.get("id") or item["platform"]: item for item in microjob(*command, "-f", "json").items}
    for item in microjob(*command, "--brief", "-f", "json").items:
        assert item["verdict"] == whole[item["id"]]["verdict"]
        assert item["evidence"] == whole[item["id"]]["evidence"]["level"]
