"""What is wrong with a record: each mistake with its line, column and field, and what would be right."""

from __future__ import annotations

from typing import Any

import pytest

from microjob_cli.catalog.catalogue import ExchangeRate, TaskType
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Source
from microjob_cli.catalog.findings import Finding
from microjob_cli.catalog.measures import Days, Fee, Minimum, Pay, Percent, Score
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, PayoutMethod
from microjob_cli.catalog.platform import Device, Platform, Status
from microjob_cli.storage.folders import LAYOUTS
from microjob_cli.storage.loading import read_folder
from microjob_cli.storage.reading import read_text
from microjob_cli.storage.schema import WRITTEN, validate
from tests.running import Overlay

RECORD = """\
id: examplegigs
name: ExampleGigs
website: null
aliases: {bn: [এক্সাম্পল গিগস]}
status:
  - {value: active, source: blog, as_of: 2024-10-08, confidence: high}
founded:
  - {value: 2009-06, bound: at_most, source: blog, confidence: medium}
accepts:
  BD:
    - {value: no, source: blog, confidence: low}
devices:
  - {value: [mobile, desktop], source: blog, confidence: low}
tasks:
  - task: survey
    pay:
      - {value: 0.50 to 2 USD per task, source: blog, confidence: low}
payouts:
  - method: bkash
    minimum:
      - {value: 4 USD or 300 BDT, source: blog, confidence: low}
    fee:
      - {value: 2% + 0.50 USD, source: blog, confidence: low}
    days:
      - {value: 3 to 5 working, source: blog, confidence: low}
ratings:
  - rater: Fairwork
    score:
      - {value: 3.9/5, source: blog, confidence: low}
success_rate:
  - {value: 75%, source: blog, confidence: low}
warnings:
  - code: low-pay
    en: Pays little.
    bn: কম দেয়।
    source: blog
    confidence: low
"""


def read(text: str, kind: Any = Platform) -> Any:
    """The record in the text, or the findings."""
    document = read_text(text, "x.yaml")
    return validate(kind, document.data, document)


def findings(text: str, kind: Any = Platform) -> tuple[Finding, ...]:
    found = read(text, kind)
    assert isinstance(found, tuple), "the record is valid"
    return found


def mistake(old: str, new: str) -> Finding:
    """The one finding that a change of the sound record leads to."""
    assert old in RECORD
    (found,) = findings(RECORD.replace(old, new, 1))
    return found


def test_a_sound_record_becomes_values_of_the_domain() -> None:
    record = read(RECORD)
    assert isinstance(record, Platform)
    option = record.payouts[0]
    assert record.website is None
    assert record.founded[0].value == PartialDate(2009, 6)
    assert record.founded[0].bound is Bound.AT_MOST
    assert record.status[0].as_of == PartialDate(2024, 10, 8)
    assert record.accepts["BD"][0].value is Answer.NO
    assert record.devices[0].value == {Device.MOBILE, Device.DESKTOP}
    assert record.tasks[0].pay[0].value == Pay.parse("0.50 to 2 USD per task")
    assert option.minimum[0].value == Minimum.parse("4 USD or 300 BDT")
    assert option.fee[0].value == Fee.parse("2% + 0.50 USD")
    assert option.days[0].value == Days.parse("3 to 5 working")
    assert record.ratings[0].score[0].value == Score.parse("3.9/5")
    assert record.success_rate[0].value == Percent.parse("75%")


@pytest.mark.parametrize(
    ("old", "new", "at", "told", "expected"),
    [
        ("as_of: 2", "asof: 2", ("unknown-key", 6, 35, "status.1.asof"), "asof", {"value", "source", "as_of"}),
        ("founded:", "fouded:", ("unknown-key", 7, 1, "fouded"), "fouded", {"founded", "payouts"}),
        (
            "    minimum:",
            "    minimal:",
            ("unknown-key", 20, 5, "payouts.bkash.minimal"),
            "minimal",
            {"minimum", "fee"},
        ),
        (", confidence: high", "", ("field-missing", 6, 5, "status.1.confidence"), "", {"confidence"}),
        ("website: null\n", "", ("field-missing", 1, 1, "website"), "", {"website"}),
        ("value: active", "value: actve", ("not-in-list", 6, 13, "status.1.value"), "actve", set(Status)),
    ],
)
def test_a_mistake_is_told_where_it_stands_with_what_may_stand_there(
    old: str, new: str, at: tuple[str, int, int, str], told: str, expected: set[str]
) -> None:
    found = mistake(old, new)
    place = found.place
    assert (found.code, place.line, place.column, place.field) == at
    assert found.found == told
    assert expected <= set(found.expected)
    assert ("founded" in found.expected) is ("founded" in expected)


