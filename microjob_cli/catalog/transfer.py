"""Transfers: one hop of money between two payout methods in one country, in one period and one way."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Claim, Fact
from microjob_cli.catalog.measures import Days, Fee, Percent
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer, MethodFact, Standing
from microjob_cli.catalog.record_facts import AGES, FactOf, RecordFacts
from microjob_cli.catalog.text import Text


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


class Limit(Struct, frozen=True):
    """The least and the most that may be moved in one transfer, a day or a month."""

    per: LimitBasis
    least: tuple[Claim[Money], ...] = ()
    most: tuple[Claim[Money], ...] = ()


class Transfer(Struct, frozen=True, omit_defaults=True):
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
        return _holds(self.valid_from, self.valid_to, today)


def _holds(start: PartialDate | None, end: PartialDate | None, today: date) -> bool:
    return (start is None or start.first <= today) and (end is None or today <= end.last)


class LimitFacts(Struct, frozen=True):
    """A limit on one day."""

    per: LimitBasis
    least: Fact[Money]
    most: Fact[Money]


class TransferFacts(RecordFacts[Transfer]):
    """A transfer as it stands on one day."""

    part = "transfer."
    available = FactOf[Answer]()
    standing = FactOf[Standing]()
    fee = FactOf[Fee]()
    fee_minimum = FactOf[Money]()
    fee_maximum = FactOf[Money]()
    margin = FactOf[Percent]()
    days = FactOf[Days]()

    @property
    def transfer(self) -> Transfer:
        return self.record

    @cached_property
    def limits(self) -> tuple[LimitFacts, ...]:
        fact, age = self.evidence.fact, AGES["transfer.limits"]
        return tuple(LimitFacts(one.per, fact(one.least, age), fact(one.most, age)) for one in self.record.limits)


class IncentiveKind(StrEnum):
    """What an incentive is paid on: money that a relative sends home, or earnings from abroad."""

    REMITTANCE = "remittance"
    EXPORT = "export"


class Incentive(Struct, frozen=True):
    """A credit that somebody adds to what arrives, apart from the transfer.

    `who` says who may claim it; `to` the one payout method by which the money must come into the country.
    """

    id: str
    country: str
    name: Text
    who: Text
    kinds: tuple[IncentiveKind, ...]
    percent: tuple[Claim[Percent], ...]
    to: str | None = None
    valid_from: PartialDate | None = None
    valid_to: PartialDate | None = None

    def in_force(self, today: date) -> bool:
        """Whether it can be claimed on a day."""
        return _holds(self.valid_from, self.valid_to, today)
