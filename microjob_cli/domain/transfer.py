"""Transfers: one hop of money between two payout methods in one country, in one period and one way."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from microjob_cli.domain import freshness
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.facts import Claim, Evidence, Fact
from microjob_cli.domain.measures import Days, Fee, Percent
from microjob_cli.domain.money import Money
from microjob_cli.domain.payout import Answer, MethodFact, Standing
from microjob_cli.domain.text import Text
from microjob_cli.domain.values import dataclass, lazily


class TransferKind(StrEnum):
    """What sort of hop it is: between own accounts, sent home by a person abroad, or into banknotes."""

    TRANSFER = "transfer"
    REMITTANCE = "remittance"
    CASH_OUT = "cash-out"


class LimitBasis(StrEnum):
    """What a limit is counted over."""

    TRANSFER = "transfer"
    DAY = "day"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Limit:
    """The least and the most that may be moved in one transfer, a day or a month."""

    per: LimitBasis
    least: tuple[Claim[Money], ...] = ()
    most: tuple[Claim[Money], ...] = ()


@dataclass(frozen=True, slots=True)
class Transfer:
    """One hop as recorded. `way` tells several hops between the same two methods apart."""

    id: str
    country: str
    start: str
    to: str
    kind: TransferKind = TransferKind.TRANSFER
    way: Text | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None
    available: tuple[Claim[Answer], ...] = ()
    standing: tuple[Claim[Standing], ...] = ()
    fee: tuple[Claim[Fee], ...] = ()
    fee_minimum: tuple[Claim[Money], ...] = ()
    fee_maximum: tuple[Claim[Money], ...] = ()
    margin: tuple[Claim[Percent], ...] = ()
    limits: tuple[Limit, ...] = ()
    days: tuple[Claim[Days], ...] = ()
    facts: tuple[MethodFact, ...] = ()

    def in_force(self, today: date) -> bool:
        """Whether these terms hold on a day."""
        begun = self.valid_from is None or self.valid_from.first <= today
        return begun and (self.valid_to is None or today <= self.valid_to.last)


@dataclass(frozen=True, slots=True)
class LimitFacts:
    """A limit on one day."""

    per: LimitBasis
    least: Fact[Money]
    most: Fact[Money]


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """A transfer as it stands on one day."""

    transfer: Transfer
    available: Fact[Answer]
    standing: Fact[Standing]
    fee: Fact[Fee]
    fee_minimum: Fact[Money]
    fee_maximum: Fact[Money]
    margin: Fact[Percent]
    limits: tuple[LimitFacts, ...]
    days: Fact[Days]


def transfer_facts(transfer: Transfer, evidence: Evidence) -> TransferFacts:
    """The facts of a transfer on the day of the evidence, each found when it is asked for."""
    age = freshness.TRANSFER_TERMS

    def find(name: str) -> Any:
        match name:
            case "transfer":
                return transfer
            case "limits":
                return tuple(
                    LimitFacts(limit.per, evidence.fact(limit.least, age), evidence.fact(limit.most, age))
                    for limit in transfer.limits
                )
        return evidence.fact(getattr(transfer, name), None if name in ("standing", "days") else age)

    return lazily(TransferFacts, find)


class IncentiveKind(StrEnum):
    """What an incentive is paid on: money that a relative sends home, or earnings from abroad."""

    REMITTANCE = "remittance"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class Incentive:
    """A credit that somebody adds to what arrives, apart from the transfer. `who` says who may claim it."""

    id: str
    country: str
    name: Text
    who: Text
    kinds: tuple[IncentiveKind, ...]
    percent: tuple[Claim[Percent], ...]
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None

    def in_force(self, today: date) -> bool:
        """Whether it can be claimed on a day."""
        begun = self.valid_from is None or self.valid_from.first <= today
        return begun and (self.valid_to is None or today <= self.valid_to.last)
