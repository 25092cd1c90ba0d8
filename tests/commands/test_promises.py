"""What the program promises on the records that come with it. Facts may change; these must stay true."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from decimal import Decimal
from typing import Any

import pytest

from microjob_cli.catalog.catalogue import Catalogue, convert, platform_names
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import NameIndex
from microjob_cli.catalog.platform import NO_MICRO_JOBS, Skill, WarningCode
from tests.making import TODAY
from tests.running import Microjob

NAMES = (
    "picoworkers", "SproutGigs", "sprout gigs", "পিকোওয়ার্কার্স", "স্প্রাউটগিগস", "microworkers", "মাইক্রোওয়ার্কার্স",
    "mturk", "clickworker",
)  # fmt: skip


def options(item: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {option["method"]: option for option in item["payouts"]}


def test_picoworkers_is_shown_under_its_new_name_with_all_that_sources_tell(microjob: Microjob) -> None:
    out = microjob("show", "picoworkers").out
    for told in ("SproutGigs", "Picoworkers", "August 2022", "2013", "2012", "picoworkers.org"):
        assert told in out
    assert "Bitcoin ended by August 2021; replaced by Litecoin" in out


def test_picoworkers_as_json(microjob: Microjob) -> None:
    (item,) = microjob("show", "picoworkers", "-f", "json").items
    assert item["id"] == "sproutgigs"
    assert ("Picoworkers", "2022-08") in [(name["name"], name["until"]) for name in item["former_names"]]
    assert item["founded"]["value"] == "2013"
    assert "2012" in [claim["value"] for claim in item["founded"]["disputed"]]
    bitcoin, litecoin = options(item)["bitcoin"], options(item)["litecoin"]
    assert (bitcoin["current"], bitcoin["superseded_by"]["value"], litecoin["current"]) == (False, "litecoin", True)
    assert "picoworkers.org" in [one["address"] for one in item["lookalikes"]]


def test_both_founding_years_of_microworkers_are_told(microjob: Microjob) -> None:
    (item,) = microjob("show", "microworkers", "-f", "json").items
    assert {"2007", "2009-06"} <= {claim["value"] for claim in item["founded"]["claims"]}
    bounds = {claim["value"]: claim["bound"] for claim in item["founded"]["claims"]}
    assert bounds["2009-06"] == "at_most"


def within(option: dict[str, Any], limit: Money, catalogue: Catalogue) -> bool:
    """Whether an option of a JSON answer is surely paid out from the limit: said again, not the program's own test."""
    minimum = option["minimum"]["value"]
    if not option["current"] or minimum is None or minimum["bound"] == "at_least":
        return False
    amounts = [Money(Decimal(one["amount"]), one["currency"]) for one in minimum["amounts"]]
    if not any(one.currency == limit.currency for one in amounts):
        converted = (convert(one, limit.currency, catalogue.rates, TODAY) for one in amounts)
        amounts = [one.money for one in converted if one]
    return any(one.amount <= limit.amount for one in amounts if one.currency == limit.currency)


@pytest.mark.parametrize("limit", ["5 USD", "500 BDT", "300 BDT"])
def test_a_list_by_minimum_agrees_with_the_records(limit: str, microjob: Microjob, shipped: Catalogue) -> None:
    answer = microjob("list", "--max-minimum", limit, "-f", "json")
    assert "unnamed-bd-2020" in answer.ids
    every = microjob("list", "-f", "json").items
    fitting = [
        item["id"] for item in every if any(within(option, Money.parse(limit), shipped) for option in item["payouts"])
    ]
    assert sorted(answer.ids) == sorted(fitting)


@pytest.mark.parametrize("limit", ["5 USD", "500 BDT", "300 BDT"])
def test_a_list_by_minimum_counts_whom_nobody_knows(limit: str, microjob: Microjob, shipped: Catalogue) -> None:
    answer = microjob("list", "--max-minimum", limit, "-f", "json")
    (note,) = [note["text"] for note in answer.json["notes"] if note["code"] == "left-out-minimum"]
    left_out = int(note.split()[0])
    assert 0 < left_out <= len(shipped.platforms) - len(answer.items)
    whole = microjob("list", "-f", "json").items
    silent = [
        item["id"]
        for item in whole
        if not any(option["minimum"]["value"] for option in item["payouts"] if option["current"])
    ]
    assert set(silent).isdisjoint(answer.ids)
    assert left_out >= len(silent)


