"""The finder's lists and cells for its page, each list and each row once, its words in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.money import Money
from microjob_cli.payouts.network import block_of
from microjob_cli.render.document import Lines, Table, line, paragraph, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.pages import for_page
from microjob_cli.render.views import recommend
from microjob_cli.render.views.route import why_not
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.site.finder import Cell, Cells, Found, cells_of
from microjob_cli.site.scripts import Writer

# Of an empty list nothing is said but why it is empty.
_EMPTY = 0
_QUERY = {"all": True, "limit": None, "explain": False, "brief": False}
_SAID = ("nothing-found", "nowhere", "finder-bad-number", "finder-wider", "finder-instead")


class _Drawn(Struct, frozen=True):
    """A list in one language: the answer in a sentence, the head of the table, its rows."""

    answer: str
    head: str
    rows: tuple[str, ...]


class FinderData:
    """What the page looks up. `writers` put it into words, one a language."""

    def __init__(self, settings: Settings, writers: Sequence[Writer]) -> None:
        self.settings, self.writers = settings, writers
        self._lists: dict[Any, int] = {None: _EMPTY}
        self._rows: dict[tuple[str, ...], int] = {}
        self._heads: dict[tuple[str, ...], int] = {}

    @cached_property
    def cells(self) -> Cells:
        return cells_of(self.settings, self._number)

    @property
    def found(self) -> dict[str, Any]:
        """What is the same in every language: the cells, and of each list its head and rows."""
        places = self.settings.catalogue.countries
        return {
            "lands": {
                country: {"decimals": _decimals(places[country].currency), "cells": _cells(by_payout)}
                for country, by_payout in self.cells.items()
            },
            "lists": [None if one is None else {"head": one[1], "rows": one[2]} for one in self._lists],
        }

    def words(self, number: int) -> dict[str, Any]:
        """All that is said, in the language of that number."""
        cells, page = self.cells, self.writers[number].page
        never = self.writers[number].block(paragraph(line(page.sentence("never-now"))))
        return {
            "answers": ["" if one is None else one[0][number] for one in self._lists],
            "heads": [head[number] for head in self._heads],
            "rows": [row[number] for row in self._rows],
            "now": never,
            "why": {country: self._why_none(country, number) for country in cells},
            "methods": {key: page.method(key) for key in dict.fromkeys(chain(*cells.values())) if key},
            "currencies": {country: _currency(country, page) for country in cells},
            "says": {code: page.sentence(code, found="{found}") for code in _SAID},
        }

    def _why_none(self, country: str, number: int) -> dict[str, str]:
        """Why no site is known whose money reaches a method, where the method itself is the reason; who says so."""
        writer, page = self.writers[number], self.writers[number].page
        empty = (key for key, cells in self.cells[country].items() if key and cells[0].unlimited == _EMPTY)
        blocks = {key: block_of(page.catalogue.methods[key], country, page.evidence) for key in empty}
        return {key: writer.block(paragraph(why_not(block, page))) for key, block in blocks.items() if block}

    def _number(self, found: Found) -> int:
        """Keeps a list, and tells which it is."""
        if not found.ranked:
            return _EMPTY
        drawn = [_drawn(found, writer) for writer in self.writers]
        rows = [_once(self._rows, one) for one in zip(*(one.rows for one in drawn), strict=True)]
        head = _once(self._heads, tuple(one.head for one in drawn))
        return _once(self._lists, (tuple(one.answer for one in drawn), head, tuple(rows)))


def _drawn(found: Found, writer: Writer) -> _Drawn:
    """The list as `recommend` prints it, without the numbers of its rows, which the page counts."""
    page = replace(writer.page, country=found.country)
    payout = (found.payout,) if found.payout else ()
    document = recommend.document(Result("recommend", {"payout": payout, **_QUERY}, found.ranked), page)
    answer, table, *_ = for_page(document, page)
    assert isinstance(answer, Lines) and isinstance(table, Table)
    rows = tuple((row[0][1:], *row[1:]) if len(row) > 1 else row for row in table.rows)
    head, *written = writer.table(Table(table.columns, rows))
    return _Drawn(text_of(answer.lines[0]), head, tuple(written))


def _cells(by_payout: Mapping[str | None, Sequence[Cell]]) -> dict[str, Any]:
    """The cells of a country that are not empty."""
    return {
        payout or "": [{"unlimited": one.unlimited, "limited": [*map(_step, one.limited)]} for one in cells]
        for payout, cells in by_payout.items()
        if cells[0].unlimited != _EMPTY
    }


def _step(step: tuple[Money, int]) -> tuple[int, int]:
    """A sum in the smallest unit of its currency, and the list from there on."""
    return int(step[0].amount / step[0].exponent), step[1]


def _currency(country: str, page: Formatter) -> str:
    code = page.catalogue.countries[country].currency
    return page.language.currency(code) if code else ""


def _decimals(currency: str | None) -> int:
    return -int(Money.parse(f"0 {currency}").exponent.as_tuple().exponent) if currency else 0


def _once(kept: dict[Any, int], value: Any) -> int:
    """Which one of those that are kept it is; what is new is kept."""
    return kept.setdefault(value, len(kept))
