"""What to check next: the facts that may be wrong by now, those first that would hurt most if they were.

The rule. A fact is doubtful when it is **stale** (by `record_facts.AGES`), **undated** though it can grow stale, or
**disputed**. How urgent it is to check is the product of three numbers:

* **harm**, 1 to 10 by its field (`HARM`): what a wrong value costs. At the top stand what loses all the work: a site
  that is gone or does not pay, a payout that does not exist. What harms nobody (when a site was founded) is left out.
* **reach**, by whom it reaches: 3 for a site that is ranked for a person of the country, and for a transfer or method
  of that country; 2 for a site of which it is not known whether it can pay her; 1 for all else, where nobody is sent.
* **doubt**: how many times as old as it may be, up to 4; 2 if it is undated; one more if it is disputed, and 1 if it is
  only that.

Terms that have ended, and transfers no longer in force, are history and are not listed; nor is what nobody says, the
status `unknown` included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from microjob_cli.advice.verdict import PAYING, Judge, Verdict, not_ranked
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.explaining import FieldFact, field_facts
from microjob_cli.catalog.facts import Evidence, Fact, Source, SourceKind
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.catalog.platform import Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.payouts.network import Network

HARM: Mapping[str, int] = {
    "status": 10,
    "payouts.offered": 9,
    "pay_to_join": 9,
    "payouts.minimum": 8,
    "payouts.fee": 7,
    "method.reaches": 7,
    "accepts": 6,
    "kind": 6,
    "payouts.days": 5,
    "skill": 5,
    "transfer.available": 5,
    "transfer.fee": 5,
    "transfer.standing": 4,
    "method.standing": 4,
    "transfer.fee_minimum": 3,
    "transfer.fee_maximum": 3,
    "transfer.margin": 3,
    "transfer.limits": 3,
    "identity_checks": 2,
    "success_rate": 2,
    "review_days": 2,
    "task_pay": 2,
    "tasks.pay": 2,
    "transfer.days": 2,
    "successor": 1,
    "earnings": 1,
    "devices": 1,
    "tasks.offered": 1,
}
RECOMMENDED, RANKED, ELSEWHERE = 3, 2, 1
UNDATED, OLDEST, ONLY_DISPUTED = Decimal(2), Decimal(4), Decimal(1)


class Doubt(StrEnum):
    """Why a fact should be checked."""

    STALE = "stale"
    UNDATED = "undated"
    DISPUTED = "disputed"


class RecordKind(StrEnum):
    """What sort of record a fact stands in."""

    PLATFORM = "platform"
    METHOD = "method"
    TRANSFER = "transfer"


class ToCheck(Struct, frozen=True):
    """One fact to check: in which record, why, how urgently, and the best page to look at."""

    kind: RecordKind
    record: str
    name: str | Text
    field: FieldFact
    doubts: tuple[Doubt, ...]
    urgency: Decimal
    source: Source

    @property
    def fact(self) -> Fact[object]:
        return self.field.fact


def to_check(catalogue: Catalogue, evidence: Evidence, country: str) -> tuple[ToCheck, ...]:
    """Every doubtful fact for a person of the country, the most urgent first."""
    finder = _Finder(catalogue, evidence, country)
    found = [*finder.platforms(), *finder.methods(), *finder.transfers()]
    return tuple(sorted(found, key=lambda one: (-one.urgency, -HARM[one.field.sort], one.record, one.field.name)))


class _Finder:
    """Goes through the records of a catalogue for a person of one country."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, country: str) -> None:
        self.catalogue = catalogue
        self.evidence = evidence
        self.country = country
        self.judge = Judge(Network(catalogue, evidence, country))

    def platforms(self) -> Iterator[ToCheck]:
        for platform in self.catalogue.platforms.values():
            facts = PlatformFacts(platform, self.evidence)
            reach = self.reach(facts)
            for field in _in_force(facts, self.country):
                yield from self.doubtful(RecordKind.PLATFORM, platform.id, platform.name, field, reach)

    def methods(self) -> Iterator[ToCheck]:
        for method in self.catalogue.methods.values():
            if self.evidence.fact(method.closed).known:
                continue
            for field in field_facts("methods", method, self.evidence):
                reach = RECOMMENDED if field.name.endswith(f".{self.country}") else ELSEWHERE
                yield from self.doubtful(RecordKind.METHOD, method.id, method.name, field, reach)

    def transfers(self) -> Iterator[ToCheck]:
        for transfer in self.catalogue.transfers.values():
            if transfer.in_force(self.evidence.today):
                reach = RECOMMENDED if transfer.country == self.country else ELSEWHERE
                for field in field_facts("transfers", transfer, self.evidence):
                    yield from self.doubtful(RecordKind.TRANSFER, transfer.id, transfer.id, field, reach)

    def reach(self, facts: PlatformFacts) -> int:
        """Whom a platform reaches: the second number of the rule."""
        verdict = self.judge.judge(facts).verdict
        if not_ranked(facts) or verdict not in (*PAYING, Verdict.UNKNOWN):
            return ELSEWHERE
        return RECOMMENDED if verdict in PAYING else RANKED

    def doubtful(
        self, kind: RecordKind, record: str, name: str | Text, field: FieldFact, reach: int
    ) -> Iterator[ToCheck]:
        """The field as something to check, if its fact is doubtful and could harm."""
        doubts = doubts_of(field)
        if doubts and field.sort in HARM:
            urgency = HARM[field.sort] * reach * self.doubt(field)
            yield ToCheck(kind, record, name, field, doubts, urgency, self.page(field.fact))

    def doubt(self, field: FieldFact) -> Decimal:
        """How doubtful a fact is: the third number of the rule."""
        disputed = ONLY_DISPUTED if field.fact.disputed else Decimal(0)
        if field.undated:
            return UNDATED + disputed
        if field.fact.stale and field.max_age and field.fact.confirmed:
            days = (self.evidence.today - field.fact.confirmed.last).days
            return min(Decimal(days) / field.max_age, OLDEST) + disputed
        return disputed

    def page(self, fact: Fact[object]) -> Source:
        """Where to look first: the best kind of source that says so, of these the newest."""

        def rank(source: Source) -> tuple[int, int]:
            return list(SourceKind).index(source.kind), -source.date.last.toordinal() if source.date else 0

        return min((self.evidence.sources[claim.source] for claim in fact.standing), key=rank)


def doubts_of(field: FieldFact) -> tuple[Doubt, ...]:
    """Why a fact should be checked; empty when nothing speaks for it."""
    grounds = {
        Doubt.STALE: field.fact.stale,
        Doubt.UNDATED: field.undated,
        Doubt.DISPUTED: bool(field.fact.disputed),
    }
    return tuple(doubt for doubt, holds in grounds.items() if holds) if field.known else ()


def _in_force(facts: PlatformFacts, country: str) -> Iterator[FieldFact]:
    """The fields of a platform that still say something: of a closed site that it is closed, of ended options none."""
    closed = facts.status.value in (Status.CLOSED, Status.MERGED)
    options = {option.method: option for option in facts.payouts}
    for field in field_facts("platforms", facts.platform, facts.evidence):
        if closed:
            in_force = field.sort in ("status", "successor")
        elif field.sort.startswith("payouts."):
            option = options[field.about]
            in_force = option.current or _refused(option, field)
        else:
            in_force = field.sort != "accepts" or field.about == country
        if in_force:
            yield field


def _refused(option: PayoutFacts, field: FieldFact) -> bool:
    """Whether a field says that an option is not offered, which may have changed."""
    return field.sort == "payouts.offered" and option.offered.value is Answer.NO