def test_a_mistyped_method_is_3_and_the_right_one_is_suggested(microjob: Microjob) -> None:
    answer = microjob("list", "--payout", "bkahs")
    assert (answer.code, answer.out) == (3, "")
    assert "bkash" in answer.err.casefold()


def test_what_is_not_there_is_3_and_what_cannot_be_is_2(microjob: Microjob) -> None:
    assert microjob("show", "zzzz").code == 3
    assert microjob("list", "--sort", "nope").code == 2
    assert microjob("list", "--data", "/no/such/folder").code == 2


def test_mechanical_turk_is_closed(microjob: Microjob) -> None:
    assert microjob("show", "mturk", "-f", "json").items[0]["verdict"] == "closed"
    (now,) = microjob("show", "mturk", "-f", "json").items
    (before,) = microjob("show", "mturk", "-f", "json", today="2026-09-29").items
    assert (now["status"]["value"], before["status"]["value"] == "closed") == ("closed", False)


def test_closed_sites_are_listed_when_asked_for(microjob: Microjob) -> None:
    answer = microjob("list", "--status", "closed", "-f", "json")
    assert "amazon-mechanical-turk" in answer.ids
    assert {item["status"]["value"] for item in answer.items} == {"closed"}


def test_sites_to_avoid_are_never_ranked(microjob: Microjob) -> None:
    answer = microjob("recommend", "--limit", "500", "-f", "json")
    assert {item["verdict"] for item in answer.items} <= {"proven", "unproven"}
    shown = {item["id"]: item for item in microjob("list", "-f", "json").items}
    for item in answer.items:
        facts = shown[item["platform"]]
        assert facts["status"]["value"] not in ("closed", "merged", "not-paying-reports")
        assert not facts["unnamed"]
        assert facts["accepts"]["BD"]["value"] != "no"
        assert not {"fraud-report", "non-payment-report"} & {warning["code"] for warning in facts["warnings"]}
    assert len(shown) == microjob("list", "-f", "json").json["catalogue"]["platforms"]


@pytest.mark.parametrize("name", NAMES)
def test_names_are_found_in_both_unicode_spellings(name: str, microjob: Microjob) -> None:
    found = {
        tuple(microjob("show", unicodedata.normalize(form, name), "-f", "json").ids)
        for form in ("NFC", "NFD", "NFKC", "NFKD")
    }
    assert len(found) == 1
    assert found != {()}


def test_every_bengali_name_of_the_records_is_found_in_both_spellings(shipped: Catalogue) -> None:
    index = NameIndex(platform_names(shipped.platforms))
    aliases = {alias: key for key, platform in shipped.platforms.items() for alias in platform.aliases.bn}
    assert len(aliases) > 20
    for alias, key in aliases.items():
        whole = (
            alias.replace("\u09a1\u09bc", "\u09dc").replace("\u09a2\u09bc", "\u09dd").replace("\u09af\u09bc", "\u09df")
        )
        for spelling in (alias, whole, unicodedata.normalize("NFKC", alias), unicodedata.normalize("NFD", alias)):
            assert index.resolve(spelling, "no-such-platform").id == key, alias


@pytest.mark.parametrize("word", ["বিকাশ", "bkash", "bikash", "BKASH"])
def test_methods_are_found_by_any_spelling(word: str, microjob: Microjob) -> None:
    answer = microjob("list", "--payout", word, "-f", "json")
    assert answer.json["query"]["payout"] == ["bkash"]
    assert answer.items


@pytest.mark.parametrize("words", [("show",), ("list", "--columns", "name,website,warnings,tasks")])
def test_no_record_reaches_a_pipe_with_escape_codes_or_cut(
    words: tuple[str, ...], microjob: Microjob, shipped: Catalogue
) -> None:
    names = sorted(shipped.platforms)[::3] if words == ("show",) else [None]
    for name in names:
        answer = microjob(*words, *([name] if name else []))
        assert answer.code == 0
        assert "\x1b" not in answer.out
        assert "…" not in answer.out


