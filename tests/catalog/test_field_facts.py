"""Every fact under its name: none forgotten, and each known by `microjob why`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.explaining import FieldFact, field_facts
from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Days, Fee, Minimum, Pay, Percent, Score
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, PayoutOption, Standing
from microjob_cli.catalog.platform import (
    Device,
    IdentityCheck,
    PayToJoin,
    Platform,
    PlatformKind,
    Rating,
    Skill,
    Status,
    TaskOffer,
)
from microjob_cli.catalog.record_facts import AGES
from microjob_cli.catalog.transfer import Limit, LimitBasis, Transfer
from tests.making import EVIDENCE, TODAY, claim, facts, method, platform

# One value of each field that a record can hold.
PLAIN: dict[str, Any] = {
    "status": Status.ACTIVE, "kind": PlatformKind.SURVEYS, "skill": Skill.TEST, "pay_to_join": PayToJoin.NO,
    "successor": "other", "founded": PartialDate(2013),
    "headquarters": "US", "owner": "Example Ltd.", "devices": frozenset({Device.MOBILE}),
    "identity_checks": frozenset({IdentityCheck.EMAIL}), "review_days": Days.parse("3"),
    "success_rate": Percent.parse("75%"), "task_pay": Pay.parse("1 USD per task"),
    "earnings": Pay.parse("9 USD per month"),
}  # fmt: skip
OPTION: dict[str, Any] = {
    "offered": Answer.YES, "minimum": Minimum.parse("5 USD"), "fee": Fee.parse("1%"), "days": Days.parse("2"),
    "since": PartialDate(2020), "until": PartialDate(2030), "superseded_by": "nagad",
}  # fmt: skip
TRANSFER: dict[str, Any] = {
    "available": Answer.YES, "standing": Standing.CLEAR, "fee": Fee.parse("1%"), "fee_minimum": Money.parse("5 BDT"),
    "fee_maximum": Money.parse("9 BDT"), "margin": Percent.parse("1%"), "days": Days.parse("1"),
}  # fmt: skip


def full(as_of: str) -> tuple[Platform, Transfer, Any]:
    """A platform, a transfer and a method of which everything is known since that day."""

    def said(value: Any) -> Any:
        return (claim(value, "official", as_of),)

    site = platform(
        accepts={"BD": said(Answer.YES)},
        payouts=(PayoutOption("bkash", **{name: said(value) for name, value in OPTION.items()}),),
        tasks=(TaskOffer("survey", said(Answer.YES), said(Pay.parse("1 USD per task"))),),
        ratings=(Rating("Fairwork", said(Score.parse("3/10"))),),
        **{name: said(value) for name, value in PLAIN.items()},
    )
    limit = Limit(LimitBasis.DAY, said(Money.parse("1 BDT")), said(Money.parse("9 BDT")))
    hop = Transfer(
        "hop", "BD", "paypal", "bkash", limits=(limit,), **{name: said(value) for name, value in TRANSFER.items()}
    )
    wallet = method("bkash", reaches={"BD": said(Answer.YES)}, standing={"BD": said(Standing.CLEAR)})
    return site, hop, wallet


def every(as_of: str) -> list[FieldFact]:
    site, hop, wallet = full(as_of)
    return [
        *field_facts("platforms", site, EVIDENCE),
        *field_facts("transfers", hop, EVIDENCE),
        *field_facts("methods", wallet, EVIDENCE),
    ]


def test_no_fact_of_a_platform_is_forgotten() -> None:
    site, _, _ = full("2026-10-01")
    plain = {name for name in Platform.__struct_fields__ if isinstance(getattr(facts(site), name, None), Fact)}
    assert plain == set(PLAIN)
    assert {field.name for field in field_facts("platforms", site, EVIDENCE)} == {
        *PLAIN, *(f"payouts.bkash.{name}" for name in OPTION), "accepts.BD", "tasks.survey.offered",
        "tasks.survey.pay", "ratings.Fairwork.score",
    }  # fmt: skip


@pytest.mark.parametrize("field", every("1990-01-01"), ids=lambda field: field.sort)
def test_only_the_fields_with_an_age_grow_stale(field: FieldFact) -> None:
    assert field.fact.stale is (field.sort in AGES)


def test_every_age_is_that_by_which_the_fact_grows_stale() -> None:
    sorts = {field.sort for field in every("2026-10-01")}
    assert set(AGES) <= sorts
    for sort, age in AGES.items():
        at, past = TODAY - timedelta(days=age), TODAY - timedelta(days=age + 1)
        assert not [field for field in every(str(at)) if field.sort == sort and field.fact.stale]
        assert all(field.fact.stale for field in every(str(past)) if field.sort == sort)


def test_the_status_unknown_tells_nothing() -> None:
    (field, *_) = field_facts("platforms", platform(status=(claim(Status.UNKNOWN),)), EVIDENCE)
    assert (field.name, field.fact.known, field.known, field.undated) == ("status", True, False, False)


def test_undated_is_what_can_grow_stale_and_has_no_date() -> None:
    site = platform(founded=(claim(PartialDate(2013)),), devices=(claim(frozenset({Device.MOBILE})),))
    undated = [field.name for field in field_facts("platforms", site, EVIDENCE) if field.undated]
    assert undated == ["devices"]
