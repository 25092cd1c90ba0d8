"""One's own records: counted in by every answer, told apart from the shipped ones, and never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from microjob_cli.storage.folders import own_folder
from tests.running import Microjob

Writing = Callable[[dict[str, str]], None]

SOURCE = """\
own-notes:
  title: "own notes: a page"
  address: "https://own.example/page"
  kind: official
"""
SITE = """\
id: own-site
name: Own Site
website: null
aliases: {}
status:
  - {value: active, source: own-notes, as_of: 2026-11-01, confidence: high}
"""
AMENDMENT = """\
amends: examplegigs
payouts:
  - method: litecoin
    minimum:
      - {value: 17 USD, source: own-notes, as_of: 2026-11, confidence: high}
notes:
  - {topic: schedule, en: On Mondays., bn: সোমবারে।, source: own-notes, confidence: low}
"""
RATE = "- {base: USD, quote: BDT, rate: 125, on: 2026-11-20, kind: interbank, source: own-notes, confidence: high}\n"
NEW = ("data", "new", "zzyx", "--own")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where one's own records are looked for."""
    monkeypatch.setenv("MICROJOB_OWN", str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.fixture
def writing(own: Path) -> Writing:
    """Writes files of one's own."""

    def write(files: dict[str, str]) -> None:
        for name, text in files.items():
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            (own / name).write_bytes(text.encode())

    return write


def test_a_site_of_ones_own_is_in_every_answer(on_small: Microjob, own: Path, writing: Writing) -> None:
    assert on_small("show", "own-site").code == 3
    writing({"sources.yaml": SOURCE, "platforms/mine.yaml": SITE})
    answer = on_small("show", "Own Site")
    assert (answer.code, answer.err) == (0, "")
    assert f"The whole record, in place of any shipped one: {own / 'platforms/mine.yaml'}" in answer.out
    assert "own-site" in on_small("list", "-f", "json").ids
    (item,) = on_small("show", "own-site", "-f", "json").items
    assert item["own"] == [{"file": str(own / "platforms/mine.yaml"), "whole": True, "fields": []}]
    assert on_small("show", "examplegigs", "-f", "json").items[0]["own"] == []


def test_a_correction_is_shown_with_its_file_beside_what_is_shipped(
    on_small: Microjob, own: Path, writing: Writing
) -> None:
    writing({"sources.yaml": SOURCE, "platforms/mine.yaml": AMENDMENT})
    file = str(own / "platforms/mine.yaml")
    for _ in range(2):  # from the records, and from the cache
        out = on_small("why", "examplegigs", "payouts.litecoin.minimum").out
        assert (
            out.index("17 USD  shown") < out.index(f"in your own records: {file}") < out.index("in the shipped records")
        )
        (item,) = on_small("why", "examplegigs", "payouts.litecoin.minimum", "-f", "json").items
        assert item["own"] == [
            {
                "value": {"amounts": [{"amount": "17.00", "currency": "USD"}], "bound": "exact"},
                "source": "own-notes",
                "file": file,
            }
        ]
        assert f"payouts.litecoin.minimum, notes, notes.schedule: {file}" in on_small("show", "examplegigs").out
    assert "own records" not in on_small("why", "examplegigs", "status").out
    (note,) = on_small("why", "examplegigs", "notes.schedule", "-f", "json").items[0]["own"]
    assert (note["value"], note["file"]) == ("On Mondays.", file)
    rows = on_small("why", "examplegigs", "payouts.litecoin.minimum", "-f", "csv").out.splitlines()
    assert rows[0].endswith(",file")
    assert [row.endswith(f",{file}") for row in rows[1:3]] == [True, False]


def test_a_rate_of_ones_own(on_small: Microjob, own: Path, writing: Writing) -> None:
    writing({"sources.yaml": SOURCE, "exchange_rates.yaml": RATE})
    out = on_small("why", "USD/BDT").out
    assert out.index("125  shown") < out.index(f"in your own records: {own / 'exchange_rates.yaml'}")


def test_a_named_folder_lies_over_ones_own(on_small: Microjob, own: Path, writing: Writing, tmp_path: Path) -> None:
    writing({"sources.yaml": SOURCE, "platforms/mine.yaml": AMENDMENT})
    named = tmp_path / "named/platforms/theirs.yaml"
    named.parent.mkdir(parents=True)
    named.write_text(AMENDMENT.replace("17 USD", "18 USD"), encoding="utf-8")
    call = ("why", "examplegigs", "payouts.litecoin.minimum", "-f", "json", "--data", str(tmp_path / "named"))
    files = [one["file"] for one in on_small(*call).items[0]["own"]]
    assert files == [str(named), str(own / "platforms/mine.yaml")]


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ({"platforms/bad.yaml": "id: [\n"}, "platforms/bad.yaml:2:1: The file is not valid YAML"),
        ({"platforms/bad.yaml": SITE.replace("active", "actve")}, "platforms/bad.yaml:6:13: status.1.value: 'actve'"),
        ({"platforms/bad.yaml": "amends: nobody\n"}, "platforms/bad.yaml:1:9: amends: There is no platform 'nobody'"),
        ({"sources.yaml": "own-notes: {}\n"}, "sources.yaml:1:12: own-notes.title: The key title is missing here"),
    ],
    ids=["no-yaml", "no-status", "no-platform", "no-source"],
)
def test_what_is_broken_is_left_out_and_told(
    broken: dict[str, str], problem: str, on_small: Microjob, writing: Writing
) -> None:
    writing({"sources.yaml": SOURCE, "platforms/mine.yaml": AMENDMENT, **broken})
    for _ in range(2):
        answer = on_small("show", "examplegigs", "-f", "json")
        assert answer.code == 0
        assert answer.err.startswith("Left out of your own records: ")
        assert problem in answer.err
        assert answer.json["notes"][0]["code"] == "own-left-out"
        assert problem in answer.json["notes"][0]["text"]
    # With its sources a record falls too, and only then.
    assert bool(on_small("show", "examplegigs", "-f", "json").items[0]["own"]) is ("sources.yaml" not in broken)
    assert len(answer.json["notes"]) == (2 if "sources.yaml" in broken else 1)


