"""Rows as CSV for spreadsheets: marked as UTF-8, so that Bengali arrives whole, and no cell read as a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from microjob_cli.render.clean import clean

_BYTE_ORDER_MARK = "\ufeff"
# Some spreadsheets look past spaces, and take the wide forms of the signs for the signs.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


def write(columns: Sequence[str], rows: Iterable[Sequence[Any]], *, headed: bool = True) -> str:
    """The rows, under their column names where they are the first."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    if headed:
        stream.write(_BYTE_ORDER_MARK)
        writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> str:
    safe = clean("" if value is None else str(value))
    return f"'{safe}" if _FORMULA.match(safe) else safe
