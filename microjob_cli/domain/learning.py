"""What there is to learn: topics, and the claims ledger beside its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from microjob_cli.domain.choosing import About
from microjob_cli.domain.earnings import Estimate, Plan, estimate
from microjob_cli.domain.ledger import LedgerEntry
from microjob_cli.domain.names import Name, NameIndex, NameKind
from microjob_cli.domain.routes import Router
from microjob_cli.domain.supporting import Found, found

INCOME = "income"
# Each topic with what people type for it.
TOPICS = {INCOME: ("earnings", "claims", "ay", "aay", "koto income", "আয়", "ইনকাম", "উপার্জন")}


@dataclass(frozen=True, slots=True)
class Evidenced:
    """A support that was looked up; `estimate` where it is this program's own."""

    found: Found
    estimate: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim of the ledger with all that is held against it."""

    entry: LedgerEntry
    evidence: tuple[Evidenced, ...]


def topic(word: str) -> str:
    """The topic that a word names. Raises NotFound."""
    names = [Name(key, key, NameKind.ID) for key in TOPICS]
    names += [Name(alias, key, NameKind.ALIAS) for key, aliases in TOPICS.items() for alias in aliases]
    return NameIndex(names).resolve(word, "no-such-topic").id


def checked_claims(router: Router) -> tuple[Checked, ...]:
    """The claims ledger, each entry with its evidence as it stands on the day."""
    heard = router.evidence.heard
    entries = (entry for entry in router.catalogue.ledger.values() if heard(None, entry.source))
    return tuple(_checked(entry, router) for entry in entries)


def _checked(entry: LedgerEntry, router: Router) -> Checked:
    evidence = []
    for support in entry.evidence:
        looked_up = found(support, router.catalogue, router.evidence)
        hours = support.estimate_hours
        own = estimate(router, About(), Plan(float(hours))) if hours is not None else None
        evidence.append(Evidenced(looked_up, own if isinstance(own, Estimate) else None))
    return Checked(entry, tuple(evidence))
