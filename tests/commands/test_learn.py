"""`microjob learn`: the topics, and the claims ledger."""

from __future__ import annotations

import pytest

from microjob_cli.domain.assumptions import Support
from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.ledger import Holds
from microjob_cli.domain.supporting import found
from tests.making import TODAY
from tests.running import Microjob


def supports(shipped: Catalogue) -> list[Support]:
    assumed = [support for one in shipped.assumptions.values() for support in one.rests_on]
    return assumed + [support for one in shipped.ledger.values() for support in one.evidence]


def test_without_a_topic_it_lists_them(microjob: Microjob) -> None:
    assert "income" in [one["topic"] for one in microjob("learn", "-f", "json").items]
    assert "income" in microjob("learn").out


def test_each_claim_has_a_verdict_a_reason_and_evidence(microjob: Microjob) -> None:
    items = microjob("learn", "income", "-f", "json").items
    assert len(items) >= 10
    assert {one["verdict"] for one in items} == {str(verdict) for verdict in Holds}
    assert all(one["text"] and one["evidence"] and one["claim"] for one in items)
    assert all(support["text"] for one in items for support in one["evidence"])


def test_the_monthly_promise_is_set_beside_this_programs_own_estimate(microjob: Microjob) -> None:
    items = {one["id"]: one for one in microjob("learn", "income", "-f", "json").items}
    own = [one["estimate"] for one in items["month-income"]["evidence"] if one["estimate"]]
    assert [one["hours_per_day"] for one in own] == [1.0, 4.0]
    (again,) = microjob("estimate", "--hours", "4", "-f", "json").items
    assert own[1]["typical"] == again["monthly"]["typical"]
    assert items["month-income"]["verdict"] == "rosy"


def test_the_oldest_site_is_shown_to_be_another_one(microjob: Microjob) -> None:
    out = microjob("learn", "income").out
    assert "Amazon Mechanical Turk, Founded: 2005" in out
    assert "Microworkers, Founded: by June 2009" in out
    assert "wrong" in out


def test_the_law_and_the_reach_of_a_method_are_named(microjob: Microjob) -> None:
    out = microjob("learn", "income").out
    assert "PayPal, Works in Bangladesh: no" in out
    assert "Litecoin, The law: forbidden" in out


@pytest.mark.parametrize("word", ["income", "Earnings", "আয়"])
def test_a_topic_has_several_names(microjob: Microjob, word: str) -> None:
    assert microjob("learn", word, "-f", "json").json["query"]["topic"] == "income"


def test_an_unknown_topic_exits_3_with_a_suggestion(microjob: Microjob) -> None:
    answer = microjob("learn", "incom", "-f", "json")
    assert answer.code == 3
    assert answer.json["error"]["suggestions"][0] == "income"


def test_the_ledger_as_csv(microjob: Microjob) -> None:
    head, *rows = microjob("learn", "income", "-f", "csv").out.splitlines()
    assert head.removeprefix("\ufeff") == "claim,text,verdict,why,source"
    assert rows[0].startswith("month-income,")


def test_all_that_assumptions_and_verdicts_rest_on_is_there(shipped: Catalogue) -> None:
    evidence = shipped.evidence(TODAY)
    for support in supports(shipped):
        if support.estimate_hours is not None:
            continue
        looked_up = found(support, shipped, evidence)
        told = looked_up.text is not None or any(looked_up.sources)
        assert told, f"{support} names nothing"


def test_every_study_has_an_address_to_read(shipped: Catalogue) -> None:
    for study in shipped.studies.values():
        assert shipped.sources[study.source].address.startswith("http")


def test_unread_claims_of_before_a_source_existed_are_not_shown(microjob: Microjob) -> None:
    assert microjob("learn", "income", "-f", "json", today="2019-01-01").items == []
