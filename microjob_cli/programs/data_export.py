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
# Which schema the answers of a command are held to, and of which other files there are own ones.
_ANSWERS = ("common", "list", "show", "payouts")
_OWN = ("index", "rates", "sources")

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
        cells = [[row[column] for column in table.columns] for row in rows[name]]
        plain = [[int(cell) if isinstance(cell, bool) else cell for cell in row] for row in cells]
        yield f"{name}.csv", csv_writer.write(list(table.columns), plain).encode(), len(cells)


def _columns() -> str:
    """What stands in each column of each table."""
    parts = ["# The records of microjob as CSV"]
    for name, table in export_file.tables().items():
        columns = (f"* `{column}`{f': {text}' if text else ''}" for column, text in table.columns.items())
        parts += [f"## {name}.csv", table.about, "\n".join(columns)]
    return "\n\n".join(parts) + "\n"


def _web_api(settings: Settings) -> Files:
    for name, document in _documents(settings):
        yield name, _json(document), len(document["items"]) if "items" in document else None


def _documents(settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every file of the API by its path: answers of the commands."""
    catalogue = settings.catalogue
    listed = _answer("list", {"brief": True, "all": True}, settings)
    sites = [item["id"] for item in listed["items"]]
    yield f"{ROOT}/index.json", _index(settings, sites)
    yield f"{ROOT}/sites.json", listed
    for key in sites:
        yield f"{ROOT}/sites/{key}.json", _answer("show", {"name": key}, settings)
    for key in catalogue.methods:
        yield f"{ROOT}/methods/{key}.json", _answer("payouts", {"method": key, "all": True}, settings)
    yield f"{ROOT}/rates.json", {**_about(settings), "items": rates_of(catalogue)}
    yield f"{ROOT}/sources.json", {**_about(settings), "items": sources_of(catalogue)}
    yield from _schemas()


def _schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """The JSON Schemas that the files are held to."""
    folder = shipped_folder() / SCHEMAS
    for name in (*(f"answers/{name}" for name in _ANSWERS), *(f"api/{name}" for name in _OWN)):
        yield f"{ROOT}/schema/{name}.json", json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def _answer(command: str, given: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    return answer_item(called(command, given, settings), settings)


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
        "schemas": [path.removeprefix(f"{ROOT}/") for path, _ in _schemas()],
    }


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


_WRITERS: Mapping[Kind, Callable[[Settings], Files]] = {Kind.SQLITE: _sqlite, Kind.CSV: _csv, Kind.JSON: _web_api}
