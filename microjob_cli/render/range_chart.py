"""Ranges and marks over one scale, drawn in characters that every terminal counts alike.

`..===O====....` runs from low to high with the typical value at the O; a benchmark is a single `|`. The words stand to
the right of each strip, so that no script however wide moves the strips apart.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from msgspec import Struct

from microjob_cli.render.document import Line, Span, Table, Tone, line, quiet, table

_WIDTH = 40
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


class Strip(Struct, frozen=True):
    """One row: from `low` to `high` with `typical` in it; a mark where all three are equal and `mark` is set."""

    low: float
    typical: float
    high: float
    words: Line
    mark: bool = False


def strips(rows: Iterable[Strip], unit: str, number: Callable[[Decimal], str]) -> Table:
    """The rows one below the other, and the scale under them; `number` writes its ends."""
    rows = list(rows)
    top = _round_top(max(row.high for row in rows))
    start, end = number(Decimal(0)), number(Decimal(f"{top:g}"))
    scale = Span(f"{start}{end.rjust(_WIDTH - len(start))}", Tone.CODE), quiet(unit)
    return table((), (*((_drawn(row, top), row.words) for row in rows), scale))


def _drawn(row: Strip, top: float) -> Line:
    places = (round(value / top * (_WIDTH - 1)) for value in (row.low, row.typical, row.high))
    first, at, last = (min(place, _WIDTH - 1) for place in places)
    if row.mark:
        return line(Span("." * at, Tone.CODE), "|", Span("." * (_WIDTH - at - 1), Tone.CODE))
    bar = "=" * (at - first) + "O" + "=" * (last - at)
    return line(Span("." * first, Tone.CODE), Span(bar, Tone.GOOD), Span("." * (_WIDTH - last - 1), Tone.CODE))


def _round_top(most: float) -> float:
    size = 1.0
    while size * 10 <= most:
        size *= 10
    while 0 < most <= size / 10:
        size /= 10
    return next((size * step for step in _STEPS if size * step >= most), size) or 1.0
