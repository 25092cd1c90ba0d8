"""Validates plain values into the records' own classes, and shows their form to editors as JSON Schemas."""

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

from msgspec import NODEFAULT, Struct, structs
from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.findings import Finding, first_few
from microjob_cli.catalog.measures import Days, Fee, Figure, Minimum, Minutes, Pay, Percent, Score
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Platform
from microjob_cli.storage.folders import LAYOUTS, SCHEMAS, Layout
from microjob_cli.storage.reading import Document, FieldPath

R = TypeVar("R")

# The value types that a record writes as one line of text, with the examples that its form is explained by.
WRITTEN: Mapping[type[Any], tuple[str, ...]] = {
    Money: ("5 USD", "300 BDT"),
    Minimum: ("5 USD", "4 USD or 300 BDT"),
    Fee: ("0", "6%", "1.5% to 2%", "2% + 0.50 USD", "1.5% on top"),
    Days: ("2", "3 to 5 working", "up to 30 working"),
    Pay: ("0.02 to 2 USD per task", "2.54 USD per hour"),
    Minutes: ("3", "1 to 5", "up to 30"),
    Figure: ("4.43 USD per hour", "33%", "20 minutes", "0.03 to 0.50 USD per task"),
    Percent: ("75%",),
    Score: ("3.9/5",),
    PartialDate: ("2022-08-20", "2022-08", "2022"),
}
_OTHER_FORMS: Mapping[str, tuple[str, ...]] = {
    "rate": ("122.30",),
    "currency": ("USD", "BDT"),
    "number of minutes": ("3", "1 to 5"),
    "figure": ("4.43 USD per hour", "33%"),
    "assumption": ("low: 0.05, typical: 0.08, high: 0.15",),
    "sets": ('{number: "5"}', "{unit: hour}", "{device: mobile}", "{country: BD}"),
    "support": ("{study: ilo2018-median}", "{source: sproutgigs}", "{platform: microworkers, field: founded}"),
}


def _reads_text(kind: type[Any]) -> Callable[..., core_schema.CoreSchema]:
    def schema(_cls: type[Any], _source: Any, _handler: Any) -> core_schema.CoreSchema:
        # In a record all is text, but to an editor a year or a zero is a number.
        like_number = any(example.isdigit() for example in WRITTEN[kind])
        type_ = {"type": ["string", "number"]} if like_number else {}
        examples = {"pydantic_js_updates": {"examples": list(WRITTEN[kind]), **type_}}
        return core_schema.no_info_after_validator_function(kind.parse, core_schema.str_schema(), metadata=examples)

    return schema


