"""JSON Schemas of the record files, made from the same types that validate them, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from microjob_cli.catalog.platform import Platform
from microjob_cli.storage.layouts import SCHEMAS, Layout
from microjob_cli.storage.schema import adapter

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_AMENDS = {"description": "The id of the record that this one only adds claims to.", "type": "string"}


class _Generator(GenerateJsonSchema):
    """Leaves out the titles that only repeat a field's name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def json_schema(layout: Layout) -> dict[str, Any]:
    """The schema of a file of this kind: one record, a mapping of records by id, or a list of them."""
    kind: Any = layout.kind
    record = adapter(kind).json_schema(schema_generator=_Generator)
    parts = record.pop("$defs", {})
    if layout.kind is Platform:
        record = _amendable(record)
    return {"$schema": _DIALECT, **_file_of(record, layout.shape), "$defs": parts}


def schema_path(layout: Layout, folder: Path) -> Path:
    """Where the schema of a kind lies in a record folder."""
    return folder / SCHEMAS / f"{layout.schema_name}.json"


def schema_text(layout: Layout) -> str:
    """The schema as it is kept in its file."""
    return json.dumps(json_schema(layout), ensure_ascii=False, indent=2) + "\n"


def _file_of(record: dict[str, Any], shape: str) -> dict[str, Any]:
    match shape:
        case "mapping":
            return {"type": "object", "additionalProperties": _without_id(record)}
        case "list":
            return {"type": "array", "items": record}
    return record


def _without_id(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record's key is its id."""
    properties = {name: schema for name, schema in record["properties"].items() if name != "id"}
    return {**record, "properties": properties, "required": [name for name in record["required"] if name != "id"]}


def _amendable(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record that amends another one needs nothing else."""
    rest = {name: schema for name, schema in record.items() if name != "required"}
    return {
        **rest,
        "properties": {**record["properties"], "amends": _AMENDS},
        "if": {"required": ["amends"]},
        "else": {"required": record["required"]},
    }
