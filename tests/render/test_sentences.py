"""Every code that the program can emit has its sentence, and every closed list its words."""

from __future__ import annotations

import ast
import string
from collections.abc import Mapping
from pathlib import Path

import pytest

import microjob_cli
from microjob_cli.advice.filters import PlatformFilter, Wanted
from microjob_cli.advice.ranking import MINIMUMS, WITNESSES
from microjob_cli.advice.search import TOO_LITTLE
from microjob_cli.advice.verdict import PAYING, Verdict
from microjob_cli.catalog.facts import Confidence, SourceKind
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import CountryCode, MethodId, PlatformId
from microjob_cli.catalog.payout import Answer, Standing
from microjob_cli.catalog.platform import NO_MICRO_JOBS, Device, IdentityCheck, Skill, Status, Topic, WarningCode
from microjob_cli.commands.list import KNOWN_COLUMNS
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.record_sentences import FINDINGS
from microjob_cli.render.sentences import FIELDS, SENTENCES, WORDS
from microjob_cli.render.views.list import COLUMNS
from tests.making import TODAY

PACKAGE = Path(microjob_cli.__file__).parent
# Whose first argument (of `resolve` the second one) is a code with a sentence of its own.
SPOKEN = {"Reason": 0, "Remark": 0, "UsageProblem": 0, "MicrojobError": 0, "resolve": 1}
FOUND = {"Finding": 0, "refuse": 0}


def emitted(by: Mapping[str, int]) -> dict[str, str]:
    """Every literal code that these calls emit, with the place of one of them; "" gets its code from a rule."""
    return {
        code.value: f"{path.name}:{call.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        for code in _choices(call, by)
        if isinstance(code, ast.Constant) and isinstance(code.value, str) and code.value
    }


def _choices(call: ast.Call, by: Mapping[str, int]) -> tuple[ast.expr, ...]:
    """What the code of a call may be: one expression, or both of "this if so else that"."""
    place = by.get(call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", ""))
    if place is None or place >= len(call.args):
        return ()
    code = call.args[place]
    return (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,)


def test_every_literal_code_has_a_sentence() -> None:
    found = emitted(SPOKEN)
    assert len(found) > 40
    assert {code: place for code, place in found.items() if code not in SENTENCES} == {}


def test_every_literal_finding_has_a_sentence() -> None:
    found = emitted(FOUND)
    assert len(found) > 20
    assert {code: place for code, place in found.items() if code not in FINDINGS} == {}


@pytest.mark.parametrize("code", [f"warned-{code}" for code in WarningCode])
def test_every_warning_has_a_sentence(code: str) -> None:
    assert SENTENCES[code]


@pytest.mark.parametrize("about", ["country", "payout"])
def test_every_doubt_has_a_sentence(about: str) -> None:
    doubts = {"disputed", "stale"} if about == "country" else {"disputed", "stale", "undated"}
    assert all(f"{about}-{doubt}" in SENTENCES for doubt in doubts)


def test_every_key_of_the_order_has_its_words() -> None:
    assert {f"key-minimum-{one}" for one in MINIMUMS} | {f"key-witness-{one}" for one in WITNESSES} <= set(SENTENCES)


@pytest.mark.parametrize("kind", SourceKind)
def test_every_kind_of_source_can_be_a_witness(kind: SourceKind) -> None:
    assert f"said-by-{kind}" in SENTENCES


def test_every_way_of_being_left_out_has_a_sentence() -> None:
    wanted = Wanted(
        payout=("bkash",), max_minimum=Money.parse("5 USD"), task=("survey",), device=Device.MOBILE,
        status=Status.ACTIVE, accepts="BD", based_in="BD",
    )  # fmt: skip
    tests = set(PlatformFilter(wanted, (), TODAY).tests())
    assert {f"left-out-{name}" for name in tests - {"payout"}} <= set(SENTENCES)


@pytest.mark.parametrize(
    "why",
    [*(one for one in Verdict if one not in PAYING), *NO_MICRO_JOBS, Skill.EXPERT, TOO_LITTLE, "payout-unknown",
     "reach-unknown"],
)  # fmt: skip
def test_every_way_of_not_being_ranked_has_a_sentence(why: str) -> None:
    assert f"not-ranked-{why}" in SENTENCES


@pytest.mark.parametrize(
    "kind", [Status, Answer, SourceKind, Confidence, Device, IdentityCheck, Verdict, Topic, WarningCode]
)
def test_every_value_of_a_closed_list_has_its_word(kind: type[Status]) -> None:
    assert {str(value) for value in kind} <= set(WORDS)


def test_every_column_has_its_heading_and_its_cell() -> None:
    assert set(KNOWN_COLUMNS) == set(COLUMNS) <= set(FIELDS)


@pytest.mark.parametrize("sentence", sorted({*SENTENCES.values(), *FINDINGS.values()}))
def test_sentences_use_named_values_only(sentence: str) -> None:
    for _, name, form, conversion in string.Formatter().parse(sentence):
        assert name is None or name.isidentifier()
        assert not form
        assert not conversion


def test_ids_are_told_by_the_names_they_stand_for(page: Formatter) -> None:
    assert page.say("{what}", what=MethodId("bkash")) == "bKash"
    assert page.say("{what}", what=(MethodId("bkash"), MethodId("paypal"))) == "bKash or PayPal"
    assert page.say("{what}", what=CountryCode("BD")) == "Bangladesh"
    assert page.say("{what}", what=PlatformId("paypalonly")) == "PayPalOnly"


def test_text_that_only_looks_like_an_id_is_left_as_it_is(page: Formatter) -> None:
    assert page.say("{method}, {country}", method="bkash", country="BD") == "bkash, BD"


def test_where_no_heading_speaks_of_the_law_the_words_do(page: Formatter) -> None:
    assert page.standing(Standing.CLEAR) == "lawful"
    assert page.standing(Standing.UNKNOWN) == "law not clear"