def _reads_mapping(record: type[Any], source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    """A mapping with the fields of a record, all mistakes in it found at once, of which the record is then made."""
    fields = {}
    for item in structs.fields(source):
        schema = handler.generate_schema(item.type)
        if item.default is not NODEFAULT:
            schema = core_schema.with_default_schema(schema, default=item.default)
        fields[item.name] = core_schema.typed_dict_field(schema, required=item.required)
    name = re.sub(r"[\w.]+\.", "", str(source)) if get_args(source) else record.__qualname__
    about = {"title": record.__qualname__, "description": inspect.getdoc(record)}
    return core_schema.no_info_after_validator_function(
        lambda given: record(**given),
        core_schema.typed_dict_schema(fields, extra_behavior="forbid", metadata={"pydantic_js_updates": about}),
        ref=f"{record.__module__}.{name}:{id(record)}",
    )


def _teach(kind: Any, schema: Callable[..., core_schema.CoreSchema]) -> None:
    """Tells Pydantic how to read a class of the domain, which itself knows nothing of Pydantic."""
    kind.__get_pydantic_core_schema__ = classmethod(schema)


def _structs_in(kind: Any) -> Iterator[Any]:
    """Every class of which a type is made that is read from a mapping, the outermost first."""
    record = get_origin(kind) or kind
    if isinstance(record, type) and issubclass(record, Struct) and record not in WRITTEN:
        yield kind
        for item in structs.fields(kind):
            yield from _structs_in(item.type)
    else:
        for part in get_args(kind):
            yield from _structs_in(part)


for _kind in WRITTEN:
    _teach(_kind, _reads_text(_kind))
for _record in {get_origin(found) or found for layout in LAYOUTS for found in _structs_in(layout.kind)}:
    _teach(_record, _reads_mapping)


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def validate(kind: Callable[..., R], data: Any, document: Document, at: FieldPath = ()) -> R | tuple[Finding, ...]:
    """The record in `data`, which stands in the document at the path `at`, or everything that is wrong with it."""
    try:
        record: R = adapter(kind).validate_python(data)
        return record
    except ValidationError as problem:
        found = (_finding(kind, error, document, at) for error in problem.errors(include_url=False))
        return tuple(dict.fromkeys(first_few(found)))


def _finding(kind: Any, error: Any, document: Document, at: FieldPath) -> Finding:
    path: FieldPath = (*at, *error["loc"])
    place, given, context = document.place(path), error.get("input"), error.get("ctx", {})
    found = given if isinstance(given, str) else ""
    match error["type"]:
        case "missing":
            return Finding("field-missing", place, expected=(str(error["loc"][-1]),))
        case "extra_forbidden" | "unexpected_keyword_argument":
            known = _known_keys(kind, error["loc"][:-1])
            return Finding("unknown-key", document.key_place(path), found=str(error["loc"][-1]), expected=known)
        case "enum":
            listed = (part.strip(" '") for part in context["expected"].replace(" or ", ", ").split(","))
            return Finding("not-in-list", place, found=found, expected=tuple(part for part in listed if part))
        case "value_error" if isinstance(context.get("error"), FormError):
            form, found = context["error"].form, context["error"].found
            place = document.place((*path, *_key_of(form, found, given)))
            return Finding("wrong-form", place, found=found, expected=_examples(form), hint=form)
        case "tuple_type" | "list_type" | "frozen_set_type":
            return Finding("not-a-list", place, found=found)
        case "dataclass_type" | "dataclass_exact_type" | "mapping_type" | "dict_type":
            return Finding("not-a-mapping", place, found=found)
        case "bool_parsing" | "bool_type":
            return Finding("not-in-list", place, found=found, expected=("true", "false"))
        case "decimal_parsing" | "decimal_type" | "decimal_max_digits":
            return Finding("wrong-form", place, found=found, expected=("122.30",), hint="number")
        case "string_type":
            return Finding("not-text", place)
    return Finding("not-valid", place, found=found, hint=str(error["msg"]))


def _key_of(form: str, found: str, given: Any) -> FieldPath:
    """The key of a mapping whose value is found wrong when the whole is looked at: by what it holds, or by its name."""
    if not isinstance(given, dict):
        return ()
    return next(((key,) for key, value in given.items() if value == found), (form,) if form in given else ())


def _examples(form: str) -> tuple[str, ...]:
    named = {"money": Money, "minimum": Minimum, "fee": Fee, "number of days": Days, "range": Days, "pay": Pay}
    kind = {**named, "percentage": Percent, "score": Score, "date": PartialDate}.get(form)
    return WRITTEN[kind] if kind else _OTHER_FORMS.get(form, ())


def _known_keys(kind: Any, path: FieldPath) -> tuple[str, ...]:
    """The keys allowed at a path inside a record, by walking the fields of its classes."""
    for step in path:
        fields = structs.fields(next(_structs_in(kind)))
        kind = next((item.type for item in fields if item.name == step), kind)
    return tuple(item.name for item in structs.fields(next(_structs_in(kind))))


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
    return folder / SCHEMAS / f"{layout.schema_name}.json"


def schema_text(layout: Layout) -> str:
    return json.dumps(json_schema(layout), ensure_ascii=False, indent=2) + "\n"


def _file_of(record: dict[str, Any], shape: str) -> dict[str, Any]:
    if shape == "record":
        return record
    if shape == "list":
        return {"type": "array", "items": record}
    # In a mapping the record's key is its id.
    properties = {name: schema for name, schema in record["properties"].items() if name != "id"}
    required = [name for name in record["required"] if name != "id"]
    return {"type": "object", "additionalProperties": {**record, "properties": properties, "required": required}}


def _amendable(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record that amends another one needs nothing else."""
    rest = {name: schema for name, schema in record.items() if name != "required"}
    properties, required = {**record["properties"], "amends": _AMENDS}, {"required": record["required"]}
    return {**rest, "properties": properties, "if": {"required": ["amends"]}, "else": required}
