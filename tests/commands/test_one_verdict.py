"""Whoever asks gets the same verdict on the same site on the same day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.running import Microjob

COUNTRIES = ("BD", "IN", "PK")


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_same_verdict_from_every_command(country: str, microjob: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    def items(*words: str) -> list[dict[str, Any]]:
        return microjob("--country", country, *words, "-f", "json").items

    listed = {item["id"]: item for item in items("list")}
    verdicts = {key: item["verdict"] for key, item in listed.items()}
    assert len(set(verdicts.values())) >= 3
    assert {item["platform"]: item["verdict"] for item in items("recommend", "--all")} == verdicts
    told = {key: (item["verdict"], item["evidence"], item["verdict_reasons"]) for key, item in listed.items()}
    keys = sorted(verdicts)[:: 1 if country == "BD" else 4]
    for key in keys:
        (shown,) = items("show", key)
        assert (shown["verdict"], shown["evidence"], shown["verdict_reasons"]) == told[key]
    for pair in zip(keys[::2], keys[1::2], strict=False):
        assert [item["verdict"] for item in items("compare", *pair)] == [verdicts[key] for key in pair]
    for key in keys:
        if website := listed[key]["website"]:
            checked = [one for one in items("check", website) if one["platform"] == key]
            assert {one["verdict"] for one in checked} == {verdicts[key]}, key
    questions = "".join(f"is {item['name']} real?\n" for item in map(listed.get, keys) if item)
    monkeypatch.setattr("microjob_cli.terminal.piped", lambda: questions)
    answered = [(item["slots"].get("platforms"), item["verdict"]) for item in items("ask")]
    judged = [(named[0], verdict) for named, verdict in answered if named and verdict]
    assert [(key, verdict) for key, verdict in judged if verdicts[key] != verdict] == []
    assert len(judged) > 0.8 * len(keys)


def test_evidence_is_told_with_its_date_and_source(microjob: Microjob) -> None:
    for item in microjob("list", "-f", "json").items:
        said = item["evidence"]
        assert (said["source"] is None) is (said["level"] in ("site-only", "nobody"))
        assert (said["newest"] is None) is (said["source"] is None)
        assert said["witnesses"] >= (said["proofs"] > 0)


def test_brief_list_for_assistants_is_small(microjob: Microjob) -> None:
    answer = microjob("list", "--brief", "-f", "json")
    assert {item["verdict"] for item in answer.items} <= {"proven", "unproven"}
    counts = {note["code"]: note["count"] for note in answer.json["notes"]}
    assert sum(counts.values()) + len(answer.items) == answer.json["catalogue"]["platforms"]
    assert {code.startswith("not-ranked-") for code in counts} == {True}
