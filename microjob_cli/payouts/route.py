"""One way for the money: its hops, what arrives, what blocks it; and the order of such ways.

The order: what is lawful and available before money, money before speed. What is forbidden or not available is not
ranked but explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from microjob_cli.catalog.catalogue import ExchangeRate
from microjob_cli.catalog.facts import Claim, Fact
from microjob_cli.catalog.measures import Days
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.payout import Answer, Standing
from microjob_cli.catalog.text import Text
from microjob_cli.catalog.transfer import Incentive, TransferFacts
from microjob_cli.payouts.charges import Carried, Terms

_NOUGHT = Decimal(0)
AVAILABILITY = (Answer.YES, Answer.PARTLY, None)


class Notice(Struct, frozen=True):
    """Why a route is blocked, or what to know of it: a code, the values its sentence needs, and the claim behind it."""

    code: str
    details: Mapping[str, Any] = field(default_factory=dict)
    claim: Claim[Any] | None = None


class Hop(Struct, frozen=True):
    """One step of a route. `transfer` None is the platform's own payout into the method."""

    start: str
    to: str
    terms: Terms
    days: Fact[Days]
    fee: Fact[Any]
    transfer: TransferFacts | None = None


class Credit(Struct, frozen=True):
    """An incentive that may come on top, and what it would add."""

    incentive: Incentive
    amount: Money
    claim: Claim[Any]


class Route(Struct, frozen=True):
    """One way for the money, and what arrives. `receive` None when it is blocked, or a charge or rate is not known.

    Of `steps`, those from the first unknown charge on have sums that are only the most there can be.
    """

    platform: str | None
    via: str
    to: str
    send: Money
    hops: tuple[Hop, ...] = ()
    steps: tuple[Carried, ...] = ()
    receive: Money | None = None
    exact: bool = False
    kept: Decimal | None = None
    standing: Standing = Standing.UNKNOWN
    available: Answer | None = None
    days: Days | None = None
    rate: ExchangeRate | None = None
    blocked: Notice | None = None
    caveats: tuple[Notice, ...] = ()
    credits: tuple[Credit, ...] = ()

    @property
    def charge_unknown(self) -> bool:
        """Whether nobody can tell what arrives, because a charge on the way is not known."""
        return not are_charges_known(self.steps)

    @property
    def way(self) -> tuple[Text, ...]:
        """What tells this route apart from others over the same methods."""
        return tuple(hop.transfer.transfer.way for hop in self.hops if hop.transfer and hop.transfer.transfer.way)


def hop_of(facts: TransferFacts) -> Hop:
    """A recorded transfer as a step of a route."""
    transfer = facts.transfer
    terms = Terms(facts.fee.value, facts.margin.value, facts.fee_minimum.value, facts.fee_maximum.value)
    return Hop(transfer.start, transfer.to, terms, facts.days, facts.fee, facts)


def are_charges_known(steps: Iterable[Carried]) -> bool:
    """Whether it is known of each step what it takes. An unknown charge must never read as none."""
    return all(step.fee is not None for step in steps)


def ends(hop: Hop) -> dict[str, Any]:
    """Where a hop begins and ends, for sentences."""
    return {"method": MethodId(hop.start), "to": MethodId(hop.to)}


def ranked(routes: Sequence[Route]) -> list[Route]:
    """Lawful and available before money, money before speed; then the shorter way. The blocked ones last."""
    return sorted(routes, key=order)


def order(route: Route) -> tuple[Any, ...]:
    """The place of a route among others; the smallest is the best."""
    receive = route.receive.amount if route.receive else _NOUGHT
    return (
        route.blocked is not None,
        list(Standing).index(route.standing),
        AVAILABILITY.index(route.available) if route.available is not Answer.NO else len(AVAILABILITY),
        route.receive is None,  # what is not known comes after what is
        -receive,
        _slowness(route.days),
        len(route.hops),
        tuple(hop.to for hop in route.hops),
    )


def _slowness(days: Days | None) -> Decimal:
    return days.high if days and days.high is not None else Decimal("Infinity")
