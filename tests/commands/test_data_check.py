"""`microjob data check` as a keeper of records calls it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.conftest import SMALL
from tests.lint.building import SITE, SITE_TEXT, site, write
from tests.running import Microjob

_KEYS = {"file", "line", "column", "field", "code", "level", "found", "expected", "hint", "message"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Minimal records in the place of the shipped ones; the current folder is the one above."""
    monkeypatch.chdir(tmp_path)
    folder = write(tmp_path / "data", {})
    monkeypatch.setattr("microjob_cli.commands.data_check.shipped_folder", lambda: folder)
    return folder


def change(folder: Path, text: str) -> None:
    (folder / SITE).write_text(text, encoding="utf-8")


def test_nothing_wrong_is_told_in_one_line(folder: Path, microjob: Microjob) -> None:
    assert microjob("data", "check") == (0, "Nothing is wrong. Files: 4. Records: 4.\n", "")


def test_a_finding_is_one_line_and_counted_at_the_end(folder: Path, microjob: Microjob) -> None:
    change(folder, site(website="examplegigs.com") + "foundd: []\n")
    answer = microjob("data", "check")
    lines = answer.out.splitlines()
    assert answer.code == 1
    assert lines[0] == (
        "data/platforms/examplegigs.yaml:4:10: website: 'examplegigs.com' is not a whole web address. "
        "Write it with https://, as in https://example.com, or null. [error: website]"
    )
    assert lines[1] == (
        "data/platforms/examplegigs.yaml:10:1: foundd: 'foundd' is not a key that may stand here. "
        "Did you mean founded? [error: unknown-key]"
    )
    assert lines[3:6] == ["Level  Finding      Count", "error  unknown-key  1", "error  website      1"]
    assert lines[-1] == "Errors: 2. Warnings: 0. Files: 4. Records: 4."


def test_warnings_alone_are_no_failure(folder: Path, microjob: Microjob) -> None:
    change(folder, SITE_TEXT.split("\n", 1)[1])
    answer = microjob("data", "check")
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "Errors: 0. Warnings: 1. Files: 4. Records: 4.")
    assert "[warning: editor-line]" in answer.out


def test_json_has_every_finding_with_its_place(folder: Path, microjob: Microjob) -> None:
    change(folder, site("headquarters: [{value: bd, source: page, as_of: 2024-05, confidence: low}]\n"))
    answer = microjob("data", "check", "-f", "json")
    (item,) = answer.items
    assert (answer.code, answer.json["command"], answer.json["error"]) == (1, "data check", None)
    assert answer.json["query"] == {"paths": [], "own": False}
    assert set(item) == _KEYS
    expected = {"line": 10, "column": 24, "field": "headquarters.1.value", "code": "country-code", "level": "error"}
    assert expected.items() <= item.items()
    assert (item["found"], item["expected"]) == ("bd", ["BD"])
    assert answer.notes == ["check-found"]


def test_broken_records_do_not_keep_the_check_from_answering(folder: Path, microjob: Microjob) -> None:
    change(folder, "id: [\nname: x: y")
    answer = microjob("data", "check", "-f", "json")
    assert (answer.code, [item["code"] for item in answer.items]) == (1, ["not-yaml"])
    assert answer.json["catalogue"]["platforms"] == 0


def test_csv_has_a_row_a_finding(folder: Path, microjob: Microjob) -> None:
    change(folder, site(website="x"))
    rows = list(csv.DictReader(io.StringIO(microjob("data", "check", "-f", "csv").out.lstrip("\ufeff"))))
    assert [(row["line"], row["code"]) for row in rows] == [("4", "website")]


def test_records_of_ones_own_are_checked_over_the_shipped_ones(folder: Path, microjob: Microjob) -> None:
    write(Path("own"), {})
    answer = microjob("data", "check", "own/platforms")
    assert (answer.code, answer.out) == (0, "Nothing is wrong. Files: 1. Records: 1.\n")
    answer = microjob("--data", "own", "data", "check")
    assert (answer.code, answer.out) == (0, "Nothing is wrong. Files: 4. Records: 4.\n")


def test_the_day_decides_what_has_not_come_yet(folder: Path, microjob: Microjob) -> None:
    answer = microjob("data", "check", "-f", "json", today="2024-01-31")
    assert {item["code"] for item in answer.items} == {"date-in-future"}


def test_a_path_that_is_not_there_is_a_wrong_call(folder: Path, microjob: Microjob) -> None:
    answer = microjob("data", "check", "nowhere")
    assert (answer.code, answer.out, answer.err) == (2, "", "There is no file or folder nowhere.\n")
    answer = microjob("data", "check", ".", "-f", "json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "no-records")


def test_text_of_records_cannot_steer_the_terminal(folder: Path, microjob: Microjob) -> None:
    change(folder, site(website='"\\u202ex\\u001b[31m"'))
    for kind in ("table", "json", "markdown", "csv"):
        out = microjob("data", "check", "-f", kind).out
        assert not {"\u202e", "\x1b"} & set(out)


def test_one_of_the_shipped_files_is_checked_alone(on_small: Microjob) -> None:
    answer = on_small("data", "check", str(SMALL / "platforms" / "examplegigs.yaml"))
    assert answer.code == 0
    assert "Files: 1. Records: 1." in answer.out
