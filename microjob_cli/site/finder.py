"""What the finder can be asked, and what `recommend` answers to it: the page looks up what was found here.

A cell stands for one country, one payout method or none, and one device or any. Its answer changes with the most that
the first withdrawal may be, but only at the minimums of the sites that are ranked without such a limit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_CEILING

from msgspec import Struct

from microjob_cli.advice.filters import Wanted
from microjob_cli.advice.search import Advice, Search, Wish, found_among
from microjob_cli.catalog.catalogue import Catalogue, convert
from microjob_cli.catalog.money import WIDE, Money
from microjob_cli.catalog.platform import Device
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.payouts.router import Router
from microjob_cli.settings import Settings

DEVICES = (None, Device.MOBILE)


class Found(Struct, frozen=True):
    """The sites that one person is recommended, best first; `payout` None: she asks for no method."""

    country: str
    payout: str | None
    ranked: tuple[Advice, ...]


class Cell(Struct, frozen=True):
    """By the numbers of lists: the answer without a limit, and the answers with one, each from its sum on."""

    unlimited: int
    limited: tuple[tuple[Money, int], ...] = ()


Number = Callable[[Found], int]
# By country, then by payout method or none, one cell a device.
Cells = Mapping[str, Mapping[str | None, Sequence[Cell]]]


def countries(catalogue: Catalogue, own: str) -> tuple[str, ...]:
    """The one that pages are for, then those whose transfers are recorded."""
    recorded = {transfer.country for transfer in catalogue.transfers.values()}
    return (own, *sorted(recorded - {own}))


def cells_of(settings: Settings, number: Number) -> Cells:
    """Every cell; `number` keeps a list and tells which it is."""
    catalogue, evidence = settings.catalogue, settings.evidence
    sites = [PlatformFacts(catalogue.platforms[key], evidence) for key in catalogue.with_payouts]
    payouts = (None, *catalogue.methods)
    found: dict[str, Mapping[str | None, Sequence[Cell]]] = {}
    for country in countries(catalogue, settings.country):
        land = _Land(Router(catalogue, evidence, country), sites)
        found[country] = {payout: land.cells(payout, number) for payout in payouts}
    return found


class _Land:
    """Asks for a person of one country."""

    def __init__(self, router: Router, sites: Sequence[PlatformFacts]) -> None:
        self.router, self.sites = router, sites

    def cells(self, payout: str | None, number: Number) -> Sequence[Cell]:
        """One a device; where no site is found for any, none is for one of them."""
        anywhere = self.found(payout, Wanted())
        if not anywhere.ranked:
            return [Cell(number(anywhere))] * len(DEVICES)
        return [self.cell(payout, one, number) for one in DEVICES]

    def cell(self, payout: str | None, device: Device | None, number: Number) -> Cell:
        unlimited = self.found(payout, Wanted(device=device))
        limited: list[tuple[Money, int]] = []
        for least in self.sums(unlimited.ranked):
            listed = number(self.found(payout, Wanted(device=device, max_minimum=least)))
            if not limited or limited[-1][1] != listed:
                limited.append((least, listed))
        return Cell(number(unlimited), tuple(limited))

    def found(self, payout: str | None, wanted: Wanted) -> Found:
        """As `recommend` asks: the method is where the money shall arrive."""
        wish = Wish(wanted, targets=(payout,) if payout else ())
        return Found(self.router.country, payout, found_among(self.sites, Search(wish, self.router)).ranked)

    def sums(self, ranked: Sequence[Advice]) -> list[Money]:
        """In her own money the sums from which on one more of their minimums is low enough, the smallest first."""
        return sorted({least for one in ranked for least in self._minimums(one)}, key=lambda money: money.amount)

    def _minimums(self, one: Advice) -> Iterator[Money]:
        currency, today = self.router.currency, self.router.evidence.today
        for option in one.judgement.usable:
            for amount in option.minimum.value.amounts if option.minimum.value and currency else ():
                own = amount if amount.currency == currency else None
                found = convert(amount, currency or "", self.router.catalogue.rates, today)
                if least := own or (found.money if found else None):
                    yield _whole_units(least)


def _whole_units(money: Money) -> Money:
    """The smallest sum that can be named and is as much."""
    return Money(money.amount.quantize(money.exponent, ROUND_CEILING, WIDE), money.currency)
