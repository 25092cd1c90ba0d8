"""Who says that a site works and pays: somebody who was paid, others from outside, only the site itself, or nobody.

A witness is a dated source that is not the site and says that it works or pays: that it is active, that it offers a
payout, that somebody was paid. What is only concluded is not said; a copy of the site's own page is the site itself.
Of one publisher one is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeAlias

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


class _Said(Struct, frozen=True):
    """That a site works or pays, or did not pay: by whom and when."""

    source: str
    day: PartialDate
    proof: PaymentProof | None = None


def testimony_of(facts: PlatformFacts) -> Testimony:
    """What is said of a site's paying, as it stands on the day of its evidence."""
    evidence = facts.evidence
    voices: list[Voice] = [*_claims(facts), *(one for one in facts.payment_proof if one.paid is not Answer.NO)]
    outside = [one for voice in voices if _is_outside(voice, facts) for one in _dated(voice, evidence)]
    proofs = [one for one in outside if one.proof]
    unpaid = _newest(one for voice in facts.payment_proof if voice.paid is Answer.NO for one in _dated(voice, evidence))
    paid = _newest(proofs)
    is_unpaid_since = unpaid is not None and (paid is None or unpaid.day.first >= paid.day.first)
    newest = _newest(outside)
    if paid and not is_unpaid_since and _is_recent(paid, evidence):
        level, newest = Level.PAID, paid
    elif newest:
        level = Level.RECENT if _is_recent(newest, evidence) else Level.OLD
    else:
        level = Level.SITE_ONLY if any(not _is_outside(voice, facts) for voice in voices) else Level.NOBODY
    return Testimony(
        level=level,
        source=newest.source if newest else None,
        day=newest.day if newest else None,
        by=newest.proof.by if newest and newest.proof else None,
        witnesses=len({host(evidence.sources[one.source].address) for one in outside}),
        proofs=len(proofs),
        unpaid=unpaid.proof if unpaid and is_unpaid_since else None,
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


def _dated(voice: Voice, evidence: Evidence) -> Iterator[_Said]:
    """A voice with its date: its own, or that of its page; nothing where neither has one."""
    source = evidence.sources[voice.source]
    days = [voice.as_of or source.date]
    if isinstance(voice, Claim) and source.living and voice.seen and voice.seen.first <= evidence.today:
        days.append(voice.seen)
    day = max((one for one in days if one), key=lambda one: one.first, default=None)
    if day:
        yield _Said(voice.source, day, voice if isinstance(voice, PaymentProof) else None)


def _newest(said: Iterable[_Said]) -> _Said | None:
    return max(said, key=lambda one: one.day.first, default=None)


def _is_recent(said: _Said, evidence: Evidence) -> bool:
    return evidence.today - said.day.last <= RECENT
