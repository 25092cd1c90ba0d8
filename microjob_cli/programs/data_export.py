"""`microjob data export`: all records for other programs, as a database, as tables, or as the files of a web API."""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

from microjob_cli.files import write_bytes
from microjob_cli.programs.calling import called
from microjob_cli.programs.tables import rates_of, searched, sources_of, tables_of
from microjob_cli.render import csv_writer
from microjob_cli.render.render import answer_item
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.storage import export_file
from microjob_cli.storage.folders import SCHEMAS, shipped_folder

# The files of the web API stand under addresses that stay.
ROOT = "api/v1"
_NAME = "microjob-api/1"
# The JSON Schemas that they are held to.
_SCHEMAS = (
    "answers/common", "answers/list", "answers/show", "answers/payouts", "api/index", "api/rates", "api/sources",
)  # fmt: skip

Files = Iterator[tuple[str, bytes, int | None]]  # name, content, rows


class Kind(StrEnum):
    SQLITE = "sqlite"
    CSV = "csv"
    JSON = "json"


def run(
    settings: Settings,
    folder: Annotated[str, Argument(metavar="DIR", help="The folder to write into; it is made where there is none.")],
    kind: Annotated[Kind, Option("--as", help="What kind of files.")] = Kind.SQLITE,
) -> Result:
    """Writes the files, in place of those that are there."""
    items = tuple(
        {"file": write_bytes(Path(folder) / name, content), "bytes": len(content), "rows": rows}
        for name, content, rows in _WRITERS[kind](settings)
    )
    query = {"folder": folder, "as": kind, "country": settings.country}
    return Result("data export", query, items)


def _sqlite(settings: Settings) -> Files:
    rows = tables_of(settings)
    texts = {table: searched(rows, table) for table in ("sites", "methods")}
    yield f"{export_file.NAME}.sqlite", export_file.written(rows, texts), sum(map(len, rows.values()))
    yield "metadata.json", _json(export_file.described()), None


def _csv(settings: Settings) -> Files:
    rows = tables_of(settings)
    yield "README.md", _columns().encode(), None
    for name, table in export_file.tables().items():
        plain = [[int(cell) if isinstance(cell, bool) else cell for cell in row.values()] for row in rows[name]]
        yield f"{name}.csv", csv_writer.write(list(table.columns), plain).encode(), len(plain)


def _columns() -> str:
    """What stands in each column of each table."""
    parts = ["# The records of microjob as CSV"]
    for name, table in export_file.tables().items():
        columns = (f"* `{column}`{f': {text}' if text else ''}" for column, text in table.columns.items())
        parts += [f"## {name}.csv", table.about, "\n".join(columns)]
    return "\n\n".join(parts) + "\n"


def _web_api(settings: Settings) -> Files:
    for name, document in _documents(settings):
        yield f"{ROOT}/{name}.json", _json(document), len(document["items"]) if "items" in document else None


def _documents(settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every file of the API by its path: answers of the commands."""

    def answer(command: str, **given: Any) -> dict[str, Any]:
        return answer_item(called(command, given, settings), settings)

    catalogue = settings.catalogue
    listed = answer("list", brief=True, all=True)
    sites = [item["id"] for item in listed["items"]]
    yield "index", _index(settings, sites)
    yield "sites", listed
    yield from ((f"sites/{key}", answer("show", name=key)) for key in sites)
    yield from ((f"methods/{key}", answer("payouts", method=key, all=True)) for key in catalogue.methods)
    yield "rates", {**_about(settings), "items": rates_of(catalogue)}
    yield "sources", {**_about(settings), "items": sources_of(catalogue)}
    for name in _SCHEMAS:
        path = shipped_folder() / SCHEMAS / f"{name}.json"
        yield f"schema/{name}", json.loads(path.read_text(encoding="utf-8"))


def _about(settings: Settings) -> dict[str, Any]:
    return {
        "schema": _NAME,
        "today": str(settings.today),
        "country": settings.country,
        "catalogue": {"version": settings.catalogue.version, "platforms": len(settings.catalogue.platforms)},
    }


def _index(settings: Settings, sites: list[str]) -> dict[str, Any]:
    return {
        **_about(settings),
        **{name: f"{name}.json" for name in ("sites", "rates", "sources")},
        "site": {key: f"sites/{key}.json" for key in sites},
        "method": {key: f"methods/{key}.json" for key in settings.catalogue.methods},
        "schemas": [f"schema/{name}.json" for name in _SCHEMAS],
    }


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


_WRITERS: Mapping[Kind, Callable[[Settings], Files]] = {Kind.SQLITE: _sqlite, Kind.CSV: _csv, Kind.JSON: _web_api}
