"""The country's transfers and the payouts of sites for the route calculator: what does not hang on the sum is settled.

That is which ways are open and why others are not, how good they stand, how long they take. Charges, rates, limits and
the order of what arrives are reckoned on the page, as `payouts` reckons them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from microjob_cli.advice.verdict import Judge
from microjob_cli.catalog.measures import Days
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.commands.route import usual_sum
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.payouts.network import Path
from microjob_cli.payouts.route import Hop, Notice
from microjob_cli.payouts.router import Router
from microjob_cli.settings import Settings

T = TypeVar("T")
Took = tuple[Days | None, ...]
Pairs = Mapping[tuple[str, str], list[T]]


def took_by(path: Path) -> Took:
    return tuple(hop.days.value for hop in path.hops)


class Paying(Struct, frozen=True):
    """A site with its current payouts, and what is reckoned with where nobody names a sum, by where it shall arrive.

    `is_shut`: she cannot begin there, or should not.
    """

    platform: Platform
    is_shut: bool
    options: tuple[Hop, ...]
    usual: Mapping[str, Money]


class Hops:
    """All that money can move over, in the country and on the day of the settings."""

    def __init__(self, settings: Settings) -> None:
        self.router = Router(settings.catalogue, settings.evidence, settings.country)
        self.judge = Judge(self.router)
        self.methods = settings.catalogue.methods

    @cached_property
    def transfers(self) -> tuple[Hop, ...]:
        return tuple(hop for hops in self.router.leaving.values() for hop in hops)

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where each transfer stands among them."""
        return {id(hop.facts): place for place, hop in enumerate(self.transfers)}

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """Where people of the country want money: on their accounts, in the hand, else wherever an open way leads."""
        kept = (*self.router.home(), *self.router.cash())
        led = (to for to in self.methods for start in self.methods if start != to and self._ways(start, to))
        return tuple(dict.fromkeys((*kept, *led)))

    @cached_property
    def sites(self) -> tuple[Paying, ...]:
        """The sites that pay by anything, by name."""
        platforms = sorted(self.router.catalogue.platforms.values(), key=lambda one: one.name.casefold())
        return tuple(found for one in platforms if (found := self._paying(one)).options)

    @property
    def usual_currencies(self) -> tuple[str, ...]:
        """Those that a sum is named in: the dollar, hers, and what a rate of hers is known of."""
        own = self.router.currency
        found = (code for code in self._rated() if own and self.router.units(code, own) is not None)
        return tuple(dict.fromkeys((DOLLAR, *((own,) if own else ()), *found)))

    @cached_property
    def currencies(self) -> tuple[str, ...]:
        """Those in which sums are named on any way: hers first, the dollar, then what is held or asked for anywhere."""
        held = (self.router.currency_of(method) for method in self.methods.values())
        asked = (amount.currency for site in self.sites for hop in site.options for amount in least_of(hop))
        every = dict.fromkeys((self.router.currency, DOLLAR, *self._rated(), *held, *asked))
        return tuple(code for code in every if code)

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """The methods that money can be held in already; a site of the same name is asked about first."""
        return tuple(key for key in self.methods if not self.router.catalogue.index("platforms").find(key))

    @cached_property
    def ways(self) -> Pairs[Path]:
        """The open ways from each method to each target, the shortest first; from one to itself the one of no step."""
        return self._between(self._ways)

    @cached_property
    def shut(self) -> Pairs[Notice]:
        """Why other ways are not open, or why there is none at all."""
        return self._between(self._shut)

    @cached_property
    def taking(self) -> tuple[tuple[Took, ...], tuple[Took, ...]]:
        """How long payouts take (money that is held already: none), and how long ways take, each once."""
        first: dict[Took, None] = {(): None}
        first |= dict.fromkeys((hop.days.value,) for site in self.sites for hop in site.options)
        return tuple(first), tuple(dict.fromkeys(took_by(way) for ways in self.ways.values() for way in ways))

    def _rated(self) -> Iterator[str]:
        return (code for rate in self.router.catalogue.rates for code in (rate.base, rate.quote))

    def _between(self, found_between: Callable[[str, str], list[T]]) -> Pairs[T]:
        pairs = ((start, to) for start in self.methods for to in self.targets)
        return {pair: found for pair in pairs if (found := found_between(*pair))}

    def _ways(self, start: str, to: str) -> list[Path]:
        return [path for path in self.router.paths(start, to) if path.block is None]

    def _shut(self, start: str, to: str) -> list[Notice]:
        paths = self.router.paths(start, to)
        return [path.block for path in paths if path.block] if paths else [self.router.no_way(start, to)]

    def _paying(self, platform: Platform) -> Paying:
        facts = PlatformFacts(platform, self.router.evidence)
        hops = tuple(Hop(platform.id, one.method, one) for one in facts.current_payouts)
        usual = {to: usual_sum(facts.current_payouts, to, self.router) for to in self.targets}
        return Paying(platform, self.judge.judge(facts).is_shut, hops, usual)


def least_of(hop: Hop) -> tuple[Money, ...]:
    """Any of which a site pays out."""
    return hop.option.minimum.value.amounts if hop.option and hop.option.minimum.value else ()