def test_on_days_long_ago_and_far_ahead_the_program_still_answers(microjob: Microjob) -> None:
    for day in ("0001-01-01", "1970-01-01", "1990-01-01", "2012-06-30", "2020-12-31", "2100-01-01", "9999-12-31"):
        for words in (("list",), ("recommend", "--all"), ("show", "sproutgigs"), ("compare", "sproutgigs", "mturk")):
            answer = microjob(*words, "-f", "json", today=day)
            assert (answer.code, answer.json["today"]) == (0, day)


def test_a_closed_pipe_is_no_failure() -> None:
    command = [sys.executable, "-m", "microjob_cli", "list", "-f", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), told) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8:strict"])
def test_bengali_is_printed_whatever_the_encoding_of_the_environment(encoding: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "microjob_cli", "list", "-f", "json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert '"bn"' in answer.stdout.decode("utf-8", errors="replace")


def test_the_command_runs_as_a_module_and_without_a_terminal() -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "microjob_cli", "show", "zzzz"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert (answer.returncode, answer.stdout) == (3, "")
    assert "zzzz" in answer.stderr


def test_no_site_that_takes_money_or_wants_others_brought_in_is_ranked_or_named_as_the_lowest(
    microjob: Microjob, shipped: Catalogue
) -> None:
    schemes = {
        one.id
        for one in shipped.platforms.values()
        if {warning.code for warning in one.warnings} & {WarningCode.PAY_TO_JOIN, WarningCode.MUST_RECRUIT}
    }
    others = {
        one.id
        for one in shipped.platforms.values()
        if any(said.value in NO_MICRO_JOBS for said in one.kind) or Skill.EXPERT in [said.value for said in one.skill]
    }
    assert {"veward", "sillage-app", "ringid"} <= schemes
    assert {"turing", "micro1", "techtunes-cash"} <= others
    ranked = microjob("recommend", "--limit", "1000", "-f", "json")
    assert not (schemes | others) & set(ranked.ids)
    assert {"not-ranked-expert", "not-ranked-avoid"} <= set(ranked.notes)
    names = {shipped.platforms[key].name for key in schemes | others}
    for question in ("lowest payout site", "which site has the smallest minimum withdrawal"):
        answer = microjob("ask", question).out
        assert "--sort minimum" in answer
        assert not [name for name in names if name in answer]


def test_hotovaga_is_reckoned_with_at_the_higher_of_its_two_minimums(microjob: Microjob) -> None:
    (site,) = (one for one in microjob("show", "hotovaga", "-f", "json").items)
    minimum = options(site)["bkash"]["minimum"]
    assert minimum["value"]["amounts"] == [{"amount": "500.00", "currency": "BDT"}]
    assert [claim["value"]["amounts"][0]["amount"] for claim in minimum["disputed"]] == ["100.00"]


@pytest.mark.parametrize(
    ("transfer", "day", "value"),
    [
        ("bd-rocket-bkash", "2025-11-15", "no"),
        ("bd-rocket-bkash", "2026-11-23", "yes"),
        ("bd-bank-bkash", "2026-11-23", "yes"),
        ("bd-bkash-rocket", "2025-11-15", "no"),
        ("bd-bkash-rocket", "2026-11-23", "yes"),
        ("bd-bank-nagad", "2026-11-23", "no"),
        ("bd-bkash-nagad", "2026-11-23", "no"),
    ],
)
def test_ways_between_wallets_rest_on_what_was_seen_to_work_and_not_on_what_was_announced(
    transfer: str, day: str, value: str, microjob: Microjob
) -> None:
    (item,) = microjob("why", transfer, "available", "-f", "json", today=day).items
    assert item["fact"]["value"] == value
    assert "dhakatribune-2025-10" not in {claim["source"] for claim in item["fact"]["claims"]}


def test_bkash_to_a_bank_costs_what_the_switch_costs_since_bkash_sends_over_it(microjob: Microjob) -> None:
    percents = [
        microjob("why", "bd-bkash-bank", "fee", "-f", "json", today=day).items[0]["fact"]["value"]["percent"]["high"]
        for day in ("2026-01-31", "2026-11-23")
    ]
    assert percents == [1.25, 0.85]
