"""The options of every command, exit codes, and what is said when something is wrong."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from microjob_cli import __version__, help_texts
from microjob_cli.cli import COMMANDS, GROUPS, main
from microjob_cli.commands.home import QUESTIONS
from tests.every_command import names
from tests.running import Microjob, Overlay

FORMATS = ("table", "json", "jsonl", "csv", "markdown")


@pytest.mark.parametrize(
    "words", [("-f", "json", "list"), ("list", "-f", "json"), ("list", "--format=json"), ("list", "-fjson")]
)
def test_global_options_work_before_and_after_the_command(words: tuple[str, ...], on_small: Microjob) -> None:
    assert on_small(*words).json["command"] == "list"


@pytest.mark.parametrize(
    "words", [("--today", "2015-01-01", "show", "examplegigs"), ("show", "examplegigs", "--today", "2015-01-01")]
)
def test_what_is_typed_last_wins(words: tuple[str, ...], on_small: Microjob) -> None:
    assert on_small(*words, "-f", "json", today=None).json["today"] == "2015-01-01"
    assert on_small("show", "examplegigs", "--today", "2015-01-01", "-f", "json").json["today"] == "2015-01-01"


def test_environment_variables_give_what_was_not_typed(on_small: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MICROJOB_FORMAT", "json")
    monkeypatch.setenv("MICROJOB_TODAY", "2015-01-01")
    monkeypatch.setenv("MICROJOB_COUNTRY", "IN")
    value = on_small("show", "examplegigs", today=None).json
    assert (value["today"], list(value["items"][0]["accepts"])) == ("2015-01-01", ["BD", "IN"])
    assert on_small("show", "nopay").json["today"] == "2026-11-23"
    assert not on_small("show", "nopay", "-f", "table").out.startswith("{")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, microjob: Microjob) -> None:
    answer = microjob(command, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert "Usage: microjob" in answer.out
    for option in ("--country", "--format", "--data", "--today"):
        assert option in answer.out


def test_help_names_every_command(microjob: Microjob) -> None:
    answer = microjob("--help", today=None)
    assert answer.code == 0
    listed = re.findall(r"^  (\w+)  ", answer.out.partition("\nCommands:\n")[2], re.MULTILINE)
    assert listed == [*COMMANDS, *GROUPS]


@pytest.mark.parametrize("words", [(), ("--lang", "bn"), ("-f", "json"), ("-f", "csv"), ("-f", "markdown")])
def test_without_a_command_it_asks_what_one_wants_to_know(words: tuple[str, ...], microjob: Microjob) -> None:
    answer = microjob(*words, today=None)
    assert (answer.code, answer.err) == (0, "")
    for command in QUESTIONS.values():
        assert command in answer.out.replace('""', '"').replace('\\"', '"')
    if "json" in words:
        assert answer.json["command"] == "home"
        assert [item["code"] for item in answer.items] == list(QUESTIONS)


@pytest.mark.parametrize("command", ["", *COMMANDS, *(f"data {verb}" for verb in GROUPS["data"])])
def test_help_has_a_short_name(command: str, microjob: Microjob) -> None:
    assert microjob(*command.split(), "-h").out == microjob(*command.split(), "--help").out


def test_the_help_of_each_command_ends_with_two_examples(microjob: Microjob) -> None:
    assert set(help_texts.EXAMPLES) == set(help_texts.COMMANDS) == set(names())
    for name, examples in help_texts.EXAMPLES.items():
        for language, title in (("en", "Examples"), ("bn", "উদাহরণ")):
            told = microjob("--lang", language, *name.split(), "-h").out
            assert told.endswith("\n".join([f"{title}:", *(f"  {one}" for one in examples), ""]))
        assert all(one.startswith("microjob ") and f" {name}" in one for one in examples)


ANSWERED = [one for name, both in help_texts.EXAMPLES.items() for one in both]
NOT_CALLED = ("data", "advise", "mcp")


@pytest.mark.parametrize("example", [one for one in ANSWERED if not {*NOT_CALLED} & {*one.split()}])
def test_every_example_of_help_is_answered(
    example: str, microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some write where they are called
    answer = microjob(*shlex.split(example)[1:])
    assert (answer.code, answer.err) == (0, "")


def test_help_does_without_docstrings() -> None:
    for words in (("--help",), ("route", "--help"), ("data", "--help")):
        told = [
            subprocess.run(
                [sys.executable, *flags, "-m", "microjob_cli", *words], capture_output=True, text=True, check=True
            ).stdout
            for flags in ((), ("-OO",))
        ]
        assert told[0] == told[1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("picoworkers", "show picoworkers"), ("হটোভাগা", None), ("bkash", "payouts bkash"), ("zzz", "--help")],
)
def test_a_name_typed_as_a_command_leads_to_the_one_that_tells_of_it(
    typed: str, meant: str | None, microjob: Microjob
) -> None:
    answer = microjob(typed)
    assert (answer.code, answer.out) == (2, "")
    assert meant is None or f"Try: microjob {meant}\n" in answer.err


def test_the_version_names_program_catalogue_and_newest_fact(microjob: Microjob) -> None:
    answer = microjob("--version", today=None)
    assert answer.code == 0
    assert answer.out.startswith(f"microjob {__version__}, catalogue ")
    assert "newest fact 20" in answer.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nope",), "nope"),
        (("list", "--nope"), "--nope"),
        (("list", "--status", "nope"), "nope"),
        (("list", "--device", "nope"), "nope"),
        (("list", "-f", "nope"), "nope"),
        (("list", "--sort", "nope"), "name, minimum, founded, status, confirmed"),
        (("list", "--columns", "name,nope"), "bengali_name"),
        (("list", "--columns", ","), "bengali_name"),
        (("list", "--today", "2026-02-30"), "2026-02-30"),
        (("list", "--today", "20261123"), "20261123"),
        (("list", "--today", "tomorrow"), "tomorrow"),
        (("list", "--country", "BGD"), "BGD"),
        (("list", "--accepts", "B1"), "B1"),
        (("list", "--based-in", "বা"), "বা"),
        (("list", "--max-minimum", "some dollars"), "some dollars"),
        (("list", "--max-minimum", "5"), "5 USD"),
        (("list", "--max-minimum", "-5 USD"), "-5 USD"),
        (("list", "--max-minimum", "5 XYZ"), "5 XYZ"),
        (("recommend", "--limit", "ten"), "ten"),
        (("show",), "NAME"),
        (("show", "a", "b"), "b"),
        (("list", "--data", "/nowhere/at/all"), "/nowhere/at/all"),
    ],
)
def test_wrong_usage_is_2_with_one_sentence_and_no_answer(
    words: tuple[str, ...], said: str, microjob: Microjob
) -> None:
    answer = microjob(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert len(answer.err.splitlines()) <= 2


@pytest.mark.parametrize(
    ("text", "amount"),
    [("5 USD", "5.00 USD"), ("5USD", "5.00 USD"), ("5usd", "5.00 USD"), (" 5 usd ", "5.00 USD"),
     ("1,000 BDT", "1000.00 BDT"), ("0.5 EUR", "0.50 EUR")],
)  # fmt: skip
def test_amounts_may_be_written_loosely(text: str, amount: str, on_small: Microjob) -> None:
    read = on_small("list", "--max-minimum", text, "-f", "json").json["query"]["max_minimum"]
    assert f"{read['amount']} {read['currency']}" == amount


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        (("list", "--payout", "bkahs"), "bkash"),
        (("list", "--without", "paypol"), "paypal"),
        (("list", "--task", "surveyy"), "survey"),
        (("show", "exmplegigs"), "examplegigs"),
        (("show", "tinytask"), "TinyTasks"),
        (("show", "এক্সাম্পল গিগ"), "এক্সাম্পল গিগস"),
    ],
)
def test_a_name_that_no_record_carries_is_3_with_the_nearest(
    words: tuple[str, ...], suggestion: str, on_small: Microjob
) -> None:
    answer = on_small(*words)
    assert (answer.code, answer.out) == (3, "")
    assert words[-1] in answer.err
    assert suggestion.casefold() in answer.err.casefold()
    error = on_small(*words, "-f", "json").json["error"]
    assert suggestion.casefold() in [name.casefold() for name in error["suggestions"]]
    assert len(error["suggestions"]) <= 3


def test_a_name_like_no_other_has_no_suggestion(on_small: Microjob) -> None:
    answer = on_small("show", "zzzz", "-f", "json")
    assert (answer.code, answer.json["error"]["suggestions"]) == (3, [])
    assert "Did you mean" not in answer.err


MISTAKEN = """\
id: mine
name: Mine
website: null
aliases: {bn: [আমার সাইট]}
status:
  - {value: actve, source: delta-blog, confidence: low}
