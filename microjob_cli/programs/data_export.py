"""`microjob data export`: all records for other programs."""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option

from microjob_cli.files import write_bytes
from microjob_cli.programs.tables import searched, tables_of
from microjob_cli.programs.web_api import documents
from microjob_cli.render import csv_writer
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.storage import export_file

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
    for name, document in documents(settings):
        yield name, _json(document), len(document["items"]) if "items" in document else None


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


_WRITERS: Mapping[Kind, Callable[[Settings], Files]] = {Kind.SQLITE: _sqlite, Kind.CSV: _csv, Kind.JSON: _web_api}
