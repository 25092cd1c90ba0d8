"""The JSON shapes that scripts rely on: keys never vanish, and unknown is null."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Evidence, Fact
from microjob_cli.catalog.measures import Days, Fee, Minimum, Pay, Percent, Score
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Device, Status
from microjob_cli.render import jsonable
from microjob_cli.render.formatter import Formatter
from tests.making import SOURCES, TODAY, claim
from tests.running import Answer, Microjob

ENVELOPE = ["schema", "command", "query", "today", "catalogue", "items", "notes", "error"]
CLAIM = ["value", "source", "kind", "as_of", "seen", "confidence", "since", "until", "bound", "basis", "note"]
FACT = [
    "value", "source", "kind", "as_of", "confidence", "bound", "stale", "agreeing", "disputed", "earlier", "claims",
]  # fmt: skip
OPTION = ["method", "current", "offered", "minimum", "fee", "days", "since", "until", "superseded_by"]
PLATFORM = {
    "id", "name", "former_names", "website", "status", "founded", "headquarters", "accepts", "devices", "task_types",
    "payouts", "warnings",
}  # fmt: skip
STATEMENT = {"text", "source"}


@pytest.fixture(scope="module")
def page(page: Formatter) -> Formatter:
    """The same page, with the sources that test records name."""
    return Formatter(page.language, page.catalogue, Evidence(SOURCES, TODAY), page.country)


def shape_of_money(value: Any) -> bool:
    return list(value) == ["amount", "currency"] and isinstance(value["amount"], str)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5 USD", "5.00"),
        ("0.5 EUR", "0.50"),
        ("300 BDT", "300.00"),
        ("1000 BDT", "1000.00"),
        ("0.015 USD", "0.015"),
        ("500 JPY", "500"),
        ("0.001 BTC", "0.00100000"),
        ("1.5 KWD", "1.500"),
        ("0 USD", "0.00"),
    ],
)
def test_money_is_text_at_the_minor_unit(text: str, amount: str) -> None:
    value = jsonable.money(Money.parse(text))
    assert value == {"amount": amount, "currency": text.split()[1]}
    assert Decimal(value["amount"]) == Money.parse(text).amount


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (
            Minimum.parse("4 USD or 300 BDT"),
            {
                "amounts": [{"amount": "4.00", "currency": "USD"}, {"amount": "300.00", "currency": "BDT"}],
                "bound": "exact",
            },
        ),
        (Fee.parse("1.5% to 2%"), {"percent": {"low": 1.5, "high": 2}, "fixed": None, "charged": "deducted"}),
        (Fee.parse("0"), {"percent": {"low": 0, "high": 0}, "fixed": None, "charged": "deducted"}),
        (
            Fee.parse("5 BDT on top"),
            {"percent": None, "fixed": {"amount": "5.00", "currency": "BDT"}, "charged": "on_top"},
        ),
        (Fee.parse("2% by sender"), {"percent": {"low": 2, "high": 2}, "fixed": None, "charged": "sender"}),
        (Days.parse("3 to 5 working"), {"low": 3, "high": 5, "unit": "working"}),
        (Days.parse("up to 30"), {"low": None, "high": 30, "unit": "calendar"}),
        (Days.parse("from 0.5"), {"low": 0.5, "high": None, "unit": "calendar"}),
        (Pay.parse("0.02 to 2 USD per task"), {"low": 0.02, "high": 2, "currency": "USD", "per": "task"}),
        (Percent.parse("75%"), 75),
        (Score.parse("3.9/5"), {"points": 3.9, "out_of": 5}),
        (PartialDate.parse("2022-08"), "2022-08"),
        (frozenset({Device.MOBILE, Device.DESKTOP}), ["desktop", "mobile"]),
        (Status.NOT_PAYING_REPORTS, "not-paying-reports"),
        (TODAY, "2026-11-23"),
        (("a", 1, None, True), ["a", 1, None, True]),
    ],
)
def test_values(value: Any, shape: Any) -> None:
    assert jsonable.plain(value) == shape


def test_a_minimum_carries_the_bound_of_its_claim(page: Formatter) -> None:
    said = claim(Minimum.parse("5 USD"), "official", bound=Bound.AT_LEAST)
    assert jsonable.claim(said, page.evidence, page)["value"]["bound"] == "at_least"
    assert jsonable.fact(page.evidence.fact([said]), page)["value"]["bound"] == "at_least"


def test_a_value_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError):
        jsonable.plain(object())


def test_a_claim(page: Formatter) -> None:
    said = claim(Status.ACTIVE, "official", "2026-11", "high", since="2026")
    assert jsonable.claim(said, page.evidence, page) == {
        "value": "active", "source": "official", "kind": "official", "as_of": "2026-11", "seen": None,
        "confidence": "high", "since": "2026", "until": None, "bound": "exact", "basis": "stated", "note": None,
    }  # fmt: skip


def test_an_unknown_fact_has_every_key_and_no_value(page: Formatter) -> None:
    assert jsonable.fact(Fact(), page) == {
        "value": None, "source": None, "kind": None, "as_of": None, "confidence": None, "bound": None, "stale": False,
        "agreeing": 0, "disputed": [], "earlier": [], "claims": [],
    }  # fmt: skip


def test_a_fact_with_all_its_claims(page: Formatter) -> None:
    fact = page.evidence.fact(
        [
            claim(Status.CLOSED, "official", "2026-10", "high", since="2026-10"),
            claim(Status.CLOSED, "blog"),
            claim(Status.ACTIVE, "news"),
            claim(Status.ACTIVE, "forum", "2020"),
        ]
    )
    shown = jsonable.fact(fact, page)
    assert list(shown) == FACT
    assert (shown["value"], shown["kind"], shown["as_of"], shown["agreeing"]) == ("closed", "official", "2026-10", 1)
    assert [one["source"] for one in shown["disputed"]] == ["news"]
    assert [one["source"] for one in shown["earlier"]] == ["forum"]
    assert [one["source"] for one in shown["claims"]] == ["official", "blog", "news", "forum"]
    assert all(list(one) == CLAIM for one in shown["claims"])


def facts_in(value: Any) -> list[dict[str, Any]]:
    """Every fact inside a JSON value."""
    if isinstance(value, dict):
        own = [value] if "disputed" in value else []
        return own + [fact for inner in value.values() for fact in facts_in(inner)]
    return [fact for inner in value for fact in facts_in(inner)] if isinstance(value, list) else []


def enveloped(answer: Answer, command: str) -> dict[str, Any]:
    value = answer.json
    assert list(value) == ENVELOPE
    assert (value["schema"], value["command"], value["today"], value["error"]) == (
        "microjob/1", command, "2026-11-23", None,
    )  # fmt: skip
    assert list(value["catalogue"]) == ["version", "platforms"]
    assert all(list(note) == ["code", "text"] for note in value["notes"])
    return value


@pytest.mark.parametrize(
    "call",
    [
        ("list",),
        ("list", "--payout", "upayy"),
        ("show", "examplegigs"),
        ("compare", "examplegigs", "nopay"),
        ("recommend",),
    ],
)
def test_the_envelope_has_the_same_keys_always(call: tuple[str, ...], on_small: Microjob) -> None:
    answer = on_small(*call, "-f", "json")
    assert list(answer.json) == ENVELOPE
    assert answer.json["command"] == call[0]


@pytest.mark.parametrize("call", [("list",), ("show", "examplegigs"), ("compare", "examplegigs", "nopay")])
def test_platforms_have_the_promised_keys(call: tuple[str, ...], on_small: Microjob) -> None:
    items = enveloped(on_small(*call, "-f", "json"), call[0])["items"]
    assert len({tuple(item) for item in items}) == 1
    for item in items:
        assert set(item) >= PLATFORM
        assert "BD" in item["accepts"]
        assert all(list(option) == OPTION for option in item["payouts"])
        assert all({"code", *STATEMENT} <= set(warning) for warning in item["warnings"])
        assert all(list(former) == ["name", "until", "source", "website"] for former in item["former_names"])
        assert facts_in(item)
        for fact in facts_in(item):
            assert list(fact) == FACT
            assert all(list(one) == CLAIM for one in fact["claims"])


def test_a_platform_of_which_little_is_known_has_all_keys_too(on_small: Microjob) -> None:
    (item,) = on_small("show", "mergedwork", "-f", "json").items
    assert item["website"] is None
    assert item["founded"]["value"] is None
    assert item["accepts"]["BD"]["value"] is None
    assert (item["payouts"], item["warnings"], item["task_types"], item["former_names"]) == ([], [], [], [])


def test_the_values_of_a_platform(on_small: Microjob) -> None:
    (item,) = on_small("show", "examplegigs", "-f", "json").items
    options = {option["method"]: option for option in item["payouts"]}
    assert item["former_names"] == [{"name": "TinyTasks", "until": "2022-08", "source": "beta-review", "website": None}]
    assert item["founded"]["value"] == "2013"
    assert [one["value"] for one in item["founded"]["disputed"]] == ["2012"]
    assert item["founded"]["agreeing"] == 1
    assert item["devices"]["value"] == ["desktop", "mobile"]
    assert item["task_types"] == ["survey", "sign-up"]
    assert options["bkash"]["minimum"]["value"]["amounts"] == [{"amount": "300.00", "currency": "BDT"}]
    assert options["bkash"]["days"]["value"] == {"low": 3, "high": 5, "unit": "working"}
    assert options["bitcoin"]["current"] is False
    assert options["bitcoin"]["superseded_by"]["value"] == "litecoin"
    assert options["litecoin"]["since"]["bound"] == "at_most"


def test_the_query_is_told_as_understood(on_small: Microjob) -> None:
    words = (
        "--payout",
        "বিকাশ",
        "--payout",
        "bkash",
        "--max-minimum",
        "500bdt",
        "--device",
        "mobile",
        "--accepts",
        "bd",
    )
    query = on_small("list", *words, "-f", "json").json["query"]
    assert query["payout"] == ["bkash"]
    assert query["max_minimum"] == {"amount": "500.00", "currency": "BDT"}
    assert (query["device"], query["accepts"], query["status"]) == ("mobile", "BD", None)


def test_jsonl_is_one_item_a_line_and_notes_go_to_stderr(on_small: Microjob) -> None:
    answer = on_small("list", "--max-minimum", "5 USD", "-f", "jsonl")
    whole = on_small("list", "--max-minimum", "5 USD", "-f", "json").json
    assert [__import__("json").loads(row) for row in answer.out.splitlines()] == whole["items"]
    assert answer.err.splitlines() == [note["text"] for note in whole["notes"]]


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize(
    ("call", "code", "exit_code"),
    [
        (("show", "zzzz"), "no-such-platform", 3),
        (("list", "--payout", "bkahs"), "no-such-method", 3),
        (("list", "--task", "zzzz"), "no-such-task", 3),
        (("list", "--sort", "nope"), "no-such-sort", 2),
        (("list", "--columns", "nope"), "no-such-column", 2),
        (("list", "--max-minimum", "five"), "bad-money", 2),
        (("list", "--accepts", "Bangladesh"), "bad-country", 2),
        (("compare", "examplegigs"), "compare-needs-two", 2),
        (("list", "--status", "nope"), "usage", 2),
        (("list", "--nope"), "usage", 2),
        (("recommend", "--limit", "many"), "usage", 2),
        (("show",), "usage", 2),
        (("list", "--data", "/nowhere/at/all"), "no-such-folder", 2),
    ],
)
def test_failures_have_the_envelope_too(
    call: tuple[str, ...], code: str, exit_code: int, form: str, on_small: Microjob
) -> None:
    answer = on_small(*call, "-f", form)
    value = answer.json
    assert answer.code == exit_code
    assert list(value) == ENVELOPE
    assert (value["command"], value["items"], value["notes"], value["query"]) == (call[0], [], [], None)
    assert list(value["error"]) == ["code", "message", "suggestions"]
    assert value["error"]["code"] == code
    assert value["error"]["message"] in answer.err
    assert isinstance(value["error"]["suggestions"], list)


def test_broken_records_are_told_with_every_finding(on_small: Microjob, tmp_path: Any) -> None:
    (tmp_path / "platforms").mkdir()
    (tmp_path / "platforms/x.yaml").write_text("id: x\nname: X\nwebsite: null\naliases: {}\nstatus: active\n")
    answer = on_small("list", "-f", "json", "--data", str(tmp_path))
    error = answer.json["error"]
    assert answer.code == 4
    assert list(error) == ["code", "message", "suggestions", "findings"]
    assert error["code"] == "records-broken"
    assert len(error["findings"]) == 1
    assert error["findings"][0]["code"] == "not-a-list"
    assert error["findings"][0]["message"] in answer.err
