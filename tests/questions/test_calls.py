"""Which command answers a question, and that each of these commands takes what it is given."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.questions import MARKS, Intent, Tells, Template
from microjob_cli.catalog.text import Text
from microjob_cli.cli import COMMANDS
from microjob_cli.commands.running import result_of_words
from microjob_cli.questions.answers import TAKES, Asked, call_for
from microjob_cli.settings import Settings
from tests.making import settings_for
from tests.questions.phrasebook import catalogue

SOME = catalogue()
NOTHING: frozenset[str] = frozenset()


def words(
    run: str, slots: dict[str, Any], *said: str, text: str = "a question", known: Catalogue = SOME, **more: Any
) -> str:
    """The command of an intent that has this one template."""
    intent = Intent("any", Text("", ""), guide="start", commands=(Template(run),), **more)
    return " ".join(call_for(intent, Asked(slots, frozenset(said), text, "BD"), known).words)


@pytest.mark.parametrize(
    ("run", "slots", "command"),
    [
        ("list", {}, "list"),
        ("list", {"hq_country": "BD"}, "list --based-in BD"),
        ("list", {"payout_methods": ["bkash", "nagad"]}, "list --payout bkash --payout nagad"),
        ("list", {"payout_methods": ["bkash", "nagad"], "payout_all": True}, "list --also bkash --also nagad"),
        ("list", {"payout_methods_excluded": ["paypal", "skrill"]}, "list --without paypal --without skrill"),
        ("list --sort minimum", {"max_threshold_usd": 5}, "list --sort minimum --max-minimum 5 USD"),
        ("list", {"max_threshold_bdt": 300}, "list --max-minimum 300 BDT"),
        ("list --accepts {home}", {}, "list --accepts BD"),
        ("list", {"country": "IN"}, "list --accepts IN"),
        ("list", {"country": "BD"}, "list"),
        ("recommend", {"hours_per_day": 2, "device": "mobile"}, "recommend --device mobile --hours 2"),
        ("recommend", {"hours_per_day": 48}, "recommend"),
        ("recommend", {"country": "IN"}, "recommend --country IN"),
        ("recommend --prefer soonest", {"prefer": "safest"}, "recommend --prefer soonest"),
        ("route {start} --to {to}", {"payout_methods": ["payoneer"], "route_to": "nagad"}, "route payoneer --to nagad"),
        ("route {start} --to {to}", {"platforms": ["hotovaga"], "route_to": "bdt"}, "route hotovaga --to bkash"),
        (
            "route {start} --to {to}",
            {"platforms": ["hotovaga"], "payout_methods": ["skrill"], "route_to": "bkash", "amount_usd": 10},
            "route skrill --to bkash --amount 10 USD",
        ),
        (
            "route {start} --to {to}",
            {"payout_methods": ["skrill"], "country": "IN"},
            "route skrill --to bank --country IN",
        ),
        ("estimate {site}", {"hours_per_week": 10}, "estimate --hours 1.43"),
        ("estimate", {"hours_per_week": 10, "days_per_week": 5}, "estimate --hours 2.04 --days 21"),
        ("estimate", {"hours_per_month": 60}, "estimate --hours 2"),
        ("estimate", {"days_per_month": 20, "hours_per_day": 3}, "estimate --hours 3 --days 20"),
        ("estimate", {"days_per_week": 9}, "estimate"),
        ("estimate", {"target_bdt_per_month": 5000}, "estimate --target 5000 BDT"),
        ("estimate", {"target_bdt_per_day": 100}, "estimate --target 3000 BDT"),
        ("estimate {site}", {"platforms": ["hotovaga"]}, "estimate hotovaga"),
        ("estimate", {"task_types": ["survey"]}, "estimate --task survey"),
        ("estimate", {"task_types": ["survey", "likes"]}, "estimate"),
        ("compare {sites}", {"platforms": ["a", "b", "c", "d"], "aspects": ["fee"]}, "compare a b c --rows fee"),
        ("payouts {method}", {"payout_methods": ["skrill"], "amount_bdt": 0.001}, "payouts skrill --amount 0.01 BDT"),
    ],
)  # fmt: skip
def test_a_template_is_filled_and_takes_along_all_that_the_command_takes(
    run: str, slots: dict[str, Any], command: str
) -> None:
    known = SOME if not {"a", "hotovaga"} & set(slots.get("platforms", ())) else with_sites("a", "hotovaga")
    assert words(run, slots, known=known) == command


def with_sites(*keys: str) -> Catalogue:
    return catalogue(platforms={**SOME.platforms, **dict.fromkeys(keys, SOME.platforms["hotovaga"])})


def test_the_first_template_whose_words_were_said_is_run_else_the_guide() -> None:
    commands = (Template("tasks", all=("survey/likes",), none=("fee",)), Template("payouts", all=("fee",)))
    intent = Intent("any", Text("", ""), guide="start", commands=commands)
    said = {("survey",): "tasks", ("survey", "fee"): "payouts", ("fee",): "payouts", (): "learn start"}
    for heard, command in said.items():
        assert " ".join(call_for(intent, Asked({}, frozenset(heard), ""), SOME).words) == command


def test_of_a_site_its_record_answers_and_of_an_unknown_one_check() -> None:
    about: dict[str, Any] = {"of_a_site": True, "aspect": "fee", "tells": Tells(("fee",), verdict=True)}
    assert words("list", {"platforms": ["hotovaga"]}, **about) == "show hotovaga"
    assert words("list", {"platforms": ["hotovaga", "sproutgigs"]}, **about) == "compare hotovaga sproutgigs --rows fee"
    assert words("list", {"platforms_unlisted": ["zorbagigs"]}, text="is it?", **about) == "check is it?"
    assert words("list", {"platforms": ["hotovaga"]}, "an-address", text="-x", **about) == "check -- -x"
    assert words("list", {}, **about) == "list"


def test_crypto_in_general_is_every_coin_by_which_a_site_pays(shipped: Catalogue) -> None:
    coins = words("list", {"payout_kind": "crypto"}, known=shipped).split()[2::2]
    assert ({str(shipped.methods[coin].kind) for coin in coins}, len(coins) > 1) == ({"crypto"}, True)


def test_what_a_command_is_said_to_take_it_takes() -> None:
    everywhere = {"country"}
    for command, names in TAKES.items():
        takes = set(inspect.signature(import_module(f"microjob_cli.commands.{command}").run).parameters)
        assert set(names) <= takes | everywhere, command


# What a question may name, one after the other and together.
NAMED: tuple[dict[str, Any], ...] = (
    {},
    {"platforms": ["sproutgigs"]},
    {"platforms": ["sproutgigs", "microworkers"]},
    {"platforms": ["sproutgigs"], "payout_methods": ["skrill"], "route_to": "bkash", "amount_usd": 12.5},
    {"platforms_unlisted": ["zorbagigs"]},
    {"payout_methods": ["bkash", "nagad"]},
    {"payout_methods": ["payoneer"], "route_to": "bank", "amount_bdt": 5000},
    {"payout_methods": ["bkash"], "route_to": "bkash"},
    {"payout_methods_excluded": ["paypal"], "max_threshold_usd": 0.5},
    {"payout_kind": "crypto", "max_threshold_bdt": 300},
    {"task_types": ["survey"], "device": "mobile", "hours_per_day": 2},
    {"device": "desktop", "hours_per_day": 0.5, "target_bdt_per_month": 10000},
    {"hours_per_day": 100, "target_bdt_per_day": 500},
    {"country": "IN", "hq_country": "BD"},
    {"payout_methods": ["bkash", "nagad"], "payout_all": True, "country": "IN"},
    {"hours_per_week": 20, "days_per_week": 3},
)
_MARKED = {"platforms": "a-site", "task_types": "a-task", "payout_methods": "a-method", "device": "a-device"}


@pytest.fixture(scope="module")
def call(shipped: Catalogue) -> Settings:
    return settings_for(shipped, language_asked=True)


@settings(max_examples=120, deadline=None)
@given(
    slots=st.sampled_from(NAMED),
    said=st.frozensets(st.sampled_from(sorted(MARKS)), max_size=4),
    text=st.sampled_from(["a question", "https://sproutgigs.com", "--payout bkash first"]),
    number=st.integers(0, 999),
)
def test_every_intent_is_answered_by_a_command_that_runs(
    slots: dict[str, Any], said: frozenset[str], text: str, number: int, shipped: Catalogue, call: Settings
) -> None:
    intents = list(shipped.intents.values())
    heard = said - set(_MARKED.values()) - {"two-sites", "two-tasks"}
    heard |= {mark for name, mark in _MARKED.items() if slots.get(name)}
    heard |= {"two-sites"} if len(slots.get("platforms", ())) > 1 else NOTHING
    found = call_for(intents[number % len(intents)], Asked(slots, heard, text, "BD"), shipped)
    assert found.command in COMMANDS
    assert result_of_words(found.words, call) is not None, found.words
