"""One way for the money: its hops, what arrives, what blocks it, what to know of it; and the order of such ways.

The order: what is lawful and available before money, money before speed. What is forbidden or not available is not
ranked but explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.facts import Claim, Fact
from microjob_cli.catalog.measures import Days, Fee, Range
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts, Standing
from microjob_cli.catalog.text import Text
from microjob_cli.catalog.transfer import Incentive, TransferFacts
from microjob_cli.payouts.charges import Carried, Terms

_NOUGHT = Decimal(0)
# The best first.
STANDINGS = tuple(Standing)
AVAILABILITY = (Answer.YES, Answer.PARTLY, None, Answer.NO)


def is_sure(standing: Standing, available: Answer | None) -> bool:
    """Whether a way is known to be lawful, if under conditions, and to work, if for some."""
    return standing in (Standing.CLEAR, Standing.RESTRICTED) and available in (Answer.YES, Answer.PARTLY)


class Notice(Struct, frozen=True):
    """Why a route is blocked, or what to know of it: a code, the values its sentence needs, and the claim behind it."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)
    claim: Claim[Any] | None = None


class Hop(Struct, frozen=True, dict=True):
    """One step of a route: a recorded transfer, or as the first step a platform's own payout into a method."""

    start: str
    to: str
    facts: TransferFacts | PayoutFacts

    @property
    def transfer(self) -> TransferFacts | None:
        return self.facts if isinstance(self.facts, TransferFacts) else None

    @property
    def option(self) -> PayoutFacts | None:
        return self.facts if isinstance(self.facts, PayoutFacts) else None

    @property
    def fee(self) -> Fact[Fee]:
        return self.facts.fee

    @property
    def days(self) -> Fact[Days]:
        return self.facts.days

    @cached_property
    def terms(self) -> Terms:
        facts = self.transfer
        if facts is None:
            return Terms(self.fee.value)
        return Terms(facts.fee.value, facts.margin.value, facts.fee_minimum.value, facts.fee_maximum.value)

    @property
    def ends(self) -> dict[str, Any]:
        """Where it begins and where it leads, for sentences."""
        return {"method": MethodId(self.start), "to": MethodId(self.to)}


class Credit(Struct, frozen=True):
    """An incentive that may come on top, and what it would add."""

    incentive: Incentive
    amount: Money
    claim: Claim[Any]


class Route(Struct, frozen=True):
    """One way for the money, and what arrives. `receive` None when it is blocked, or a charge or rate is not known.

    `least`: what arrives of it with every charge that is given as a range at its highest. `certain`: it is between the
    two, `exact`: they are the same; else both are only the most there can be. Of `steps`, those from the first unknown
    charge on have sums that are only the most there can be.
    """

    platform: str | None
    via: str
    to: str
    send: Money
    hops: tuple[Hop, ...] = ()
    steps: tuple[Carried, ...] = ()
    receive: Money | None = None
    least: Money | None = None
    exact: bool = False
    certain: bool = False
    kept: Decimal | None = None
    standing: Standing = Standing.UNKNOWN
    available: Answer | None = None
    days: Days | None = None
    rate: ExchangeRate | None = None
    blocked: Notice | None = None
    credits: tuple[Credit, ...] = ()

    @property
    def charge_unknown(self) -> bool:
        """Whether nobody can tell what arrives, because a charge on the way is not known."""
        return not are_charges_known(self.steps)

    @property
    def kept_at_least(self) -> Decimal | None:
        """Which part of it arrives with every charge at its highest."""
        if self.kept is None or self.least == self.receive or not (self.least and self.receive):
            return self.kept
        return self.kept * self.least.amount / self.receive.amount

    @property
    def way(self) -> tuple[Text, ...]:
        """What tells this route apart from others over the same methods."""
        return tuple(hop.transfer.transfer.way for hop in self.hops if hop.transfer and hop.transfer.transfer.way)

    @property
    def caveats(self) -> tuple[Notice, ...]:
        """What makes the figure less than certain, or the way less than smooth."""
        if self.blocked is None and self.hops and not self.steps:
            return (Notice("rate-unknown"),)
        return tuple(one for step in zip(self.hops, self.steps, strict=False) for one in caveats_of(*step))


