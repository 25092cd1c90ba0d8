"""Whether an address or offer is what it says it is: the real one, a look-alike, a reported fraud, or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from microjob_cli.addresses.finding import Link
from microjob_cli.addresses.lookalikes import Likeness, Resemblance
from microjob_cli.addresses.owners import Owner, OwnerKind
from microjob_cli.advice.verdict import Judge, Judgement, Verdict
from microjob_cli.catalog.catalogue import Catalogue, host
from microjob_cli.catalog.facts import Evidence, SourceKind
from microjob_cli.catalog.platform import Lookalike
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.scams.offers import Offer

T = TypeVar("T")


class AddressKind(StrEnum):
    """What an address or name turned out to be."""

    REAL = "real"
    FORMER = "former"
    REPORTED = "reported"
    LOOKALIKE = "lookalike"
    NEAR_MISS = "near-miss"
    RESEMBLING = "resembling"
    BEARING = "bearing"
    NAMED = "named"
    UNKNOWN = "unknown"


# Those that could be taken for the address of a recorded site.
LIKE_A_SITE = frozenset({AddressKind.LOOKALIKE, AddressKind.NEAR_MISS, AddressKind.RESEMBLING, AddressKind.BEARING})
_FINDINGS = {
    Likeness.PASSES: AddressKind.NEAR_MISS,
    Likeness.RESEMBLES: AddressKind.RESEMBLING,
    Likeness.BEARS: AddressKind.BEARING,
}


class Looked(Struct, frozen=True):
    """One address or name in the text, and whose it is or whom it resembles; of a site with the advice on it."""

    subject: str
    finding: AddressKind
    owner: Owner | None = None
    advice: Judgement | None = None
    lookalike: Lookalike | None = None


class Checker:
    """Looks at addresses and names for one person on one day."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, judge: Judge, resemblance: Resemblance) -> None:
        self.catalogue, self.evidence = catalogue, evidence
        self.judge, self.resemblance = judge, resemblance
        self._advised: dict[str, Judgement] = {}

    def looked(self, offer: Offer) -> Iterator[Looked]:
        """Every address, then every site named without one; without any of them, a name that no record has."""
        yield from self.sites(offer.links, offer.platforms)
        if offer.stranger and not offer.links and not offer.platforms:
            yield Looked(offer.stranger, AddressKind.UNKNOWN)

    def sites(self, links: Iterable[Link], platforms: Iterable[str]) -> Iterator[Looked]:
        """What the addresses are, and the sites that are named without one."""
        every = map(self.address, links)
        told = list({(one.subject, one.finding, one.owner and one.owner.id): one for one in every}.values())
        yield from told
        known = {one.owner.id for one in told if one.owner and one.finding in (AddressKind.REAL, AddressKind.REPORTED)}
        named = ((self.catalogue.platforms[key].name, self._sites[key]) for key in platforms if key not in known)
        yield from (self._found(name, AddressKind.NAMED, site) for name, site in named)

    def address(self, link: Link) -> Looked:
        """What one address is."""
        if (copied := _at_or_above(link.host, self._lookalikes)) is not None:
            key, lookalike = copied
            return Looked(link.host, AddressKind.LOOKALIKE, self._sites[key], self._advice(key), lookalike)
        if (own := _at_or_above(link.host, self._own)) is not None:
            if own.anybody and (borne := self.resemblance.borne(link)) is not None:
                return self._found(link.host, AddressKind.BEARING, borne.owner)
            return self._found(link.host, AddressKind.REAL, own)
        if (former := _at_or_above(link.host, self._former)) is not None:
            return self._found(link.host, AddressKind.FORMER, former)
        near = self.resemblance.of(link)
        if near is None:
            return Looked(link.host, AddressKind.UNKNOWN)
        is_own = near.likeness is not Likeness.BEARS and link.host in self._official
        return self._found(link.host, AddressKind.REAL if is_own else _FINDINGS[near.likeness], near.owner)

    def _found(self, subject: str, finding: AddressKind, owner: Owner) -> Looked:
        """What was found; the own address of a site that is reported as a fraud is told as that."""
        if owner.kind is not OwnerKind.PLATFORM:
            return Looked(subject, finding, owner)
        advice = self._advice(owner.id)
        accused = finding in (AddressKind.REAL, AddressKind.NAMED) and advice.verdict is Verdict.AVOID
        return Looked(subject, AddressKind.REPORTED if accused else finding, owner, advice)

    @property
    def recorded(self) -> tuple[str, ...]:
        """Every host that the records know whose it is, or was, or for whose it could be taken."""
        return tuple(sorted({*self._lookalikes, *self._own, *self._former}))

    @cached_property
    def _lookalikes(self) -> Mapping[str, tuple[str, Lookalike]]:
        return {
            host(lookalike.address): (key, lookalike)
            for key, platform in self.catalogue.platforms.items()
            for lookalike in PlatformFacts(platform, self.evidence).lookalikes
        }

    @cached_property
    def _sites(self) -> Mapping[str, Owner]:
        return {one.id: one for one in self.resemblance.everybody if one.kind is OwnerKind.PLATFORM}

    @cached_property
    def _own(self) -> Mapping[str, Owner]:
        """Everybody's addresses; nothing above them, for others may stand beside a site on a host of many."""
        return {own: one for one in reversed(self.resemblance.everybody) for own in one.hosts}

    @cached_property
    def _former(self) -> Mapping[str, Owner]:
        """The addresses that somebody had before."""
        return {former: one for one in reversed(self.resemblance.everybody) for former in one.former}

    @cached_property
    def _official(self) -> frozenset[str]:
        """Hosts of official pages that the records cite: of somebody's name, they are his own too.

        Not what stands below them: on many a host anybody can have an address.
        """
        pages = (source.address for source in self.catalogue.sources.values() if source.kind is SourceKind.OFFICIAL)
        return frozenset(map(host, pages))

    def _advice(self, key: str) -> Judgement:
        if key not in self._advised:
            facts = PlatformFacts(self.catalogue.platforms[key], self.evidence)
            self._advised[key] = self.judge.judge(facts)
        return self._advised[key]


def _at_or_above(address: str, known: Mapping[str, T]) -> T | None:
    """What is known of the host or of one above it."""
    labels = address.split(".")
    above = (".".join(labels[level:]) for level in range(len(labels)))
    return next((known[one] for one in above if one in known), None)
