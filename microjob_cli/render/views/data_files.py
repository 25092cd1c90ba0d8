"""For those who keep the records: where they are, what a record may hold, and the file of a new one."""

import json
from collections.abc import Sequence
from typing import Any

from microjob_cli.render.document import Document, Lines, Span, Table, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_COLUMNS = {
    "data export": ("file", "bytes", "rows"),
    "data new": ("id", "file"),
    "data path": ("data", "own", "named", "cache"),
    "data schema": ("kind", "records", "file"),
}


def document(result: Result, page: Formatter) -> Document:
    """The new file and what to do next; a folder alone, so that a shell can use it as it is; or schemas."""
    match result.command:
        case "data export":
            return _exported(result, page)
        case "data new":
            return _new(result.items[0], page)
        case "data path":
            return (Lines((line(result.items[0]["own" if result.query["own"] else "data"]),), verbatim=True),)
    return _schemas(result, page)


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return list(result.items)


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = _COLUMNS[result.command]
    return columns, [[item[name] for name in columns] for item in result.items]


def _new(written: dict[str, Any], page: Formatter) -> Document:
    told = (page.say("Written: {file}", file=written["file"]), page.say("Fill it in with a text editor. Then:"))
    commands = tuple(line(Span(f"  {command}", Tone.STRONG)) for command in written["next"])
    return (Lines(tuple(map(line, told))), Lines(commands, verbatim=True))


def _exported(result: Result, page: Formatter) -> Document:
    """How much was written, and how to look at it."""
    sentences = [page.say("Written: {file}", file=result.items[0]["file"])]
    if len(result.items) > 1:
        sentences[0] = page.say("{count} files written, the first is {file}", count=len(result.items),
            file=result.items[0]["file"])  # fmt: skip
    commands: tuple[str, ...] = ()
    if result.query["as"] == "sqlite":
        database, metadata = (item["file"] for item in result.items)
        commands = (page.say("To look at it: {command}", command=f"datasette {database} --metadata {metadata}"),)
    return (Lines(tuple(map(line, (*sentences, *commands)))),)


def _schemas(result: Result, page: Formatter) -> Document:
    """One as it is, several as a list of what there is. What was written is told by remarks."""
    if result.query["write"]:
        return ()
    if result.query["kind"]:
        text = json.dumps(result.items[0]["schema"], ensure_ascii=False, indent=2)
        return (Lines(tuple(line(row) for row in text.splitlines()), verbatim=True),)
    heads = (page.say("Kind"), page.say("Records"), page.say("Schema"))
    rows = (tuple(line(item[name]) for name in _COLUMNS["data schema"]) for item in result.items)
    return (Table(heads, tuple(rows)),)
