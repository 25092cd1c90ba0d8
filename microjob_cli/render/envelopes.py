"""The object that `--format json` prints around an answer."""

from __future__ import annotations

from typing import Any

from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import plain
from microjob_cli.result import Result, Stream

SCHEMA = "microjob/1"


def envelope(result: Result | Stream, items: Any, page: Formatter) -> dict[str, Any]:
    """An answer with what it was asked, the day, the catalogue and the notes."""
    catalogue = page.catalogue
    remarks = result.remarks if isinstance(result, Result) else ()
    notes = [{"code": one.code, "text": page.sentence(one.code, **one.details)} for one in remarks]
    return {
        "schema": SCHEMA,
        "command": result.command,
        "query": plain(result.query),
        "today": str(page.evidence.today),
        "catalogue": {"version": catalogue.version, "platforms": len(catalogue.platforms)},
        "items": items,
        "notes": notes,
        "error": None,
    }
