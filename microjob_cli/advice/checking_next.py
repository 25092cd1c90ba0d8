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
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from microjob_cli.advice.verdict import PAYING, Judge, Verdict, not_ranked
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.explaining import FieldFact, field_facts
from microjob_cli.catalog.facts import Evidence, Fact, Source, SourceKind
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.payouts.network import Network

HARM: Mapping[str, int] = {
    "status": 10,
    **dict.fromkeys(("payouts.offered", "pay_to_join"), 9),
    "payouts.minimum": 8,
    **dict.fromkeys(("payouts.fee", "method.reaches"), 7),
    **dict.fromkeys(("accepts", "kind"), 6),
    **dict.fromkeys(("payouts.days", "skill", "transfer.available", "transfer.fee"), 5),
    **dict.fromkeys(("transfer.standing", "method.standing"), 4),
    **{f"transfer.{name}": 3 for name in ("fee_minimum", "fee_maximum", "margin", "limits")},
    **dict.fromkeys(("identity_checks", "success_rate", "review_days", "task_pay", "tasks.pay", "transfer.days"), 2),
    **dict.fromkeys(("successor", "earnings", "devices", "tasks.offered"), 1),
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


class _Looked(NamedTuple):
    """One field of a record, and whom it reaches: the second number of the rule."""

    kind: RecordKind
    record: str
    name: str | Text
    field: FieldFact
    reach: int


def to_check(catalogue: Catalogue, evidence: Evidence, country: str) -> tuple[ToCheck, ...]:
    """Every doubtful fact for a person of the country, the most urgent first."""
    network = Network(catalogue, evidence, country)
    found = []
    for one in chain(_of_platforms(network), _of_methods(network), _of_transfers(network)):
        doubts, harm = doubts_of(one.field), HARM.get(one.field.sort)
        if doubts and harm:
            urgency = harm * one.reach * _doubt(one.field, evidence)
            page = _page(one.field.fact, evidence)
            found.append(ToCheck(one.kind, one.record, one.name, one.field, doubts, urgency, page))
    return tuple(sorted(found, key=lambda one: (-one.urgency, -HARM[one.field.sort], one.record, one.field.name)))


def _of_platforms(network: Network) -> Iterator[_Looked]:
    judge = Judge(network)
    for platform in network.catalogue.platforms.values():
        facts = PlatformFacts(platform, network.evidence)
        verdict, reach = judge.judge(facts).verdict, ELSEWHERE
        if not not_ranked(facts) and verdict in (*PAYING, Verdict.UNKNOWN):
            reach = RECOMMENDED if verdict in PAYING else RANKED
        for field in _in_force(facts, network.country):
            yield _Looked(RecordKind.PLATFORM, platform.id, platform.name, field, reach)


def _of_methods(network: Network) -> Iterator[_Looked]:
    for method in network.catalogue.methods.values():
        if not network.evidence.fact(method.closed).known:
            for field in field_facts("methods", method, network.evidence):
                reach = RECOMMENDED if field.name.endswith(f".{network.country}") else ELSEWHERE
                yield _Looked(RecordKind.METHOD, method.id, method.name, field, reach)


def _of_transfers(network: Network) -> Iterator[_Looked]:
    for transfer in network.catalogue.transfers.values():
        if transfer.in_force(network.evidence.today):
            reach = RECOMMENDED if transfer.country == network.country else ELSEWHERE
            for field in field_facts("transfers", transfer, network.evidence):
                yield _Looked(RecordKind.TRANSFER, transfer.id, transfer.id, field, reach)


def _doubt(field: FieldFact, evidence: Evidence) -> Decimal:
    """How doubtful a fact is: the third number of the rule."""
    disputed = ONLY_DISPUTED if field.fact.disputed else Decimal(0)
    if field.undated:
        return UNDATED + disputed
    if field.fact.stale and field.max_age and field.fact.confirmed:
        days = (evidence.today - field.fact.confirmed.last).days
        return min(Decimal(days) / field.max_age, OLDEST) + disputed
    return disputed


def _page(fact: Fact[object], evidence: Evidence) -> Source:
    """Where to look first: the best kind of source that says so, of these the newest."""

    def rank(source: Source) -> tuple[int, int]:
        return list(SourceKind).index(source.kind), -source.date.last.toordinal() if source.date else 0

    return min((evidence.sources[claim.source] for claim in fact.standing), key=rank)


def doubts_of(field: FieldFact) -> tuple[Doubt, ...]:
    """Why a fact should be checked; empty when nothing speaks for it."""
    grounds = {
        Doubt.STALE: field.fact.stale,
        Doubt.UNDATED: field.undated,
        Doubt.DISPUTED: bool(field.fact.disputed),
    }
    return tuple(doubt for doubt, holds in grounds.items() if holds) if field.known else ()


def _in_force(facts: PlatformFacts, country: str) -> Iterator[FieldFact]:
    """The fields of a platform that still say something: of a closed site that it is closed, of ended options none.

    That an option is not offered may have changed.
    """
    is_over = facts.status.value in (Status.CLOSED, Status.MERGED)
    told = {one.method for one in facts.payouts if one.current}
    refused = {one.method for one in facts.payouts if one.offered.value is Answer.NO}
    for field in field_facts("platforms", facts.platform, facts.evidence):
        if is_over:
            in_force = field.sort in ("status", "successor")
        elif field.sort.startswith("payouts."):
            in_force = field.about in told or (field.sort == "payouts.offered" and field.about in refused)
        else:
            in_force = field.sort != "accepts" or field.about == country
        if in_force:
            yield field
