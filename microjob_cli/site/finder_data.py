"""The finder's lists and cells for its page, each list and each row once, its words in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import groupby
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.money import Money
from microjob_cli.render.document import Line, Lines, Table, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views import recommend
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.site.finder import Cell, Cells, Found, cells_of
from microjob_cli.site.scripts import told

# Of an empty list nothing is said but why it is empty.
_EMPTY = 0
_QUERY = {"all": True, "limit": None, "explain": False, "brief": False}


class _Drawn(Struct, frozen=True):
    """A list in one language: the answer in a sentence, what stands above the columns, titles, cells of the sites."""

    answer: str
    columns: tuple[str, ...]
    titles: tuple[str, ...]
    cells: tuple[tuple[Line, ...], ...]


class FinderData:
    """What the page looks up. `pages` put it into words, one a language."""

    def __init__(self, settings: Settings, pages: Sequence[Formatter]) -> None:
        self.settings, self.pages = settings, pages
        self._lists: dict[Any, int] = {None: _EMPTY}
        self._rows: dict[Any, int] = {}
        self._heads: dict[Any, int] = {}

    @cached_property
    def cells(self) -> Cells:
        return cells_of(self.settings, self._number)

    @property
    def found(self) -> dict[str, Any]:
        """What is the same in every language: the cells, and the lists of rows, each a site."""
        return {
            "lands": {country: _land(by_payout) for country, by_payout in self.cells.items()},
            "lists": [None if one is None else {"heads": one[1], "parts": one[2]} for one in self._lists],
            "sites": [site for site, _ in self._rows],
        }

    def words(self, number: int) -> dict[str, Any]:
        """All that is said, in the language of that number."""
        return {
            "answers": ["" if one is None else one[0][number] for one in self._lists],
            "heads": [{"columns": heads[number][0], "titles": heads[number][1]} for heads in self._heads],
            "rows": [[*map(told, words[number])] for _, words in self._rows],
        }

    def _number(self, found: Found) -> int:
        """Keeps a list, and tells which it is."""
        if not found.ranked:
            return _EMPTY
        drawn = [_drawn(found, replace(page, country=found.country)) for page in self.pages]
        rows = [
            _once(self._rows, (one.facts.id, words))
            for one, words in zip(found.ranked, zip(*(one.cells for one in drawn), strict=True), strict=True)
        ]
        placed = zip((one.keys.group if one.keys else 0 for one in found.ranked), rows, strict=True)
        parts = tuple(tuple(row for _, row in part) for _, part in groupby(placed, key=lambda pair: pair[0]))
        heads = _once(self._heads, tuple((one.columns, one.titles) for one in drawn))
        return _once(self._lists, (tuple(one.answer for one in drawn), heads, parts))


def _drawn(found: Found, page: Formatter) -> _Drawn:
    """The list as `recommend` prints it, without the numbers of its rows."""
    payout = (found.payout,) if found.payout else ()
    answer, table, *_ = recommend.document(Result("recommend", {"payout": payout, **_QUERY}, found.ranked), page)
    assert isinstance(answer, Lines) and isinstance(table, Table)
    cells = tuple(((*row[0][1:],), *row[1:]) for row in table.rows if len(row) > 1)
    titles = tuple(text_of(row[0]) for row in table.rows if len(row) == 1)
    return _Drawn(text_of(answer.lines[0]), table.columns, titles, cells)


def _land(by_payout: Mapping[str | None, Sequence[Cell]]) -> dict[str, Any]:
    """The cells of a country that are not empty."""
    return {
        payout or "": [{"unlimited": one.unlimited, "limited": [*map(_step, one.limited)]} for one in cells]
        for payout, cells in by_payout.items()
        if cells[0].unlimited != _EMPTY
    }


def _step(step: tuple[Money, int]) -> tuple[int, int]:
    """A sum in the smallest unit of its currency, and the list from there on."""
    return int(step[0].amount / step[0].exponent), step[1]


def _once(kept: dict[Any, int], value: Any) -> int:
    """Which one of those that are kept it is; what is new is kept."""
    return kept.setdefault(value, len(kept))
