"""Every code that the program can emit has its sentence, and every closed list its words."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import microjob_cli
from microjob_cli.commands.list import KNOWN_COLUMNS
from microjob_cli.domain.advice import Verdict
from microjob_cli.domain.facts import Confidence, Kind
from microjob_cli.domain.filters import Sieve, Wanted
from microjob_cli.domain.money import Money
from microjob_cli.domain.payout import Answer
from microjob_cli.domain.platform import Device, IdentityCheck, Status, Topic, WarningCode
from microjob_cli.output.sentences import FIELDS, SENTENCES, WORDS
from microjob_cli.output.views.list import COLUMNS
from tests.making import TODAY

PACKAGE = Path(microjob_cli.__file__).parent
# Whose first argument is a code with a sentence of its own.
CODED = {"Reason", "Remark", "UsageProblem", "MicrojobError"}


def emitted() -> Iterator[tuple[str, str]]:
    """Every literal code with the place where it is emitted."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            codes = node.args[1:2] if name == "resolve" else node.args[:1] if name in CODED else []
            for code in codes:
                for choice in (code.body, code.orelse) if isinstance(code, ast.IfExp) else (code,):
                    if isinstance(choice, ast.Constant) and isinstance(choice.value, str):
                        yield choice.value, f"{path.name}:{node.lineno}"


def test_every_literal_code_has_a_sentence() -> None:
    found = dict(emitted())
    assert len(found) > 40
    assert {code: place for code, place in found.items() if code not in SENTENCES} == {}


@pytest.mark.parametrize("code", [f"warned-{code}" for code in WarningCode])
def test_every_warning_has_a_sentence(code: str) -> None:
    assert SENTENCES[code]


@pytest.mark.parametrize("about", ["status", "country", "payout"])
def test_every_doubt_has_a_sentence(about: str) -> None:
    doubts = {"disputed", "stale"} if about == "country" else {"disputed", "stale", "undated"}
    assert all(f"{about}-{doubt}" in SENTENCES for doubt in doubts)


def test_every_way_of_being_left_out_has_a_sentence() -> None:
    wanted = Wanted(
        ("bkash",), (), Money.parse("5 USD"), ("survey",), Device.MOBILE, Status.ACTIVE, accepts="BD", based_in="BD"
    )
    tests = set(Sieve(wanted, (), TODAY).tests())
    assert {f"left-out-{name}" for name in tests - {"payout"}} <= set(SENTENCES)


@pytest.mark.parametrize("why", ["closed", "merged", "not-paying-reports", "unnamed", "payout-impossible", "avoid"])
def test_every_way_of_not_being_ranked_has_a_sentence(why: str) -> None:
    assert f"not-ranked-{why}" in SENTENCES


@pytest.mark.parametrize("kind", [Status, Answer, Kind, Confidence, Device, IdentityCheck, Verdict, Topic, WarningCode])
def test_every_value_of_a_closed_list_has_its_word(kind: type[Status]) -> None:
    assert {str(value) for value in kind} <= set(WORDS)


def test_every_column_has_its_heading_and_its_cell() -> None:
    assert set(KNOWN_COLUMNS) == set(COLUMNS) <= set(FIELDS)


@pytest.mark.parametrize("sentence", sorted(SENTENCES.values()))
def test_sentences_use_named_values_only(sentence: str) -> None:
    for _, name, form, conversion in string.Formatter().parse(sentence):
        assert name is None or name.isidentifier()
        assert not form
        assert not conversion
