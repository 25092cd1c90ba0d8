"""A short run of what `python -m tools.fuzz` does at length, and what such runs found before."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.judging import Outcome, call, faults, on_invented_records, write
from tests.fuzzing.records import RecordFile, spoilt
from tests.fuzzing.words import command_lines, questions

FOUND = Path(__file__).parent / "data" / "found"
CALLS = tuple(json.loads(line) for line in (FOUND / "calls.jsonl").read_text(encoding="utf-8").splitlines())

few = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def broken(*outcomes: Outcome) -> list[str]:
    """The promises that calls did not keep. Time apart: a slow machine is no defect."""
    return [fault for one in outcomes for fault in faults(one._replace(seconds=0))]


@pytest.fixture(autouse=True)
def _in_a_scratch_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MICROJOB_DEBUG", "1")


@few
@given(command_lines())
def test_any_words_are_answered_or_refused(words: list[str]) -> None:
    assert broken(call(words)) == []


@few
@given(st.sampled_from(("ask", "check")), questions(), st.sampled_from(("table", "json")))
def test_any_question_and_any_offer_is_answered_or_refused(command: str, text: str, form: str) -> None:
    assert broken(call([command, "-f", form, "--", text])) == []


@few
@given(spoilt())
def test_any_record_is_used_or_refused(file: RecordFile) -> None:
    with tempfile.TemporaryDirectory() as folder, on_invented_records():
        write(Path(folder), *file)
        assert broken(call(["data", "check", folder]), call(["show", "examplegigs", "--data", folder])) == []


@pytest.mark.parametrize(
    "folder", sorted(path for path in FOUND.iterdir() if path.is_dir()), ids=lambda path: path.name
)
def test_records_that_once_broke_a_promise(folder: Path) -> None:
    with on_invented_records():
        outcomes = [call(words) for words in (["data", "check", str(folder)], ["list", "--data", str(folder)])]
    assert broken(*outcomes) == []
    assert [one.code for one in outcomes] == [1, 4]


@pytest.mark.parametrize("words", CALLS, ids=lambda words: " ".join(words)[:40])
def test_calls_that_once_broke_a_promise(words: list[str]) -> None:
    assert broken(call(words)) == []


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(("list",), 1, "", "Something went wrong inside microjob (X: y).\n", 0),
        Outcome(("list",), 7, "", "?\n", 0),
        Outcome(("list",), 2, "", "", 0),
        Outcome(("list",), 0, "\x1b[2J\n", "", 0),
        Outcome(("list",), 3, '{"schema": "microjob/1", "error": null}\n', "?\n", 0),
        Outcome(("list",), 0, '{"schema": "microjob/1", "error": ', "", 0),
        Outcome(("list",), -1, "", "Traceback (most recent call last):\n", 0),
        Outcome(("list",), 0, "x\n", "", 2.5),
    ],
    ids=["failed", "code", "silent", "escape", "no-error", "no-json", "traceback", "slow"],
)
def test_the_judge_sees_every_broken_promise(outcome: Outcome) -> None:
    assert len(list(faults(outcome))) == 1
