"""`microjob tasks`: all kinds of work, and one of them."""

from __future__ import annotations

import re

from tests.running import Microjob


def test_every_kind_of_work_is_listed_once(microjob: Microjob) -> None:
    found = microjob("tasks", "-f", "json").items
    ids = [one["id"] for one in found]
    assert len(ids) == len(set(ids)) > 30
    assert {"survey", "social-like", "data-entry"} <= set(ids)


def test_what_breaks_rules_or_is_dangerous_is_marked_and_not_estimated(microjob: Microjob) -> None:
    found = {one["id"]: one for one in microjob("tasks", "-f", "json").items}
    for key in ("social-like", "review-writing", "account-creation", "captcha"):
        assert found[key]["breaks_rules"] and found[key]["hourly"] is None and not found[key]["estimated"]
        assert found[key]["no_estimate"]["code"] == "no-estimate-breaks-rules"
    assert found["investment"]["danger"] and found["investment"]["hourly"] is None
    survey = found["survey"]
    assert (survey["breaks_rules"], survey["danger"], survey["no_estimate"]) == (None, None, None)
    assert survey["hourly"]["low"] < survey["hourly"]["typical"] < survey["hourly"]["high"]


def test_the_list_puts_them_apart(microjob: Microjob) -> None:
    rows, _, apart = microjob("tasks").out.partition("not estimated")
    known, _, unknown = rows.partition("breaks rules")
    assert "Surveys" in known and "Sign-ups" in known
    assert "Data entry" in unknown
    assert re.search(r"^Likes, follows and subscribes +breaks rules", rows, re.MULTILINE)
    assert "Likes, follows and subscribes: Social sites forbid" in apart


def test_one_kind_of_work_on_its_page(microjob: Microjob) -> None:
    out = microjob("tasks", "survey").out
    for told in ("0.50 to 3 USD per task", "10 minutes", "3 to 18 USD", "SproutGigs", "0.60 USD", "1.20 USD", "Asia"):
        assert told in out
    assert "microjob estimate --task survey" in out


def test_the_page_of_rule_breaking_work_warns_and_sends_nobody_there(microjob: Microjob) -> None:
    out = microjob("tasks", "লাইক").out
    assert "Breaks other sites' rules" in out and "may be restricted" in out
    assert "No estimate" in out
    assert "microjob estimate --task" not in out


def test_the_page_as_json(microjob: Microjob) -> None:
    (item,) = microjob("tasks", "sign-up", "-f", "json").items
    assert item["pay"]["value"]["currency"] == "USD"
    assert item["minutes"]["value"] == {"low": 1, "high": 5}
    assert item["gross_per_hour"] == {"low": 0.36, "high": 60, "currency": "USD"}
    assert "sproutgigs" in [one["id"] for one in item["platforms"]]
    zones = [floor["least"]["asia"]["value"]["low"] for floor in item["price_floors"]]
    assert zones == [0.1, 0.1]
    assert {floor["zone"] for floor in item["price_floors"]} == {"asia"}


def test_sites_that_ended_or_defraud_are_not_offered(microjob: Microjob) -> None:
    listed = {one["id"] for task in microjob("tasks", "-f", "json").items for one in task["platforms"]}
    assert listed.isdisjoint({"jobboy", "ringid", "mtfe", "amazon-mechanical-turk"})


def test_the_list_as_csv(microjob: Microjob) -> None:
    head, *rows = microjob("tasks", "-f", "csv").out.splitlines()
    assert head.removeprefix("\ufeff").split(",")[:3] == ["task", "name", "pay"]
    assert len(rows) > 30


def test_a_spelling_leads_to_the_kind_of_work(microjob: Microjob) -> None:
    assert [one["id"] for one in microjob("tasks", "servey", "-f", "json").items] == ["survey"]


def test_an_unknown_kind_of_work_exits_3(microjob: Microjob) -> None:
    assert microjob("tasks", "nosuchtask").code == 3
