"""What was written, and how to look at it; where the records are; what a record may hold."""

import json
from collections.abc import Iterator
from typing import Any

from microjob_cli.render import document as doc
from microjob_cli.render.document import strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.result import Result

_COLUMNS = {
    "data export": ("file", "bytes", "rows"),
    "data new": ("id", "file"),
    "data path": ("data", "own", "named", "cache"),
    "data schema": ("kind", "records", "file"),
    "site build": ("file", "pages", "files", "bytes"),
}


def document(result: Result, page: Formatter) -> doc.Document:
    """What was written and what to do next; a folder alone, so that a shell can use it as it is; or schemas."""
    match result.command:
        case "data export":
            return (doc.lines(_exported(result, page)),)
        case "site build":
            return (doc.lines(_built(result, page)),)
        case "data new":
            return _new(result.items[0], page)
        case "data path":
            return (doc.lines([result.items[0]["own" if result.query["own"] else "data"]], verbatim=True),)
    return _schemas(result, page)


def items(result: Result, page: Formatter) -> list[Json]:
    return list(result.items)


def table(result: Result, page: Formatter) -> doc.Sheet:
    columns = _COLUMNS[result.command]
    return columns, [[item[name] for name in columns] for item in result.items]


def _new(written: dict[str, Any], page: Formatter) -> doc.Document:
    told = (page.say("Written: {file}", file=written["file"]), page.say("Fill it in with a text editor. Then:"))
    return doc.lines(told), doc.lines((strong(f"  {command}") for command in written["next"]), verbatim=True)


def _exported(result: Result, page: Formatter) -> Iterator[str]:
    """How much was written, and how to look at it."""
    files = [item["file"] for item in result.items]
    if len(files) > 1:
        yield page.say("{count} files written, the first is {file}", count=len(files), file=files[0])
    else:
        yield page.say("Written: {file}", file=files[0])
    if result.query["as"] == "sqlite":
        yield page.say("To look at it: {command}", command="datasette {} --metadata {}".format(*files))


def _built(result: Result, page: Formatter) -> Iterator[str]:
    """How many pages were written, and where."""
    pages, *others = result.items
    yield page.say("{count} pages written: {file}", count=pages["pages"], file=pages["file"])
    for one in others:
        yield page.say("All of it in one file: {file}", file=one["file"])
    yield page.say("To look at it, open this in a web browser: {file}", file=f"{pages['file']}/index.html")


def _schemas(result: Result, page: Formatter) -> doc.Document:
    """One as it is, several as a list of what there is. What was written is told by remarks."""
    if result.query["write"]:
        return ()
    if result.query["kind"]:
        text = json.dumps(result.items[0]["schema"], ensure_ascii=False, indent=2)
        return (doc.lines(text.splitlines(), verbatim=True),)
    heads = (page.say("Kind"), page.say("Records"), page.say("Schema"))
    return (doc.table(heads, table(result, page)[1]),)
