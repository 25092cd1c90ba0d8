"""Which language a call is answered in."""

from __future__ import annotations

import pytest

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.i18n.choosing import language
from tests.running import Microjob

BENGALI = "এই নামে কোনো সাইট নেই"


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({}, "en"),
        ({"LANG": "bn_BD.UTF-8"}, "bn"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "bn_BD.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "bn"}, "bn"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "bn_IN"}, "bn"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "bn:en"}, "bn"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:bn"}, "bn"),
        ({"LANGUAGE": "bn"}, "bn"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "bn"}, "en"),
        ({"LC_ALL": "POSIX", "LANG": "bn_BD.UTF-8"}, "en"),
        ({"LANG": "nonsense"}, "en"),
    ],
)
def test_the_environment_chooses(variables: dict[str, str], code: str) -> None:
    assert language(None, variables).code == code


@pytest.mark.parametrize(("asked", "code"), [("bn", "bn"), ("BN", "bn"), ("bn_BD.UTF-8", "bn"), ("en-GB", "en")])
def test_what_is_asked_for_wins(asked: str, code: str) -> None:
    other = {"en": "bn_BD.UTF-8", "bn": "en_US.UTF-8"}[code]
    assert language(asked, {"LC_ALL": other}).code == code


@pytest.mark.parametrize("asked", ["xx", "bengali", "b n", "-"])
def test_what_is_asked_for_must_be_known(asked: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        language(asked, {"LANG": "bn_BD.UTF-8"})
    assert problem.value.details == {"found": asked, "known": "en, bn"}


@pytest.mark.parametrize(
    "words", [("--lang", "bn", "show", "qqqq"), ("show", "qqqq", "--lang=bn"), ("show", "--lang", "bn", "qqqq")]
)
def test_the_option_stands_before_and_after_the_command(words: tuple[str, ...], on_small: Microjob) -> None:
    assert BENGALI in on_small(*words).err


def test_what_is_typed_last_wins(on_small: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MICROJOB_LANG", "bn")
    assert BENGALI in on_small("show", "qqqq").err
    assert BENGALI not in on_small("show", "qqqq", "--lang", "en").err
    assert BENGALI in on_small("--lang", "en", "show", "qqqq", "--lang", "bn").err


@pytest.mark.parametrize("before", [True, False])
def test_an_unknown_language_is_wrong_usage(before: bool, on_small: Microjob) -> None:
    asked = ("--lang", "xx")
    answer = on_small(*asked, "list") if before else on_small("list", *asked)
    assert answer.code == 2
    assert "xx" in answer.err
    assert "en, bn" in answer.err


def test_the_variable_is_as_strict_as_the_option(on_small: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MICROJOB_LANG", "xx")
    monkeypatch.setenv("LANG", "bn_BD.UTF-8")
    answer = on_small("list")
    assert answer.code == 2
    assert "ভাষা" in answer.err  # the error itself is told in the language of the environment


def test_the_environment_is_no_reason_to_fail(on_small: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "xx_XX.UTF-8")
    assert "No site named" in on_small("show", "qqqq").err
    monkeypatch.setenv("LANG", "bn_BD.UTF-8")
    assert BENGALI in on_small("show", "qqqq").err
