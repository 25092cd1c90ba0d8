"""`microjob data schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from microjob_cli.storage.folders import LAYOUTS
from tests.running import Microjob


def test_a_schema_is_printed_as_it_is(microjob: Microjob) -> None:
    answer = microjob("data", "schema", "platform")
    schema = json.loads(answer.out)
    assert (answer.code, answer.err) == (0, "")
    assert schema["type"] == "object"
    assert schema["else"]["required"] == ["id", "name", "website", "aliases", "status"]


def test_without_a_kind_all_are_listed(microjob: Microjob) -> None:
    lines = microjob("data", "schema").out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == [layout.schema_name for layout in LAYOUTS]


def test_json_has_the_schema_in_an_envelope(microjob: Microjob) -> None:
    (item,) = microjob("data", "schema", "sources", "-f", "json").items
    assert (item["kind"], item["records"]) == ("sources", "sources.yaml")
    assert item["schema"]["additionalProperties"]["required"] == ["title", "address", "kind"]


def test_schemas_are_written_beside_records_of_ones_own(tmp_path: Path, microjob: Microjob) -> None:
    answer = microjob("--data", str(tmp_path), "data", "schema", "transfers", "--write")
    path = tmp_path / "schema" / "transfers.json"
    assert (answer.code, answer.out) == (0, f"Written: {path}\n")
    assert json.loads(path.read_text(encoding="utf-8"))["type"] == "array"
    assert microjob("--data", str(tmp_path), "data", "schema", "transfers", "--write").out == f"Unchanged: {path}\n"


def test_an_unknown_kind_is_a_wrong_call(microjob: Microjob) -> None:
    answer = microjob("data", "schema", "platforms")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("There is no kind of record named platforms. Kinds: sources, ")


def test_schemas_do_not_need_records_that_are_whole(
    tmp_path: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sources.yaml").write_text("- broken", encoding="utf-8")
    monkeypatch.setattr("microjob_cli.storage.opening.shipped_folder", lambda: tmp_path)
    assert microjob("data", "schema", "sources").code == 0
