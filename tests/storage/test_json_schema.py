"""The JSON Schemas say what the types say: kept files do not drift, and records that are valid are so by both."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from microjob_cli.storage.folders import LAYOUTS, Layout, files_of, shipped_folder
from microjob_cli.storage.schema import json_schema, schema_path


class _Editor(yaml.SafeLoader):
    """YAML as an editor reads it, by the core schema of YAML 1.2: `yes` and dates are text, `2013` is a number."""


_Editor.yaml_implicit_resolvers = {}


for _tag, _form, _first in (
    ("bool", "true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "~|null|", ["~", "n", ""]),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_form})$"), list(_first))

by_kind = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.schema_name)


def as_edited(text: str) -> Any:
    return yaml.load(text, _Editor)


@cache
def validator(layout: Layout) -> Draft202012Validator:
    return Draft202012Validator(json_schema(layout))


def wrong(layout: Layout, text: str) -> list[str]:
    """Where the schema finds fault."""
    return [error.json_path for error in validator(layout).iter_errors(as_edited(text))]


def layout_of(name: str) -> Layout:
    return next(layout for layout in LAYOUTS if layout.schema_name == name)


@by_kind
def test_the_kept_schema_is_the_one_of_the_types(layout: Layout) -> None:
    kept = json.loads(schema_path(layout, shipped_folder()).read_text(encoding="utf-8"))
    assert kept == json_schema(layout), "run: microjob data schema --write"


def test_there_is_no_schema_without_a_kind() -> None:
    kept = {path.name for path in (shipped_folder() / "schema").glob("*.json")}
    assert kept == {f"{layout.schema_name}.json" for layout in LAYOUTS}


@by_kind
def test_a_key_that_no_record_has_is_found_in_records_of_every_kind(layout: Layout) -> None:
    Draft202012Validator.check_schema(json_schema(layout))
    kept = as_edited(next(iter(files_of(layout, shipped_folder()))).read_text(encoding="utf-8"))
    assert wrong(layout, json.dumps(misspelt(kept, layout))) != []


def misspelt(kept: Any, layout: Layout) -> Any:
    """A file with an unknown key in its first record."""
    if isinstance(kept, list):
        return [{**kept[0], "no_such_key": "x"}, *kept[1:]]
    if "additionalProperties" in (schema := json_schema(layout)) and schema["additionalProperties"] is not False:
        first = next(iter(kept))
        return {**kept, first: {**kept[first], "no_such_key": "x"}}
    return {**kept, "no_such_key": "x"}


@by_kind
def test_the_shipped_records_follow_their_schemas(layout: Layout) -> None:
    for path in files_of(layout, shipped_folder()):
        assert wrong(layout, path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("platform", "{id: x, name: X, website: null, aliases: {}, status: []}", []),
        ("platform", "{amends: x}", []),
        ("platform", "{id: x, name: X, aliases: {}, status: []}", ["$"]),
        ("platform", "{amends: x, foundd: []}", ["$"]),
        ("platform", "{amends: x, status: [{value: actve, source: a, confidence: low}]}", ["$.status[0].value"]),
        ("platform", "{amends: x, founded: [{value: 2013, source: a, confidence: low}]}", []),
        ("platform", "{amends: x, founded: [{value: [2013], source: a, confidence: low}]}", ["$.founded[0].value"]),
        ("platform", "{amends: x, founded: {value: 2013, source: a, confidence: low}}", ["$.founded"]),
        ("sources", "{a: {title: t, address: a, kind: blog, date: 2020}}", []),
        ("sources", "{a: {title: t, address: a, kind: blogs}}", ["$.a.kind"]),
        ("sources", "[{id: a, title: t, address: a, kind: blog}]", ["$"]),
        ("transfers", "{id: a}", ["$"]),
        ("exchange_rates", "[{base: USD}]", ["$[0]"] * 6),
    ],
)
def test_schemas_find_what_is_wrong(name: str, text: str, where: list[str]) -> None:
    assert wrong(layout_of(name), text) == where


@by_kind
def test_the_first_line_of_shipped_files_leads_to_the_schema(layout: Layout) -> None:
    for path in files_of(layout, shipped_folder()):
        line = path.read_text(encoding="utf-8").split("\n", 1)[0]
        assert line == layout.editor_line
        assert Path(path.parent, line.split("=", 1)[1]).resolve() == schema_path(layout, shipped_folder()).resolve()