@pytest.mark.parametrize(
    ("old", "new", "form", "field"),
    [
        ("4 USD or 300 BDT", "4 dollars", "minimum", "payouts.bkash.minimum.1.value"),
        ("2% + 0.50 USD", "about 2%", "fee", "payouts.bkash.fee.1.value"),
        ("3 to 5 working", "3-5 days", "number of days", "payouts.bkash.days.1.value"),
        ("0.50 to 2 USD per task", "2 to 0.50 USD per task", "pay", "tasks.survey.pay.1.value"),
        ("75%", "175%", "percentage", "success_rate.1.value"),
        ("3.9/5", "6/5", "score", "ratings.Fairwork.score.1.value"),
        ("2024-10-08", "2024-13", "date", "status.1.as_of"),
        ("2009-06,", "June 2009,", "date", "founded.1.value"),
    ],
)
def test_a_value_of_the_wrong_form_comes_with_examples(old: str, new: str, form: str, field: str) -> None:
    found = mistake(old, new)
    text = RECORD.replace(old, new, 1).splitlines()[found.place.line - 1]
    shown = new.rstrip(",")
    assert (found.code, found.found, found.hint, found.place.field) == ("wrong-form", shown, form, field)
    assert text[found.place.column - 1 :].startswith(shown)
    assert found.expected


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("  - {value: 75%, source: blog, confidence: low}", "  75%", "not-a-list", "success_rate"),
        ("  - {value: 75%, source: blog, confidence: low}", "  - 75%", "not-a-mapping", "success_rate.1"),
        ("[mobile, desktop]", "mobile", "not-a-list", "devices.1.value"),
        ("{bn: [এক্সাম্পল গিগস]}", "none", "not-a-mapping", "aliases"),
        ("{bn: [এক্সাম্পল গিগস]}", "{bn: এক্সাম্পল}", "not-a-list", "aliases.bn"),
        ("name: ExampleGigs", "name: [a]", "not-text", "name"),
        ("source: blog, as_of", "source: , as_of", "not-text", "status.1.source"),
        ("value: active", "value: [active]", "not-in-list", "status.1.value"),
    ],
)
def test_a_value_of_the_wrong_shape(old: str, new: str, code: str, field: str) -> None:
    found = mistake(old, new)
    assert (found.code, found.place.field) == (code, field)


def test_fifty_mistakes_are_reported_at_once_each_at_its_line() -> None:
    wrong = "".join(f"  - {{value: nonsense-{number}, source: blog, confidence: high}}\n" for number in range(50))
    found = findings(RECORD.replace("  - {value: active, source: blog, as_of: 2024-10-08, confidence: high}\n", wrong))
    assert [one.place.line for one in found] == list(range(6, 56))
    assert [one.found for one in found] == [f"nonsense-{number}" for number in range(50)]


def test_mistakes_of_every_sort_are_reported_together() -> None:
    text = (
        RECORD.replace("website: null\n", "")
        .replace("active", "actve")
        .replace("300 BDT", "300 taka")
        .replace("low-pay", "pay")
    )
    assert sorted(one.code for one in findings(text)) == ["field-missing", "not-in-list", "not-in-list", "wrong-form"]


@pytest.mark.parametrize("text", ["", "just a word", "[a, b]", "5"])
def test_a_file_that_holds_no_mapping_is_no_record(text: str) -> None:
    (found,) = findings(text)
    assert (found.code, found.place.line) == ("not-a-mapping", 1)


@pytest.mark.parametrize("kind", [Platform, PayoutMethod, TaskType, Source, ExchangeRate])
def test_an_empty_record_lacks_its_keys(kind: Any) -> None:
    assert {one.code for one in findings("{}", kind)} == {"field-missing"}


def test_each_written_form_has_examples_that_are_read() -> None:
    for kind, examples in WRITTEN.items():
        for example in examples:
            assert isinstance(kind.parse(example), kind)
    assert {Money, Minimum, Fee, Days, Pay, Percent, Score, PartialDate} <= set(WRITTEN)


def test_every_sort_of_record_refuses_unknown_keys() -> None:
    for layout in LAYOUTS:
        assert "unknown-key" in {one.code for one in findings("surely-no-key: x", layout.kind)}, layout.kind


@pytest.mark.parametrize(
    ("name", "text", "field", "line"),
    [
        ("payout_methods/m.yaml", "id: m\nname: {en: M, bn: ম}\nkind: e-wallet\ncurrency: bdt\n", "currency", 4),
        ("countries.yaml", "BD:\n  name: {en: Bangladesh, bn: বাংলাদেশ}\n  currency: taka\n", "BD.currency", 3),
        (
            "exchange_rates.yaml",
            "- {base: USD, quote: TAKA, rate: 1, on: 2026, kind: market, source: delta-blog, confidence: low}\n",
            "1.quote",
            1,
        ),
    ],
)
def test_a_currency_that_is_none_is_told_where_it_stands(
    name: str, text: str, field: str, line: int, overlay: Overlay
) -> None:
    (found,) = read_folder(overlay({name: text})).findings
    assert (found.code, found.hint, found.place.field, found.place.line) == ("wrong-form", "currency", field, line)


@pytest.mark.parametrize("rate", ["NaN", "inf", "-1", "0", "1e999999", "1e-999999", "1e10", "x", "~", "[1]"])
def test_a_rate_that_nothing_costs_is_told_where_it_stands(rate: str, overlay: Overlay) -> None:
    text = f"- {{base: USD, quote: BDT, rate: {rate}, on: 2026, kind: market, source: delta-blog, confidence: low}}\n"
    (found,) = read_folder(overlay({"exchange_rates.yaml": text})).findings
    assert (found.place.field, found.place.line, found.place.column) == ("1.rate", 1, text.index(rate) + 1)
    assert (found.code, bool(found.expected)) in (("wrong-form", True), ("not-valid", False))


@pytest.mark.parametrize("high", ["NaN", "1e999999", "2", "-1"])
def test_an_assumption_that_nobody_can_make_is_refused(high: str, overlay: Overlay) -> None:
    text = (
        "acceptance:\n  name: {en: A, bn: ক}\n  low: 0.5\n  typical: 0.9\n"
        f"  high: {high}\n  unit: share\n  basis: guess\n"
        "  rests_on: [{source: delta-blog}]\n  why: {en: A, bn: ক}\n"
    )
    (found,) = read_folder(overlay({"estimator.yaml": text})).findings
    assert found.code in ("wrong-form", "not-valid")
    assert found.place.field.startswith("acceptance")
