"""JSON Schemas of tools: what they take, by the commands' own options; what they answer, by the shipped files."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from microjob_cli.storage.folders import SCHEMAS, shipped_folder

_TYPES = {"int": "integer", "float": "number", "boolean": "boolean"}
_COMMON = re.compile(r'"common\.json(#/\$defs/(\w+))"')


def input_schema(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What a tool takes, of the options and arguments that Typer reads."""
    return {
        "type": "object",
        "properties": {name: dict(_property(one)) for name, one in parameters.items()},
        # Any number of words, which are read in where none are typed, are one text here.
        "required": [name for name, one in parameters.items() if one.required or one.nargs == -1],
        "additionalProperties": False,
    }


def _property(one: Any) -> Iterator[tuple[str, Any]]:
    several = getattr(one, "multiple", False) or (one.nargs == -1 and one.required)
    kind = dict(_kind(one.type))
    yield from {"type": "array", "items": kind}.items() if several else kind.items()
    if one.help:
        yield "description", f"{one.help} ({one.metavar})" if one.metavar and one.metavar[0] != "[" else one.help
    if one.default not in (None, False):
        yield "default", one.default


def _kind(of: Any) -> Iterator[tuple[str, Any]]:
    yield "type", _TYPES.get(of.name.removesuffix(" range"), "string")
    if of.name == "choice":
        yield "enum", [str(getattr(choice, "value", choice)) for choice in of.choices]
    for key, name in (("minimum", "min"), ("maximum", "max")):
        if getattr(of, name, None) is not None:
            yield key, getattr(of, name)


@cache
def output_schema(command: str) -> dict[str, Any]:
    """What a command answers, as the schema file of its answers has it, with all that it refers to."""
    text = _read(command)
    shapes = json.loads(_read("common"))["$defs"]
    found: dict[str, Any] = {}
    looked_at = [text]
    while looked_at:
        for _, name in _COMMON.findall(looked_at.pop()):
            if name not in found:
                found[name] = shapes[name]
                looked_at.append(json.dumps(shapes[name]))
    whole = {**json.loads(text), "type": "object", "$defs": found}
    del whole["$id"]
    answer: dict[str, Any] = json.loads(_COMMON.sub(r'"\1"', json.dumps(whole)))
    return answer


def _read(name: str) -> str:
    return (shipped_folder() / SCHEMAS / "answers" / f"{name}.json").read_text(encoding="utf-8")