"""


def test_broken_records_are_4_with_file_line_and_field(on_small: Microjob, overlay: Overlay) -> None:
    folder = overlay({"platforms/mine.yaml": MISTAKEN})
    for words in (("list",), ("show", "examplegigs"), ("recommend",), ("compare", "examplegigs", "blogonly")):
        answer = on_small(*words, "--data", str(folder))
        assert (answer.code, answer.out) == (4, "")
        assert "mine.yaml:6:13: status.1.value: 'actve' is not allowed here. Use one of: active" in answer.err
        assert "Traceback" not in answer.err


def test_own_records_are_laid_over_the_others(on_small: Microjob, overlay: Overlay) -> None:
    folder = overlay({"platforms/mine.yaml": MISTAKEN.replace("actve", "active")})
    assert "mine" in on_small("list", "-f", "json", "--data", str(folder)).ids
    assert on_small("show", "আমার সাইট", "-f", "json", "--data", str(folder)).ids == ["mine"]
    assert "mine" not in on_small("list", "-f", "json").ids


def test_an_unexpected_failure_is_1_and_no_traceback(on_small: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("a defect")

    monkeypatch.setattr("microjob_cli.commands.list.Router", fails)
    answer = on_small("list")
    assert answer.code == 1
    assert "ZeroDivisionError: a defect" in answer.err
    assert "Traceback" not in answer.err
    monkeypatch.setenv("MICROJOB_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["list"])


def test_an_interruption_is_130(on_small: Microjob, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("microjob_cli.commands.list.Router", interrupted)
    assert on_small("list").code == 130


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "words", [("list",), ("show", "sproutgigs"), ("recommend", "--all"), ("compare", "sproutgigs", "microworkers")]
)
def test_every_command_answers_in_every_format(words: tuple[str, ...], form: str, microjob: Microjob) -> None:
    answer = microjob(*words, "-f", form)
    assert answer.code == 0
    assert answer.out
    assert "\x1b" not in answer.out
