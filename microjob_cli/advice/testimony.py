"""Who says that a site works and pays: somebody who was paid, others from outside, only the site itself, or nobody.

A witness is a dated source that is not the site and says that it works or pays: that it is active, that it offers a
payout, that somebody was paid. What is only concluded is not said; a copy of the site's own page is the site itself.
Of one publisher one is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from msgspec import Struct

from microjob_cli.catalog.catalogue import host
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Basis, Claim, Evidence, Source, SourceKind
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import PaymentProof, Status, Witness
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.record_facts import YEAR

# So long a proof of payment proves, and a witness is a recent one.
RECENT = timedelta(days=2 * YEAR)


class Level(StrEnum):
    """How well it is known that a site pays, the best first."""

    PAID = "paid"
    RECENT = "recent"
    OLD = "old"
    SITE_ONLY = "site-only"
    NOBODY = "nobody"


class Testimony(Struct, frozen=True):
    """What is said of a site's paying. `source` and `day` are those of the proof or witness that the level rests on.

    `by`: who tells of the payment. `witnesses`: publishers from outside; `proofs`: payments that they tell of.
    `unpaid`: the newest told event of not having been paid, where no payment is told of since.
    """

    level: Level
    source: str | None = None
    day: PartialDate | None = None
    by: Witness | None = None
    witnesses: int = 0
    proofs: int = 0
    unpaid: PaymentProof | None = None


Voice: TypeAlias = Claim[Any] | PaymentProof
V = TypeVar("V", bound=Voice)


def testimony_of(facts: PlatformFacts) -> Testimony:
    """What is said of a site's paying, as it stands on the day of its evidence."""
    evidence = facts.evidence
    told = facts.payment_proof
    voices: list[Voice] = [*_claims(facts), *(one for one in told if one.paid is not Answer.NO)]
    outside = [voice for voice in voices if _is_outside(voice, facts)]
    dated = [(voice, day) for voice in outside if (day := _day_of(voice, evidence))]
    proofs = [(voice, day) for voice, day in dated if isinstance(voice, PaymentProof)]
    refusals = [(one, day) for one in told if one.paid is Answer.NO and (day := _day_of(one, evidence))]
    newest, paid, unpaid = _newest(dated), _newest(proofs), _newest(refusals)
    if unpaid and paid and unpaid[1].first < paid[1].first:
        unpaid = None
    if paid and not unpaid and _is_recent(paid[1], evidence):
        level, newest = Level.PAID, paid
    elif newest:
        level = Level.RECENT if _is_recent(newest[1], evidence) else Level.OLD
    else:
        level = Level.SITE_ONLY if len(outside) < len(voices) else Level.NOBODY
    return Testimony(
        level=level,
        source=newest[0].source if newest else None,
        day=newest[1] if newest else None,
        by=newest[0].by if newest and isinstance(newest[0], PaymentProof) else None,
        witnesses=len({host(evidence.sources[voice.source].address) for voice, _ in dated}),
        proofs=len(proofs),
        unpaid=unpaid[0] if unpaid else None,
    )


def is_site(source: Source, hosts: Iterable[str]) -> bool:
    """Whether a source is the site with these hosts: an official page, one at its own address, or a copy of one."""
    if source.kind is SourceKind.OFFICIAL:
        return True
    at = host(source.shown_address)
    return any(at == one or at.endswith(f".{one}") for one in hosts)


def _claims(facts: PlatformFacts) -> Iterator[Claim[Any]]:
    """All that says that the site works, or that it pays by some method."""
    yield from (claim for claim in facts.status.claims if claim.value is Status.ACTIVE)
    for option in facts.payouts:
        yield from (claim for claim in option.offered.claims if claim.value is not Answer.NO)


def _is_outside(voice: Voice, facts: PlatformFacts) -> bool:
    is_told_by_site = isinstance(voice, PaymentProof) and voice.by is Witness.SITE
    return voice.basis is Basis.STATED and not (
        is_told_by_site or is_site(facts.evidence.sources[voice.source], facts.hosts)
    )


def _day_of(voice: Voice, evidence: Evidence) -> PartialDate | None:
    """The date of a voice: its own, or that of its page; None where neither has one."""
    source = evidence.sources[voice.source]
    day = voice.as_of or source.date
    seen = voice.seen if isinstance(voice, Claim) and source.living else None
    if seen and seen.first <= evidence.today and (day is None or seen.first > day.first):
        return seen
    return day


def _newest(said: Sequence[tuple[V, PartialDate]]) -> tuple[V, PartialDate] | None:
    return max(said, key=lambda one: one[1].first, default=None)


def _is_recent(day: PartialDate, evidence: Evidence) -> bool:
    return evidence.today - day.last <= RECENT
