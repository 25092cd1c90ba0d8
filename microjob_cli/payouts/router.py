"""Finds how money gets from a platform, or from a payout method, to where the person wants it, and how much arrives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import Any

from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate, newest_rate
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutFacts, PayoutMethod, Standing
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.transfer import IncentiveKind, TransferKind
from microjob_cli.payouts.caveats import hop_caveats, in_currency, option_caveats, total_days
from microjob_cli.payouts.charges import Carried, Terms, carry, credited
from microjob_cli.payouts.network import Network, Path
from microjob_cli.payouts.route import (
    AVAILABILITY,
    Credit,
    Hop,
    Notice,
    Route,
    are_charges_known,
    ends,
    order,
    ranked,
)

# A route after its place among others, as `order` has it.
Ranked = tuple[tuple[Any, ...], Route]
_NO_RATES: Mapping[str, Decimal] = {}
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
        self.best: dict[tuple[Any, ...], Ranked | None] = {}
        self.rates: dict[tuple[str, str], ExchangeRate | None] = {}

    def from_platform(self, platform: str, options: Sequence[PayoutFacts], to: str, send: Money) -> list[Route]:
        """Every sensible route out of a platform's current payout options, ranked; the blocked ones last."""
        found = []
        for option in options:
            for path in self.paths(option.method, to):
                found.append(self.remarked(self.out_of(platform, option, path, to, send), option))
            if not any(route.via == option.method for route in found):
                found.append(self.dead_end(option.method, to, send, platform))
        return ranked(found)

    def out_of(self, platform: str, option: PayoutFacts, path: Path, to: str, send: Money) -> Route:
        """The route out of a platform by one of its options and a path from there."""
        return self.route((first_hop(platform, option), *path), option.method, to, send, option, platform)

    def best_out_of(self, option: PayoutFacts, to: str, send: Money) -> Ranked | None:
        """The best open way out of any platform by an option with those terms, with its place; None if none is open.

        It rests on the terms of the option alone, so that it is reckoned once for all platforms with the same terms.
        """
        terms = (option.method, option.fee.value, option.minimum.value, option.days.value, to, send)
        if terms not in self.best:
            found = [self.out_of("", option, path, to, send) for path in self.open_paths(option.method, to)]
            placed = [(order(route), route) for route in found if route.blocked is None]
            self.best[terms] = min(placed, key=itemgetter(0), default=None)
        return self.best[terms]

    def as_of_platform(self, route: Route, platform: PlatformFacts) -> Route:
        """A way reckoned for the terms of an option, as the way out of one platform whose option has them."""
        option = next(option for option in platform.current_payouts if option.method == route.via)
        own = replace(route, platform=platform.id, hops=(first_hop(platform.id, option), *route.hops[1:]))
        return self.remarked(own, option)

    def remarked(self, route: Route, option: PayoutFacts | None = None) -> Route:
        """A way that is going to be shown, with what to know of it; most ways are reckoned only to find the best."""
        if not route.steps:
            return route
        caveats, credits = self.caveats(route.hops, route.steps, option), self.credits(route.hops, route.steps)
        return replace(route, caveats=tuple(caveats), credits=tuple(credits))

    def from_method(self, method: str, to: str, send: Money) -> list[Route]:
        """Every sensible route for money that is already held by a method, ranked; the blocked ones last."""
        found = [self.remarked(self.route(path, method, to, send)) for path in self.paths(method, to) if path]
        return ranked(found) or [self.dead_end(method, to, send)]

    def dead_end(self, via: str, to: str, send: Money, platform: str | None = None) -> Route:
        """A route that does not exist, and why as far as is known."""
        blocked = self.method_block(via) or Notice("no-transfer", {"method": MethodId(via), "to": MethodId(to)})
        return Route(platform, via, to, send, blocked=blocked, standing=self.method_standing(via))

    def route(
        self,
        hops: tuple[Hop, ...],
        via: str,
        to: str,
        send: Money,
        option: PayoutFacts | None = None,
        platform: str | None = None,
    ) -> Route:
        """One route with what it brings, or why it is blocked."""
        standings = [self.method_standing(via), *(self.hop_standing(hop) for hop in hops if hop.transfer)]
        availability = [hop.transfer.available.value for hop in hops if hop.transfer]
        bare = (
            Route(
                platform,
                via,
                to,
                send,
                hops,
                standing=max(standings, key=list(Standing).index),
                available=max(availability, key=AVAILABILITY.index) if Answer.NO not in availability else Answer.NO,
            )
            if availability
            else Route(platform, via, to, send, hops, standing=standings[0], available=Answer.YES)
        )
        blocked = self.block(via, hops)
        if blocked:
            return replace(bare, blocked=blocked)
        return self.reckoned(bare, option)

    def reckoned(self, route: Route, option: PayoutFacts | None) -> Route:
        """The route with its arithmetic: minimums, hops, limits, days."""
        low = _too_small(route.send, option, self) if option else None
        if low:
            return replace(route, blocked=low)
        steps = self.carried(route.hops, self.opening(route.send, option))
        if steps is None:
            return replace(route, caveats=(Notice("rate-unknown"),))
        short = self.limit_block(route.hops, steps, route.send)
        if short:
            return replace(route, blocked=short)
        most = steps[-1].received if steps else route.send
        if not most.amount:
            return replace(route, blocked=Notice("fee-takes-all", {"amount": route.send}))
        receive = most if are_charges_known(steps) else None
        return replace(
            route,
            steps=steps,
            receive=receive,
            exact=all(step.exact for step in steps),
            kept=self.kept(route.send, receive) if receive else None,
            days=total_days([hop.days for hop in route.hops]),
            rate=self.rate(route.send.currency, most.currency),
        )

    def kept(self, send: Money, arrived: Money) -> Decimal | None:
        """Which part of the worth of what was sent arrives."""
        worth = self.worth(send, arrived.currency)
        return arrived.amount / worth.amount if worth and worth.amount else None

    def opening(self, send: Money, option: PayoutFacts | None) -> Money:
        """The amount in the currency in which the platform keeps balances, as far as its minimum tells."""
        minimum = option.minimum.value if option else None
        if minimum is None or len(minimum.amounts) > 1:
            return send
        return self.worth(send, minimum.amounts[0].currency) or send

    def carried(self, hops: Sequence[Hop], amount: Money) -> tuple[Carried, ...] | None:
        """The amount carried over each hop in turn; None when a rate is missing."""
        steps: list[Carried] = []
        for hop in hops:
            currency = self.currency_of(self.catalogue.methods[hop.to]) or amount.currency
            rate = self.units(amount.currency, currency)
            step = carry(amount, hop.terms, currency, rate)
            if step is None:
                return None
            steps.append(step)
            amount = step.received
        return tuple(steps)

    def currency_of(self, method: PayoutMethod) -> str | None:
        """What is held there: its own currency, or the country's where it is local; None if it holds any."""
        return method.currency or (self.currency if method.kind in _LOCAL else None)

    def units(self, base: str, quote: str) -> Decimal | None:
        """How many `quote` one `base` brings: by the user's own rate, else by the recorded one; None without one."""
        if base == quote:
            return Decimal(1)
        own = self.own_units(base, quote)
        if own is not None:
            return own
        rate = self.rate(base, quote)
        if rate is None:
            return None
        return rate.rate if rate.base == base else 1 / rate.rate

    def own_units(self, base: str, quote: str) -> Decimal | None:
        """How many `quote` one `base` brings by the user's own rate for that currency, and for no other."""
        if quote == self.currency:
            return self.own_rates.get(base)
        return 1 / self.own_rates[quote] if base == self.currency and quote in self.own_rates else None

    def rate(self, base: str, quote: str) -> ExchangeRate | None:
        """The recorded rate that is used between two currencies, in either direction."""
        if self.own_units(base, quote) is not None:
            return None
        pair = base, quote
        if pair not in self.rates:
            rates, today = self.catalogue.rates, self.evidence.today
            self.rates[pair] = newest_rate(rates, base, quote, today) or newest_rate(rates, quote, base, today)
        return self.rates[pair]

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

    def limit_block(self, hops: Sequence[Hop], steps: Sequence[Carried], send: Money) -> Notice | None:
        """A hop that does not move so little, and how much would do."""
        for index, (hop, step) in enumerate(zip(hops, steps, strict=True)):
            for limit in hop.transfer.limits if hop.transfer else ():
                least = limit.least.value
                moved = in_currency(step, least)
                if least and moved is not None and moved.amount < least.amount:
                    is_known = are_charges_known(steps[: index + 1])
                    needed = self.enough(hops, send, index, least) if is_known else None
                    code = "below-limit" if needed else "below-limit-unknown"
                    return Notice(code, {**ends(hop), "least": least, "needed": needed}, limit.least.chosen)
        return None

    def enough(self, hops: Sequence[Hop], send: Money, index: int, least: Money) -> Money | None:
        """The smallest amount to send with which a hop moves its least, found by halving; None beyond reason."""
        unit = send.exponent
        low, high = 0, max(int(send.amount / unit), 1)
        while not self._moves(hops, Money(high * unit, send.currency), index, least):
            low, high = high, high * 2
            if high > 10**12:
                return None
        while low + 1 < high:
            middle = (low + high) // 2
            enough = self._moves(hops, Money(middle * unit, send.currency), index, least)
            low, high = (low, middle) if enough else (middle, high)
        return Money(high * unit, send.currency)

    def _moves(self, hops: Sequence[Hop], send: Money, index: int, least: Money) -> bool:
        steps = self.carried(hops, send)
        moved = in_currency(steps[index], least) if steps else None
        return moved is not None and moved.amount >= least.amount

    def caveats(self, hops: Sequence[Hop], steps: Sequence[Carried], option: PayoutFacts | None) -> Iterator[Notice]:
        """What makes the figure less than certain, or the way less than smooth."""
        if option is not None:
            yield from option_caveats(option, steps[0])
        for hop, step in zip(hops, steps, strict=True):
            if hop.transfer is None:
                continue
            yield from hop_caveats(hop, step)

    def credits(self, hops: Sequence[Hop], steps: Sequence[Carried]) -> Iterator[Credit]:
        """Incentives that may come on top of what arrives from abroad, each on the same base."""
        crossing = next((index for index, step in enumerate(steps) if step.rate is not None), None)
        if crossing is None or not are_charges_known(steps[: crossing + 1]):
            return
        hop, base = hops[crossing], steps[crossing].received
        sent_home = hop.transfer is not None and hop.transfer.transfer.kind is TransferKind.REMITTANCE
        wanted = IncentiveKind.REMITTANCE if sent_home else IncentiveKind.EXPORT
        for incentive in self.catalogue.incentives.values():
            claim = self.evidence.fact(incentive.percent).chosen
            here = incentive.country == self.country and incentive.in_force(self.evidence.today)
            if claim and here and wanted in incentive.kinds:
                yield Credit(incentive, credited(base, claim.value), claim)


def best_way(router: Router, options: Sequence[PayoutFacts], targets: Sequence[str], send: Money) -> Route | None:
    """The best open way to any of the targets out of any platform with these options; None when none is open."""
    found = (router.best_out_of(option, to, send) for to in targets for option in options)
    best = min(filter(None, found), key=itemgetter(0), default=None)
    return best[1] if best else None


def first_hop(platform: str, option: PayoutFacts) -> Hop:
    """A platform's own payout as the first step of a route."""
    return Hop(platform, option.method, Terms(option.fee.value), option.days, option.fee)


def _too_small(send: Money, option: PayoutFacts, router: Router) -> Notice | None:
    """Below the platform's minimum: either of alternative amounts is enough, as far as they can be compared."""
    minimum: Minimum | None = option.minimum.value
    if minimum is None:
        return None
    worths = [(router.worth(send, amount.currency), amount) for amount in minimum.amounts]
    compared = [worth.amount >= amount.amount for worth, amount in worths if worth is not None]
    if any(compared) or not compared:
        return None
    return Notice("below-minimum", {"method": MethodId(option.method), "minimum": minimum}, option.minimum.chosen)
