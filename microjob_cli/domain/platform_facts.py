"""What a platform's record says on one day: every list of claims made a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from microjob_cli.domain import freshness
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.facts import Evidence, Fact
from microjob_cli.domain.measures import Days, Pay, Percent, Score
from microjob_cli.domain.payout import Answer, PayoutFacts, payout_facts
from microjob_cli.domain.platform import (
    Device,
    FormerName,
    IdentityCheck,
    Lookalike,
    Note,
    Platform,
    SiteWarning,
    Status,
    TaskOffer,
    Work,
)
from microjob_cli.domain.statements import Statement
from microjob_cli.domain.values import dataclass, lazily

S = TypeVar("S", bound=Statement)


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """One task type on one platform, on one day."""

    task: str
    offered: Fact[Answer]
    pay: Fact[Pay]


@dataclass(frozen=True, slots=True)
class RatingFact:
    """What a rater gives the platform, on one day."""

    rater: str
    score: Fact[Score]


@dataclass(frozen=True, slots=True)
class PlatformFacts:
    """A platform as it stands on one day."""

    platform: Platform
    today: date
    former_names: tuple[FormerName, ...]
    status: Fact[Status]
    work: Fact[Work]
    successor: Fact[str]
    founded: Fact[PartialDate]
    headquarters: Fact[str]
    owner: Fact[str]
    accepts: Mapping[str, Fact[Answer]]
    devices: Fact[frozenset[Device]]
    identity_checks: Fact[frozenset[IdentityCheck]]
    review_days: Fact[Days]
    success_rate: Fact[Percent]
    tasks: tuple[TaskFacts, ...]
    task_pay: Fact[Pay]
    earnings: Fact[Pay]
    payouts: tuple[PayoutFacts, ...]
    ratings: tuple[RatingFact, ...]
    lookalikes: tuple[Lookalike, ...]
    warnings: tuple[SiteWarning, ...]
    notes: tuple[Note, ...]

    @property
    def id(self) -> str:
        return self.platform.id

    @property
    def name(self) -> str:
        return self.platform.name

    @property
    def current_payouts(self) -> tuple[PayoutFacts, ...]:
        """The payout options that are offered and have not ended."""
        return tuple(option for option in self.payouts if option.current)

    @property
    def confirmed(self) -> PartialDate | None:
        """The newest date on which a source said that the site works or how it pays."""
        facts = [self.status, *(fact for option in self.payouts for fact in (option.offered, option.minimum))]
        dates = [fact.confirmed for fact in facts if fact.confirmed]
        return max(dates, key=lambda day: day.first, default=None)

    def accepts_from(self, country: str) -> Fact[Answer]:
        """Whether people of a country may work there."""
        return self.accepts.get(country) or Fact()


def platform_facts(platform: Platform, evidence: Evidence) -> PlatformFacts:
    """The facts of a platform on the day of the evidence, each found when it is asked for."""
    return lazily(PlatformFacts, lambda name: _FINDING[name](platform, evidence), platform=platform)


_FINDING: Mapping[str, Callable[[Platform, Evidence], Any]] = {
    "today": lambda site, evidence: evidence.today,
    "former_names": lambda site, evidence: tuple(
        name for name in site.former_names if name.until is None or name.until.first <= evidence.today
    ),
    "status": lambda site, evidence: evidence.fact(site.status, freshness.STATUS),
    "work": lambda site, evidence: evidence.fact(site.work),
    "successor": lambda site, evidence: evidence.fact(site.successor),
    "founded": lambda site, evidence: evidence.fact(site.founded),
    "headquarters": lambda site, evidence: evidence.fact(site.headquarters),
    "owner": lambda site, evidence: evidence.fact(site.owner),
    "accepts": lambda site, evidence: {
        country: evidence.fact(claims, freshness.ACCEPTS) for country, claims in site.accepts.items()
    },
    "devices": lambda site, evidence: evidence.fact(site.devices, freshness.DEVICES),
    "identity_checks": lambda site, evidence: evidence.fact(site.identity_checks, freshness.WORK_RULES),
    "review_days": lambda site, evidence: evidence.fact(site.review_days, freshness.WORK_RULES),
    "success_rate": lambda site, evidence: evidence.fact(site.success_rate, freshness.WORK_RULES),
    "tasks": lambda site, evidence: tuple(_task_facts(offer, evidence) for offer in site.tasks),
    "task_pay": lambda site, evidence: evidence.fact(site.task_pay, freshness.PAY),
    "earnings": lambda site, evidence: evidence.fact(site.earnings, freshness.PAY),
    "payouts": lambda site, evidence: tuple(payout_facts(option, evidence) for option in site.payouts),
    "ratings": lambda site, evidence: tuple(
        RatingFact(rating.rater, evidence.fact(rating.score)) for rating in site.ratings
    ),
    "lookalikes": lambda site, evidence: _heard(site.lookalikes, evidence),
    "warnings": lambda site, evidence: _heard(site.warnings, evidence),
    "notes": lambda site, evidence: _heard(site.notes, evidence),
}


def _task_facts(offer: TaskOffer, evidence: Evidence) -> TaskFacts:
    return TaskFacts(offer.task, evidence.fact(offer.offered), evidence.fact(offer.pay, freshness.PAY))


def _heard(statements: Iterable[S], evidence: Evidence) -> tuple[S, ...]:
    return tuple(statement for statement in statements if evidence.heard(statement.as_of, statement.source))
