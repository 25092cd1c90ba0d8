"""JSON Schemas: one as it is, several as a list of what there is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from microjob_cli.render.document import Document, Lines, Table, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_COLUMNS = ("kind", "records", "file")


def document(result: Result, page: Formatter) -> Document:
    """The schema itself when one was asked for. What was written is told by remarks."""
    if result.query["write"]:
        return ()
    if result.query["kind"]:
        text = json.dumps(result.items[0]["schema"], ensure_ascii=False, indent=2)
        return (Lines(tuple(line(row) for row in text.splitlines()), verbatim=True),)
    heads = (page.say("Kind"), page.say("Records"), page.say("Schema"))
    return (Table(heads, tuple(tuple(line(item[name]) for name in _COLUMNS) for item in result.items)),)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return list(result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    return _COLUMNS, [[item[name] for name in _COLUMNS] for item in result.items]
