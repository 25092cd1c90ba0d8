"""The records for other programs: a database of all that is claimed, tables for spreadsheets, files of a web API."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.programs.data_export import Kind, run
from microjob_cli.storage import export_file
from tests.making import settings_for
from tests.running import Microjob

PINNED = Path(__file__).with_name("api_v1_keys.txt")


@pytest.fixture(scope="module")
def exported(shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> dict[Kind, Path]:
    """A folder of each kind."""
    folders = {kind: tmp_path_factory.mktemp(kind) for kind in Kind}
    for kind, folder in folders.items():
        run(settings_for(shipped), str(folder), kind)
    return folders


@pytest.fixture(scope="module")
def database(exported: dict[Kind, Path]) -> Iterator[sqlite3.Connection]:
    with sqlite3.connect(exported[Kind.SQLITE] / "microjob.sqlite") as found:
        found.row_factory = sqlite3.Row
        yield found


def test_every_reference_leads_somewhere_and_every_table_is_strict(database: sqlite3.Connection) -> None:
    assert database.execute("pragma foreign_key_check").fetchall() == []
    strict = {row["name"]: row["strict"] for row in database.execute("pragma table_list") if row["type"] == "table"}
    assert {strict[name] for name in export_file.tables()} == {1}
    assert all(database.execute(f"select count(*) from {name}").fetchone()[0] for name in export_file.tables())


def test_the_text_of_every_column_is_found(database: sqlite3.Connection) -> None:
    for name, table in export_file.tables().items():
        assert list(table.columns) == [row["name"] for row in database.execute(f"pragma table_info({name})")]


@pytest.mark.parametrize("record", ["sproutgigs", "hotovaga", "bkash", "bd-payoneer-bkash"])
def test_every_claim_is_there_once_and_what_is_shown_is_what_why_shows(
    record: str, database: sqlite3.Connection, microjob: Microjob
) -> None:
    fields = [item for item in microjob("why", record, "-f", "json").items if item["fact"]]
    told = {claim["id"]: item["fact"] for item in fields for claim in item["fact"]["claims"]}
    asked = "select id, field, value, shown, source, role from claims where record = ? and role is not null"
    rows = [row for row in database.execute(asked, (record,)) if row["field"] in {item["field"] for item in fields}]
    assert sorted(row["id"] for row in rows) == sorted(told)
    shown = {item["field"]: item["fact"] for item in fields if item["fact"]["value"] is not None}
    assert {row["field"]: row["id"] for row in rows if row["shown"]} == {
        field: fact["claims"][0]["id"] for field, fact in shown.items()
    }
    facts = database.execute("select field, disputed, agreeing from facts where record = ?", (record,))
    assert {row["field"]: (row["disputed"], row["agreeing"]) for row in facts if row["field"] in shown} == {
        field: (len(fact["disputed"]), fact["agreeing"]) for field, fact in shown.items()
    }


def test_sums_are_decimals_and_numbers_and_dates_have_their_ends(database: sqlite3.Connection) -> None:
    asked = "select * from payout_options where site = 'hotovaga' and method = 'bkash'"
    option = database.execute(asked).fetchone()
    told = [option[f"minimum{part}"] for part in ("", "_amount", "_number", "_currency")]
    assert told == ["500 BDT", "500", 500.0, "BDT"]
    ends = database.execute("select as_of, as_of_first, as_of_last, date(as_of_last, '+1 day') as next from claims")
    months = [row for row in ends if row["as_of"] and len(row["as_of"]) == len("2022-08")]
    assert months
    assert all(row["as_of_first"] == f"{row['as_of']}-01" and row["next"].endswith("-01") for row in months)
    assert (
        database.execute("select count(*) from claims where (note_en is null) != (note_bn is null)").fetchone()[0] == 0
    )


def test_the_same_records_make_the_same_bytes(exported: dict[Kind, Path], shipped: Catalogue, tmp_path: Path) -> None:
    for kind in (Kind.SQLITE, Kind.CSV):
        run(settings_for(shipped), str(tmp_path / kind), kind)
        for path in exported[kind].iterdir():
            assert (tmp_path / kind / path.name).read_bytes() == path.read_bytes(), path.name


def test_datasette_opens_it_and_its_queries_answer_as_the_command_line(
    exported: dict[Kind, Path], microjob: Microjob
) -> None:
    folder = exported[Kind.SQLITE]
    metadata = json.loads((folder / "metadata.json").read_text())
    pages = ["", "/sites", "/claims?_facet=role", "/payout_options", "/names", "/facts"]
    queries = {
        "sites_with_verdict": "verdict=unproven",
        "sites_paying_by": "method=bkash",
        "lowest_minimums": "currency=BDT",
        "who_was_paid": "",
        "what_to_beware_of": "site=sproutgigs",
        "where_it_comes_from": "record=sproutgigs&field=founded",
        "how_a_name_is_meant": "name=picow",
        "rate_of_a_currency": "base=USD&quote=BDT",
    }
    searches = {"sites": "স্প্রাউটগিগস", "methods": "বিকাশ"}

    async def asked() -> tuple[list[int], dict[str, list[dict[str, Any]]]]:
        client = Datasette([str(folder / "microjob.sqlite")], metadata=metadata).client
        codes = [(await client.get(f"/microjob{page}")).status_code for page in pages]
        found = {name: await client.get(f"/microjob/{name}.json?_shape=array&{own}") for name, own in queries.items()}
        for table, word in searches.items():
            found[table] = await client.get(f"/microjob/{table}.json?_shape=array&_search={word}")
        return codes, {name: answer.json() for name, answer in found.items()}

    codes, found = asyncio.run(asked())
    assert codes == [200] * len(pages)
    assert set(metadata["databases"]["microjob"]["queries"]) == set(queries)
    listed = microjob("list", "--verdict", "unproven", "-f", "json").ids
    assert [row["id"] for row in found["sites_with_verdict"]] == listed
    assert {row["id"] for row in found["sites_paying_by"]} == set(
        microjob("list", "--payout", "bkash", "-f", "json").ids
    )
    least = [row["minimum_number"] for row in found["lowest_minimums"]]
    assert least
    assert least == sorted(least)
    assert {row["id"] for row in found["how_a_name_is_meant"]} == {"sproutgigs"}
    why = microjob("why", "sproutgigs", "founded", "-f", "json").items[0]["fact"]["claims"]
    assert {row["id"] for row in found["where_it_comes_from"] if row["role"]} == {claim["id"] for claim in why}
    warned = microjob("show", "sproutgigs", "-f", "json").items[0]["warnings"]
    assert sorted(row["code"] for row in found["what_to_beware_of"]) == sorted(one["code"] for one in warned)
    rates = microjob("why", "USD/BDT", "-f", "json").items[0]["fact"]["claims"]
    assert {row["rate"] for row in found["rate_of_a_currency"]} >= {str(rate["value"]) for rate in rates}
    assert found["who_was_paid"]
    assert [row["id"] for row in found["sites"]] == ["sproutgigs"]
    assert [row["id"] for row in found["methods"]] == ["bkash"]


def test_tables_for_spreadsheets_hold_what_the_database_holds(
    exported: dict[Kind, Path], database: sqlite3.Connection
) -> None:
    readme = (exported[Kind.CSV] / "README.md").read_text(encoding="utf-8")
    for name, table in export_file.tables().items():
        text = (exported[Kind.CSV] / f"{name}.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert len(rows) == database.execute(f"select count(*) from {name}").fetchone()[0]
        assert list(rows[0]) == list(table.columns)
        assert f"## {name}.csv" in readme
        assert all(f"* `{column}`" in readme for column in table.columns)


@pytest.fixture(scope="module")
def documents(exported: dict[Kind, Path]) -> dict[str, Any]:
    """The files of the web API by their path."""
    root = exported[Kind.JSON] / "api/v1"
    return {str(path.relative_to(root)): json.loads(path.read_text()) for path in root.rglob("*.json")}


def schema_of(path: str) -> str:
    """The schema that a file is held to."""
    shared = {"sites.json": "answers/list", "sites": "answers/show", "methods": "answers/payouts"}
    return shared.get(path.partition("/")[0], f"api/{path.removesuffix('.json')}")


def test_files_of_the_web_api_follow_their_schemas(documents: dict[str, Any]) -> None:
    schemas = [held for path, held in documents.items() if path.startswith("schema/")]
    registry: Registry[Any] = Registry().with_resources([(one["$id"], Resource.from_contents(one)) for one in schemas])
    for path, held in documents.items():
        if not path.startswith("schema/"):
            schema = documents[f"schema/{schema_of(path)}.json"]
            Draft202012Validator(schema, registry=registry).validate(held)


def test_the_index_leads_to_every_file_and_they_are_the_answers_of_commands(
    documents: dict[str, Any], microjob: Microjob, shipped: Catalogue
) -> None:
    index = documents["index.json"]
    named = {index["sites"], index["rates"], index["sources"], *index["site"].values(), *index["method"].values()}
    assert named | {"index.json"} | set(index["schemas"]) == set(documents)
    assert set(index["site"]) == set(shipped.platforms)
    assert documents["sites/hotovaga.json"] == microjob("show", "hotovaga", "-f", "json").json
    assert documents["methods/bkash.json"] == microjob("payouts", "bkash", "--all", "-f", "json").json
    assert documents["sites.json"] == microjob("list", "--brief", "--all", "-f", "json").json


def required(schema: Any, path: str = "") -> Iterator[str]:
    """Every key that a schema promises."""
    for name in schema.get("required", ()):
        yield f"{path}.{name}"
    for name, inner in schema.get("properties", {}).items():
        yield from required(inner, f"{path}.{name}")
    for inner in schema.get("anyOf", ()):
        yield from required(inner, path)
    if isinstance(schema.get("items"), dict):
        yield from required(schema["items"], f"{path}[]")


def test_no_key_of_the_first_version_goes(documents: dict[str, Any]) -> None:
    """A key more is no harm: write it into the file. One that goes is a second version."""
    found = set()
    for path, schema in documents.items():
        if path.startswith("schema/"):
            name = Path(path).stem
            shapes = schema.get("$defs", {"": schema}).items()
            found |= {f"{name} {shape}{key}" for shape, inner in shapes for key in required(inner)}
    assert set(PINNED.read_text().split("\n")[:-1]) - found == set()


def test_from_the_command_line(microjob: Microjob, tmp_path: Path) -> None:
    answer = microjob("data", "export", str(tmp_path / "new/open"))
    database, metadata = tmp_path / "new/open/microjob.sqlite", tmp_path / "new/open/metadata.json"
    assert (answer.code, answer.err) == (0, "")
    assert f"datasette {database} --metadata {metadata}" in answer.out
    refused = microjob("data", "export", str(database), "--as", "csv")
    assert refused.code == 1
    assert "cannot be written" in refused.err
