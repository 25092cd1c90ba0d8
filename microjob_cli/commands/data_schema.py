"""`microjob data schema`: the JSON Schemas of the record files."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Records, Settings
from microjob_cli.storage.folders import LAYOUTS, Layout, checked_folder, shipped_folder, shown


def run(
    settings: Settings,
    kind: Annotated[
        str | None,
        Argument(
            metavar="[KIND]",
            help="Which kind, as in `platform`. [default: list them]",
            autocompletion=completion.one_of([layout.schema_name for layout in LAYOUTS]),
        ),
    ] = None,
    write: Annotated[bool, Option("--write", help="Write the schema files beside the records.")] = False,
) -> Result:
    from microjob_cli.storage.loading import Folder, catalogue_of
    from microjob_cli.storage.schema import json_schema, schema_path

    names = [layout.schema_name for layout in LAYOUTS]
    if kind is not None and kind not in names:
        raise UsageProblem("no-such-kind", found=kind, known=", ".join(names))
    named = settings.records.named
    folder = checked_folder(named) if named else shipped_folder()
    chosen = [layout for layout in LAYOUTS if kind in (None, layout.schema_name)]
    remarks = tuple(_written(layout, schema_path(layout, folder)) for layout in chosen) if write else ()
    items = tuple(
        {
            "kind": layout.schema_name,
            "records": layout.where,
            "file": shown(schema_path(layout, folder)),
            "schema": json_schema(layout),
        }
        for layout in chosen
    )
    # The schemas do not depend on the records, which may be broken.
    records = Records.of(catalogue_of(Folder()))
    return Result("data schema", {"kind": kind, "write": write}, items, remarks, records=records)


def _written(layout: Layout, path: Path) -> Remark:
    """Writes a schema, unless its file says the same already."""
    from microjob_cli.files import write_text
    from microjob_cli.storage.schema import schema_text

    text = schema_text(layout)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return Remark("schema-unchanged", {"path": shown(path)})
    write_text(path, text)
    return Remark("schema-written", {"path": shown(path)})
