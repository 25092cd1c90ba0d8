"""What to do first on a site, what to check before, and what never to do."""

from __future__ import annotations

from typing import Any

from microjob_cli.advice.reasons import Reason, first_steps
from microjob_cli.advice.search import Search, Wish
from microjob_cli.catalog.facts import Confidence
from microjob_cli.catalog.measures import Minimum, Percent
from microjob_cli.catalog.platform import IdentityCheck, Lookalike, Note, Topic, WarningCode
from microjob_cli.payouts.router import Router
from tests.making import EVIDENCE, catalogue, claim, facts, least, option, site, warning


def steps(**fields: Any) -> dict[str, Reason]:
    """The steps by code, in order."""
    advice = Search(Wish(), Router(catalogue(), EVIDENCE, "BD")).advise(facts(site(**fields)))
    return {step.code: step for step in first_steps(advice.facts, advice.option)}


def test_the_steps_on_a_site_of_which_much_is_known_are_in_order() -> None:
    told = steps(
        website="https://site.example",
        lookalikes=(Lookalike("E.", "ব।", "blog", Confidence.LOW, address="sight.example"),),
        identity_checks=(claim(frozenset({IdentityCheck.SELFIE}), "official"),),
        success_rate=(claim(Percent.parse("75%"), "official"),),
        warnings=(warning(WarningCode.ACCOUNT_LOSS), warning(WarningCode.RULE_BREAKING_TASKS)),
        notes=(Note("Fridays.", "শুক্রবার।", "official", Confidence.HIGH, topic=Topic.SCHEDULE),),
    )
    assert list(told) == [
        "step-sign-up", "step-lookalikes", "step-identity", "step-check-minimum", "step-small-withdrawal",
        "step-keep-account", "step-success-rate", "step-schedule", "step-never-break-rules", "step-never",
    ]  # fmt: skip
    assert told["step-sign-up"].details == {"website": "https://site.example"}
    assert told["step-lookalikes"].details == {"addresses": ("sight.example",)}
    assert told["step-identity"].details == {"checks": {IdentityCheck.SELFIE}}
    assert told["step-check-minimum"].details["minimum"] == Minimum.parse("300 BDT")
    assert told["step-success-rate"].details == {"rate": Percent.parse("75%")}


def test_on_a_site_of_which_little_is_known_the_warnings_remain() -> None:
    assert list(steps(payouts=(), website=None)) == ["step-no-website", "step-never"]


def test_a_site_that_asks_for_nothing_needs_no_papers() -> None:
    assert "step-identity" not in steps(identity_checks=(claim(frozenset({IdentityCheck.NONE}), "official"),))


def test_an_unknown_minimum_is_to_be_asked_for() -> None:
    assert {"step-ask-minimum", "step-small-withdrawal"} <= set(steps(payouts=(option("bkash"),)))


def test_a_disputed_minimum_is_to_be_looked_up() -> None:
    disputed = (*least("300 BDT"), claim(Minimum.parse("500 BDT"), "forum"))
    told = steps(payouts=(option(minimum=disputed),))
    assert told["step-check-disputed"].details["minimum"] == Minimum.parse("500 BDT")
    assert told["step-check-disputed"].details["others"] == (Minimum.parse("300 BDT"),)
    assert "step-check-minimum" not in told


def test_the_last_step_is_always_what_never_to_do() -> None:
    assert list(steps())[-1] == "step-never"
    assert list(steps(payouts=()))[-1] == "step-never"
