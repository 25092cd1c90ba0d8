"""What the finder can be asked, and what `recommend` answers to it: the page looks up what was found here.

A cell stands for one country, one payout method or none, and one device or any. Its answer changes with the most that
the first withdrawal may be, but only at the minimums of the sites that are ranked without such a limit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.advice.filters import Wanted
from microjob_cli.advice.search import Advice, Search, Wish, found_among
from microjob_cli.catalog.catalogue import Catalogue, convert
from microjob_cli.catalog.money import MINOR_UNITS, WIDE, Money
from microjob_cli.catalog.platform import Device
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.network import block_of
from microjob_cli.payouts.router import Router
from microjob_cli.render.document import Lines, Table, paragraph, text_of
from microjob_cli.render.pages import for_page
from microjob_cli.render.views import recommend
from microjob_cli.render.views.route import why_not
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.site.scripts import Writer

DEVICES = (None, Device.MOBILE)
_QUERY = {"all": True, "limit": None, "explain": False, "brief": False}
_SAID = ("nothing-found", "nowhere", "finder-bad-number", "finder-wider", "finder-instead")


class Found(Struct, frozen=True):
    """The sites that one person is recommended, best first; `payout` None: she asks for no method."""

    country: str
    payout: str | None
    ranked: tuple[Advice, ...]


class Cell(Struct, frozen=True):
    """The answer without a limit, and the answers with one, each from its sum on."""

    unlimited: Found
    limited: tuple[tuple[Money, Found], ...] = ()


# By country, then by payout method or none, one cell a device.
Cells = Mapping[str, Mapping[str | None, Sequence[Cell]]]


def countries(catalogue: Catalogue, own: str) -> tuple[str, ...]:
    """The one that pages are for, then those whose transfers are recorded."""
    recorded = {transfer.country for transfer in catalogue.transfers.values()}
    return (own, *sorted(recorded - {own}))


def cells_of(settings: Settings) -> Cells:
    """Every cell."""
    catalogue, evidence = settings.catalogue, settings.evidence
    sites = [PlatformFacts(catalogue.platforms[key], evidence) for key in catalogue.with_payouts]
    lands = (_Land(Router(catalogue, evidence, one), sites) for one in countries(catalogue, settings.country))
    return {land.router.country: {one: land.cells(one) for one in (None, *catalogue.methods)} for land in lands}


class _Land:
    """Asks for a person of one country."""

    def __init__(self, router: Router, sites: Sequence[PlatformFacts]) -> None:
        self.router, self.sites = router, sites

    def cells(self, payout: str | None) -> Sequence[Cell]:
        """One a device; where no site is found for any, none is for one of them."""
        anywhere = self.found(payout, Wanted())
        if not anywhere.ranked:
            return [Cell(anywhere)] * len(DEVICES)
        return [self.cell(payout, one) for one in DEVICES]

    def cell(self, payout: str | None, device: Device | None) -> Cell:
        unlimited = self.found(payout, Wanted(device=device))
        sums = self.sums(unlimited.ranked)
        return Cell(unlimited, tuple((one, self.found(payout, Wanted(device=device, max_minimum=one))) for one in sums))

    def found(self, payout: str | None, wanted: Wanted) -> Found:
        """As `recommend` asks: the method is where the money shall arrive."""
        wish = Wish(wanted, targets=(payout,) if payout else ())
        return Found(self.router.country, payout, found_among(self.sites, Search(wish, self.router)).ranked)

    def sums(self, ranked: Sequence[Advice]) -> list[Money]:
        """In her own money the sums from which on one more of their minimums is low enough, the smallest first."""
        return sorted({least for one in ranked for least in self._minimums(one)}, key=lambda money: money.amount)

    def _minimums(self, one: Advice) -> Iterator[Money]:
        """Each as the smallest sum that can be named and is as much."""
        currency, today = self.router.currency, self.router.evidence.today
        for option in one.judgement.usable:
            for amount in option.minimum.value.amounts if option.minimum.value and currency else ():
                own = amount if amount.currency == currency else None
                found = convert(amount, currency or "", self.router.catalogue.rates, today)
                if least := own or (found.money if found else None):
                    yield Money(least.amount.quantize(least.exponent, ROUND_CEILING, WIDE), least.currency)


def finder_data(cells: Cells, writer: Writer) -> dict[str, Any]:
    """What the page looks up, in one language: the cells by the numbers of their lists, each list and row once."""
    page, lists = writer.page, _Lists(writer)
    return {
        "lands": {country: _land(country, by_payout, lists) for country, by_payout in cells.items()},
        "lists": list(lists.lists),
        "rows": list(lists.rows),
        "methods": {key: page.method(key) for key in page.catalogue.methods},
        "now": writer.block(paragraph(page.sentence("never-now"))),
        "says": {code: page.sentence(code, found="{found}") for code in _SAID},
    }


class _Drawn(Struct, frozen=True):
    """A list in one language: the answer in a sentence, the head of the table, the numbers of its rows."""

    answer: str
    head: str
    rows: tuple[int, ...]


class _Lists:
    """The lists and rows of one language, by their numbers. Of the first list nothing is said but why it is empty."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.lists: dict[_Drawn | None, int] = {None: 0}
        self.rows: dict[str, int] = {}

    def number(self, found: Found) -> int:
        """Keeps a list, and tells which it is."""
        drawn = self._drawn(found) if found.ranked else None
        return self.lists.setdefault(drawn, len(self.lists))

    def _drawn(self, found: Found) -> _Drawn:
        """As `recommend` prints it, without the numbers of its rows, which the page counts."""
        page = replace(self.writer.page, country=found.country)
        payout = (found.payout,) if found.payout else ()
        document = recommend.document(Result("recommend", {"payout": payout, **_QUERY}, found.ranked), page)
        answer, table, *_ = for_page(document, page)
        assert isinstance(answer, Lines) and isinstance(table, Table)
        rows = tuple((row[0][1:], *row[1:]) if len(row) > 1 else row for row in table.rows)
        head, *written = self.writer.table(Table(table.columns, rows))
        numbers = tuple(self.rows.setdefault(row, len(self.rows)) for row in written)
        return _Drawn(text_of(answer.lines[0]), head, numbers)


def _land(country: str, by_payout: Mapping[str | None, Sequence[Cell]], lists: _Lists) -> dict[str, Any]:
    """The cells of a country that are not empty; of the others why, where the method itself is the reason."""
    writer, page = lists.writer, lists.writer.page
    currency = page.catalogue.countries[country].currency
    full = {key or "": held for key, held in by_payout.items() if held[0].unlimited.ranked}
    empty = (page.catalogue.methods[key] for key in by_payout if key and key not in full)
    blocks = {method.id: block_of(method, country, page.evidence) for method in empty}
    return {
        "currency": page.language.currency(currency) if currency else "",
        "decimals": MINOR_UNITS.get(currency, 2) if currency else 0,
        "cells": {key: [_cell(one, lists) for one in held] for key, held in full.items()},
        "why": {key: writer.block(paragraph(why_not(block, page))) for key, block in blocks.items() if block},
    }


def _cell(cell: Cell, lists: _Lists) -> dict[str, Any]:
    """The sums from which on another list answers are in the smallest unit of their currency."""
    limited: list[tuple[int, int]] = []
    for least, found in cell.limited:
        number = lists.number(found)
        if not limited or limited[-1][1] != number:
            limited.append((int(least.amount / least.exponent), number))
    return {"unlimited": lists.number(cell.unlimited), "limited": limited}
