"""What a platform's record says on one day: every list of claims made a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from microjob_cli.catalog.catalogue import hosts_ever
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Fact, Statement
from microjob_cli.catalog.measures import Days, Pay, Percent, Score
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import (
    ENDED,
    Device,
    FormerName,
    IdentityCheck,
    Lookalike,
    Note,
    PaymentProof,
    PayToJoin,
    Platform,
    PlatformKind,
    SiteWarning,
    Skill,
    Status,
    Weight,
)
from microjob_cli.catalog.record_facts import AGES, FactOf, RecordFacts

S = TypeVar("S", bound=Statement)


class TaskFacts(Struct, frozen=True):
    """One task type on one platform, on one day."""

    task: str
    offered: Fact[Answer]
    pay: Fact[Pay]


class RatingFact(Struct, frozen=True):
    """What a rater gives the platform, on one day."""

    rater: str
    score: Fact[Score]


class PlatformFacts(RecordFacts[Platform]):
    """A platform as it stands on the day of the evidence."""

    status = FactOf[Status]()
    kind = FactOf[PlatformKind]()
    skill = FactOf[Skill]()
    pay_to_join = FactOf[PayToJoin]()
    successor = FactOf[str]()
    founded = FactOf[PartialDate]()
    headquarters = FactOf[str]()
    owner = FactOf[str]()
    devices = FactOf[frozenset[Device]]()
    identity_checks = FactOf[frozenset[IdentityCheck]]()
    review_days = FactOf[Days]()
    success_rate = FactOf[Percent]()
    task_pay = FactOf[Pay]()
    earnings = FactOf[Pay]()

    @property
    def platform(self) -> Platform:
        return self.record

    @property
    def today(self) -> date:
        return self.evidence.today

    @property
    def id(self) -> str:
        return self.platform.id

    @property
    def name(self) -> str:
        return self.platform.name

    @cached_property
    def accepts(self) -> Mapping[str, Fact[Answer]]:
        fact, age = self.evidence.fact, AGES["accepts"]
        return {country: fact(claims, age) for country, claims in self.platform.accepts.items()}

    @cached_property
    def tasks(self) -> tuple[TaskFacts, ...]:
        fact, age = self.evidence.fact, AGES["tasks.pay"]
        return tuple(TaskFacts(one.task, fact(one.offered), fact(one.pay, age)) for one in self.platform.tasks)

    @cached_property
    def payouts(self) -> tuple[PayoutFacts, ...]:
        return tuple(PayoutFacts(option, self.evidence) for option in self.platform.payouts)

    @cached_property
    def current_payouts(self) -> tuple[PayoutFacts, ...]:
        """The payout options that are offered and have not ended."""
        return tuple(option for option in self.payouts if option.current)

    @property
    def usable(self) -> bool:
        """Whether nothing says that the site has ended, does not pay or defrauds."""
        warned = any(warning.weight is Weight.AVOID for warning in self.warnings)
        return self.status.value not in ENDED and not warned

    @cached_property
    def ratings(self) -> tuple[RatingFact, ...]:
        return tuple(RatingFact(rating.rater, self.evidence.fact(rating.score)) for rating in self.platform.ratings)

    @property
    def former_names(self) -> tuple[FormerName, ...]:
        """The names that had been given up by that day."""
        today = self.evidence.today
        return tuple(name for name in self.platform.former_names if name.until is None or name.until.first <= today)

    @cached_property
    def hosts(self) -> frozenset[str]:
        return hosts_ever(self.platform)

    @cached_property
    def lookalikes(self) -> tuple[Lookalike, ...]:
        return self._heard(self.platform.lookalikes)

    @cached_property
    def warnings(self) -> tuple[SiteWarning, ...]:
        return self._heard(self.platform.warnings)

    @cached_property
    def payment_proof(self) -> tuple[PaymentProof, ...]:
        return self._heard(self.platform.payment_proof)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        return self._heard(self.platform.notes)

    def _heard(self, statements: Iterable[S]) -> tuple[S, ...]:
        return tuple(statement for statement in statements if self.evidence.heard(statement.as_of, statement.source))

    @property
    def confirmed(self) -> PartialDate | None:
        """The newest date on which a source said that the site works or how it pays."""
        facts = [self.status, *(fact for option in self.payouts for fact in (option.offered, option.minimum))]
        dates = [fact.confirmed for fact in facts if fact.confirmed]
        return max(dates, key=lambda day: day.first, default=None)

    def accepts_from(self, country: str) -> Fact[Answer]:
        """Whether people of a country may work there."""
        return self.accepts.get(country) or Fact()
