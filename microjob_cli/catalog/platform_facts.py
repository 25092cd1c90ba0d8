"""What a platform's record says on one day: every list of claims made a fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Evidence, Fact, Statement
from microjob_cli.catalog.freshness import AGES
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


def _fact_of(name: str) -> cached_property[Fact[Any]]:
    """The fact of a field of the record, found when it is first asked for."""
    return cached_property(lambda facts: facts.evidence.fact(getattr(facts.platform, name), AGES.get(name)))


class PlatformFacts:
    """A platform as it stands on the day of the evidence. Each fact is found when it is first asked for."""

    def __init__(self, platform: Platform, evidence: Evidence) -> None:
        self.platform = platform
        self.evidence = evidence

    @property
    def today(self) -> date:
        return self.evidence.today

    @property
    def id(self) -> str:
        return self.platform.id

    @property
    def name(self) -> str:
        return self.platform.name

    status: cached_property[Fact[Status]] = _fact_of("status")
    kind: cached_property[Fact[PlatformKind]] = _fact_of("kind")
    skill: cached_property[Fact[Skill]] = _fact_of("skill")
    pay_to_join: cached_property[Fact[PayToJoin]] = _fact_of("pay_to_join")
    successor: cached_property[Fact[str]] = _fact_of("successor")
    founded: cached_property[Fact[PartialDate]] = _fact_of("founded")
    headquarters: cached_property[Fact[str]] = _fact_of("headquarters")
    owner: cached_property[Fact[str]] = _fact_of("owner")
    devices: cached_property[Fact[frozenset[Device]]] = _fact_of("devices")
    identity_checks: cached_property[Fact[frozenset[IdentityCheck]]] = _fact_of("identity_checks")
    review_days: cached_property[Fact[Days]] = _fact_of("review_days")
    success_rate: cached_property[Fact[Percent]] = _fact_of("success_rate")
    task_pay: cached_property[Fact[Pay]] = _fact_of("task_pay")
    earnings: cached_property[Fact[Pay]] = _fact_of("earnings")

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