def are_charges_known(steps: Iterable[Carried]) -> bool:
    """Whether it is known of each step what it takes. An unknown charge must never read as none."""
    return all(step.fee is not None for step in steps)


def moved_in(step: Carried, amount: Money | None) -> Money | None:
    """What the step moved, in the currency of an amount; None when it moved none of it."""
    if amount is None:
        return None
    return next((money for money in (step.received, step.sent) if money.currency == amount.currency), None)


def order(route: Route) -> tuple[Any, ...]:
    """The place of a route among others; the smallest is the best, the blocked ones are last.

    Lawful and available before money, money before speed; then the shorter way.
    """
    slowest = route.days.high if route.days else None
    return (
        route.blocked is not None,
        STANDINGS.index(route.standing),
        AVAILABILITY.index(route.available),
        route.receive is None,  # what is not known comes after what is
        -route.least.amount if route.least else _NOUGHT,  # what she surely gets, as far as anybody knows
        -route.receive.amount if route.receive else _NOUGHT,
        Decimal("Infinity") if slowest is None else slowest,
        len(route.hops),
        tuple(hop.to for hop in route.hops),
    )


def total_days(days: Sequence[Days | None]) -> Days | None:
    """All hops one after the other; None when one of them is unknown. Working days anywhere make them working days."""
    known = [span for span in days if span is not None]
    if len(known) < len(days):
        return None
    lows, highs = ([span.low for span in known], [span.high for span in known])
    low, high = (None if None in ends else sum(filter(None, ends), _NOUGHT) for ends in (lows, highs))
    return Days(Range(low, high), any(span.working for span in known))


def caveats_of(hop: Hop, step: Carried) -> Iterator[Notice]:
    """What makes the figure of one step less than certain, or the step less than smooth."""
    if hop.transfer:
        yield from _transfer_caveats(hop.transfer, hop.ends, step)
    if hop.option:
        yield from _option_caveats(hop.option, step)


def _option_caveats(option: PayoutFacts, step: Carried) -> Iterator[Notice]:
    """What is not known or old about the site's own payout."""
    method = {"method": MethodId(option.method)}
    if option.fee.value is None:
        yield Notice("site-fee-unknown", method)
    elif step.fee is None:
        yield Notice("site-fee-not-reckoned", {**method, "fee": option.fee.value})
    if not option.minimum.known:
        yield Notice("site-minimum-unknown", method)
    if option.minimum.disputed:
        both = {"minimum": option.minimum.value, "others": option.minimum.rivals}
        yield Notice("site-minimum-disputed", {**method, **both})
    if option.offered.confirmed is None:
        yield Notice("site-terms-undated", method)
    elif option.offered.stale:
        yield Notice("site-terms-old", {**method, "as_of": option.offered.confirmed})


def _transfer_caveats(facts: TransferFacts, ends: Mapping[str, Any], step: Carried) -> Iterator[Notice]:
    """What is not known, disputed, old or limited about a transfer."""
    if facts.fee.value is None:
        yield Notice("fee-unknown", ends)
    elif step.fee is None:
        yield Notice("fee-not-reckoned", {**ends, "fee": facts.fee.value})
    if facts.fee.disputed:
        yield Notice("fee-disputed", {**ends, "others": facts.fee.rivals})
    if step.rate is not None and not facts.margin.known:
        yield Notice("margin-unknown", ends)
    if facts.available.value is not Answer.YES:
        yield Notice("partly-available" if facts.available.value is Answer.PARTLY else "availability-unknown", ends)
    if facts.fee.stale:
        yield Notice("fee-old", {**ends, "as_of": facts.fee.confirmed})
    for limit in facts.limits:
        most = limit.most.value
        moved = moved_in(step, most)
        if most and moved and moved.amount > most.amount:
            yield Notice(f"above-limit-{limit.per}", {**ends, "most": most}, limit.most.chosen)
