"""Finds how money gets from a platform, or from a payout method, to where the person wants it, and how much arrives."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from typing import Any

from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate, newest_rate
from microjob_cli.catalog.facts import Claim, Evidence
from microjob_cli.catalog.measures import Percent
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutFacts, PayoutMethod
from microjob_cli.catalog.transfer import Incentive, IncentiveKind, TransferKind
from microjob_cli.payouts.charges import Carried, carry, credited, is_single
from microjob_cli.payouts.minimums import USUAL
from microjob_cli.payouts.network import Network, Path
from microjob_cli.payouts.route import (
    Credit,
    Hop,
    Notice,
    Route,
    are_charges_known,
    moved_in,
    order,
    total_days,
)

_NO_RATES: Mapping[str, Decimal] = {}
# In units of a currency: no minimum is so high.
_BEYOND_REASON = 10**12
_LOCAL = frozenset({MethodKind.MOBILE_WALLET, MethodKind.BANK, MethodKind.CASH, MethodKind.AIRTIME})


class Router(Network):
    """A network in which amounts move: finds and ranks routes.

    `own_rates` are the user's own: by currency, how much of the country's currency one unit of it brings.
    """

    def __init__(
        self, catalogue: Catalogue, evidence: Evidence, country: str, own_rates: Mapping[str, Decimal] = _NO_RATES
    ) -> None:
        super().__init__(catalogue, evidence, country)
        self.own_rates = own_rates
        land = catalogue.countries.get(country)
        self.currency = land.currency if land else None
        self._rates: dict[tuple[str, str], ExchangeRate | None] = {}
        self._best: dict[tuple[Any, ...], Route | None] = {}

    def from_platform(self, platform: str, options: Sequence[PayoutFacts], to: str, send: Money) -> list[Route]:
        """Every sensible route out of a platform's current payout options, ranked; the blocked ones last."""
        firsts = (Hop(platform, option.method, option) for option in options)
        return sorted((route for first in firsts for route in self._every_way(first.to, to, send, first)), key=order)

    def from_method(self, method: str, to: str, send: Money) -> list[Route]:
        """Every sensible route for money that is already held by a method, ranked; the blocked ones last."""
        if method != to:
            return sorted(self._every_way(method, to, send), key=order)
        there = Route(None, method, to, send, receive=send, least=send, exact=True, certain=True, kept=Decimal(1))
        return [replace(there, standing=self.standings[method], available=Answer.YES)]

    def best_way(
        self, platform: str, options: Sequence[PayoutFacts], targets: Sequence[str], send: Money
    ) -> Route | None:
        """The best open way out of a platform by these options to any of the targets; None when none is open."""
        found = (self._best_by(Hop(platform, option.method, option), option, targets, send) for option in options)
        return min((route for route in found if route), key=order, default=None)

    def _best_by(self, first: Hop, option: PayoutFacts, targets: Sequence[str], send: Money) -> Route | None:
        """The best open way by one option. It is reckoned once for all platforms with the same terms."""
        terms = (option.method, option.minimum.value, option.fee.value, option.days.value, *targets, send)
        if terms not in self._best:
            paths = (path for to in targets for path in self.paths(option.method, to))
            routes = (self._route(path, send, first) for path in paths if not self._goes_on(path, targets))
            self._best[terms] = min((route for route in routes if _is_open(route)), key=order, default=None)
        best = self._best[terms]
        return best and replace(best, platform=first.start, hops=(first, *best.hops[1:]))

    def _goes_on(self, path: Path, targets: Sequence[str]) -> bool:
        """Whether it goes on from another of the targets in the same money: the way that ends there brings as much."""
        *passed, (_, held) = ((one, self.currency_of(self.catalogue.methods[one])) for one in path.methods)
        same = takewhile(lambda one: one[1] == held, reversed(passed))
        return held is not None and any(method in targets for method, _ in same)

    def _every_way(self, via: str, to: str, send: Money, first: Hop | None = None) -> list[Route]:
        """The ways from a method, the blocked ones too; that there is none, and why as far as is known."""
        found = [self._told(self._route(path, send, first)) for path in self.paths(via, to)]
        platform = first.start if first else None
        none = Route(platform, via, to, send, blocked=self.no_way(via, to), standing=self.standings[via])
        return found or [none]

    def _route(self, path: Path, send: Money, first: Hop | None) -> Route:
        """One way with what it brings, or what is recorded against it; `first` is a site's payout."""
        option = first.option if first else None
        route = Route(
            platform=first.start if first else None,
            via=path.start,
            to=path.methods[-1],
            send=send,
            hops=(first, *path.hops) if first else path.hops,
            standing=path.standing,
            available=path.available,
            blocked=path.block or (self._too_small(send, option) if option else None),
        )
        return route if route.blocked else self._reckoned(route, self._opening(send, option))

    def _too_small(self, send: Money, option: PayoutFacts) -> Notice | None:
        """Below the platform's minimum: either of alternative amounts is enough, as far as they can be compared."""
        minimum = option.minimum.value
        worths = [(self.worth(send, amount.currency), amount) for amount in minimum.amounts] if minimum else []
        compared = [worth.amount >= amount.amount for worth, amount in worths if worth is not None]
        if any(compared) or not compared:
            return None
        return Notice("below-minimum", {"method": MethodId(option.method), "minimum": minimum}, option.minimum.chosen)

    def _reckoned(self, route: Route, opening: Money) -> Route:
        """The route with its arithmetic: steps, what arrives, days, credits."""
        steps = self._carried(route.hops, opening)
        if steps is None:
            return route
        in_ranges = any(hop.fee.value and not is_single(hop.fee.value) for hop in route.hops)
        dearest = (self._carried(route.hops, opening, dearest=True) if in_ranges else None) or steps
        most = steps[-1].received
        receive = most if are_charges_known(steps) else None
        return replace(
            route,
            steps=steps,
            receive=receive,
            least=dearest[-1].received if receive else None,
            certain=all(step.exact for step in dearest),
            exact=all(step.exact for step in steps),
            kept=self.kept(route.send, receive) if receive else None,
            days=total_days([hop.days.value for hop in route.hops]),
            rate=self.rate(route.send.currency, most.currency),
            credits=tuple(self._credits(route.hops, steps)),
        )

    def _told(self, route: Route) -> Route:
        """The same; of one over which so little cannot move, only why."""
        if _is_open(route) or route.blocked:
            return route
        short = next(_too_little(route), None)
        blocked = self._below(route, *short) if short else Notice("fee-takes-all", {"amount": route.send})
        begun = Route(route.platform, route.via, route.to, route.send, route.hops)
        return replace(begun, standing=route.standing, available=route.available, blocked=blocked)

    def kept(self, send: Money, arrived: Money) -> Decimal | None:
        """Which part of the worth of what was sent arrives."""
        worth = self.worth(send, arrived.currency)
        return arrived.amount / worth.amount if worth and worth.amount else None

    def _opening(self, send: Money, option: PayoutFacts | None) -> Money:
        """The amount in the currency in which the platform keeps balances, as far as its minimum tells."""
        minimum = option.minimum.value if option else None
        if minimum is None or len(minimum.amounts) > 1:
            return send
        return self.worth(send, minimum.amounts[0].currency) or send

    def _carried(self, hops: Sequence[Hop], amount: Money, *, dearest: bool = False) -> tuple[Carried, ...] | None:
        """The amount carried over each hop in turn, at the highest charge if `dearest`; None when a rate is missing."""
        steps: list[Carried] = []
        for hop in hops:
            currency = self.currency_of(self.catalogue.methods[hop.to]) or amount.currency
            terms = hop.terms.dearest if dearest else hop.terms
            step = carry(amount, terms, currency, self.units(amount.currency, currency))
            if step is None:
                return None
            steps.append(step)
            amount = step.received
        return tuple(steps)

    def _below(self, route: Route, place: int, least: Money, claim: Claim[Money] | None) -> Notice:
        """That a hop does not move so little, and how much would do."""
        is_known = are_charges_known(route.steps[: place + 1])
        needed = self._enough(route, place, least) if is_known else None
        code = "below-limit" if needed else "below-limit-unknown"
        return Notice(code, {**route.hops[place].ends, "least": least, "needed": needed}, claim)

    def _enough(self, route: Route, place: int, least: Money) -> Money | None:
        """The smallest amount to send with which a hop moves its least, found by halving; None beyond reason."""
        unit = route.send.exponent

        def moves(units: int) -> bool:
            steps = self._carried(route.hops, Money(units * unit, route.send.currency))
            moved = moved_in(steps[place], least) if steps else None
            return moved is not None and moved.amount >= least.amount

        most = max(int(route.send.amount / unit), 1)
        while not moves(most):
            most *= 2
            if most > _BEYOND_REASON:
                return None
        return Money(bisect_left(range(most), True, lo=1, key=moves) * unit, route.send.currency)

    def _credits(self, hops: Sequence[Hop], steps: Sequence[Carried]) -> Iterator[Credit]:
        """Incentives that may come on top of what arrives from abroad, each on the same base."""
        crossing = next((index for index, step in enumerate(steps) if step.rate is not None), None)
        if crossing is None or not are_charges_known(steps[: crossing + 1]):
            return
        transfer, base = hops[crossing].transfer, steps[crossing].received
        sent_home = transfer is not None and transfer.transfer.kind is TransferKind.REMITTANCE
        wanted = IncentiveKind.REMITTANCE if sent_home else IncentiveKind.EXPORT
        for incentive, claim in self._incentives:
            if wanted in incentive.kinds and incentive.to in (None, hops[crossing].to):
                yield Credit(incentive, credited(base, claim.value), claim)

    @cached_property
    def _incentives(self) -> Sequence[tuple[Incentive, Claim[Percent]]]:
        """Those of the country that are in force, with what they add."""
        here = (
            (incentive, self.evidence.fact(incentive.percent).chosen)
            for incentive in self.catalogue.incentives.values()
            if incentive.country == self.country and incentive.in_force(self.evidence.today)
        )
        return [(incentive, claim) for incentive, claim in here if claim]

    def currency_of(self, method: PayoutMethod) -> str | None:
        """What is held there: its own currency, or the country's where it is local; None if it holds any."""
        return method.currency or (self.currency if method.kind in _LOCAL else None)

    def usual(self, currency: str | None) -> Money:
        """What is reckoned with where nobody names a sum: ten dollars, or about as much in a round number."""
        worth = self.exchanged(USUAL, currency) if currency else None
        if worth is None or not worth.amount:
            return USUAL if currency is None else Money(USUAL.amount, currency)
        return Money(round(worth.amount, -worth.amount.adjusted()), worth.currency).rounded()

    def units(self, base: str, quote: str) -> Decimal | None:
        """How many `quote` one `base` brings: by the user's own rate, else by the recorded one; None without one."""
        if base == quote:
            return Decimal(1)
        own = self._own_units(base, quote)
        if own is not None:
            return own
        rate = self.rate(base, quote)
        if rate is None:
            return None
        return rate.rate if rate.base == base else 1 / rate.rate

    def _own_units(self, base: str, quote: str) -> Decimal | None:
        """How many `quote` one `base` brings by the user's own rate for that currency, and for no other."""
        if quote == self.currency:
            return self.own_rates.get(base)
        return 1 / self.own_rates[quote] if base == self.currency and quote in self.own_rates else None

    def rate(self, base: str, quote: str) -> ExchangeRate | None:
        """The recorded rate that is used between two currencies, in either direction."""
        if self._own_units(base, quote) is not None:
            return None
        if (base, quote) not in self._rates:  # among hundreds of rates each hop would look for it anew
            rates, today = self.catalogue.rates, self.evidence.today
            found = newest_rate(rates, base, quote, today) or newest_rate(rates, quote, base, today)
            self._rates[base, quote] = found
        return self._rates[base, quote]

    def worth(self, money: Money, currency: str) -> Money | None:
        """The amount in another currency at the rate, without any charge."""
        if money.currency == currency:
            return money
        exchanged = self.exchanged(money, currency)
        return exchanged.rounded() if exchanged else None

    def exchanged(self, money: Money, currency: str) -> Money | None:
        """The same, not rounded."""
        units = self.units(money.currency, currency)
        return Money(money.amount * units, currency) if units else None


def _is_open(route: Route) -> bool:
    """Whether nothing recorded stands against it, and each hop moves the sum and leaves some of it."""
    if route.blocked or not route.steps:
        return route.blocked is None
    return bool(route.steps[-1].received.amount) and not any(_too_little(route))


def _too_little(route: Route) -> Iterator[tuple[int, Money, Claim[Money] | None]]:
    """The hops that do not move so little, by their place, with the least that they move and who says so."""
    for place, (hop, step) in enumerate(zip(route.hops, route.steps, strict=False)):
        for limit in hop.transfer.limits if hop.transfer else ():
            least = limit.least.value
            moved = moved_in(step, least)
            if least and moved is not None and moved.amount < least.amount:
                yield place, least, limit.least.chosen