def test_even_of_a_question_that_fails_it_is_told(on_small: Microjob, writing: Writing) -> None:
    writing({"platforms/bad.yaml": "id: [\n"})
    answer = on_small("show", "zzzz")
    assert answer.code == 3
    assert "platforms/bad.yaml" in answer.err


def test_the_same_folder_is_refused_when_it_is_named(on_small: Microjob, own: Path, writing: Writing) -> None:
    writing({"platforms/bad.yaml": "id: [\n"})
    assert on_small("show", "examplegigs", "--data", str(own)).code == 4


def test_new_records_go_there_and_are_checked_there(on_small: Microjob, own: Path) -> None:
    assert on_small("data", "check", "--own").code == 2
    answer = on_small(*NEW)
    assert (answer.code, answer.err) == (0, "")
    assert "microjob show zzyx\n" in answer.out
    assert "microjob data check --own\n" in answer.out
    assert {path.relative_to(own).as_posix() for path in own.rglob("*.*")} == {"platforms/zzyx.yaml"}
    assert on_small("show", "zzyx").code == 0
    assert "no-status" in on_small("data", "check", "--own").out
    assert on_small(*NEW).code == 2


def test_beside_what_is_broken_a_new_record_can_stand(on_small: Microjob, own: Path, writing: Writing) -> None:
    writing({"sources.yaml": "a: [\n"})
    answer = on_small(*NEW)
    assert (answer.code, (own / "sources.yaml").read_text()) == (0, "a: [\n")
    assert "Left out of your own records: " in answer.err


def test_one_folder_at_a_time(on_small: Microjob, own: Path, tmp_path: Path) -> None:
    assert on_small(*NEW, "--into", str(tmp_path)).code == 2
    assert not own.exists()


def test_where_they_are(on_small: Microjob, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_small("data", "path", "--own").out == f"{own}\n"
    assert on_small("data", "path", "-f", "json").items[0]["own"] == str(own)
    monkeypatch.setenv("MICROJOB_OWN", "")
    answer = on_small("data", "path", "--own")
    assert (answer.code, answer.out) == (2, "")
    assert "MICROJOB_OWN" in answer.err


@pytest.mark.parametrize("set_to", [None, "", "/somewhere/else"])
def test_the_usual_place_is_the_users_data_folder(set_to: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if set_to is not None:
        monkeypatch.setenv("XDG_DATA_HOME", set_to)
    variables = {name: value for name, value in os.environ.items() if name != "MICROJOB_OWN"}
    assert own_folder(variables) == platformdirs.user_data_path("microjob", appauthor=False) / "own"


def test_without_own_records_one_folder_is_looked_at_and_nothing_is_imported_for_it(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from microjob_cli.settings import settings_of\n"
        "assert settings_of({}).records.own is None\n"
        "print([name for name in ('platformdirs', 'pydantic', 'yaml') if name in sys.modules])\n"
    )
    variables = {name: value for name, value in os.environ.items() if name != "MICROJOB_OWN"}
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**variables, "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[]" or sys.platform != "linux"


def test_example_questions_of_ones_own_are_checked(microjob: Microjob, writing: Writing) -> None:
    head = "# yaml-language-server: $schema=../../schema/example.json\n"
    writing({"questions/examples/rules.yaml": head + 'id: rules\nen: ["may I use a proxy there"]\n'})
    answer = microjob("data", "check", "--own", "-f", "json")
    assert (answer.code, answer.items, answer.err) == (0, [], "")
