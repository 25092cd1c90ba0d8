"""Whose addresses are recorded: sites, payout methods and well-known firms, each with what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue, host, hosts_of
from microjob_cli.catalog.names import Firm, OwnAddress
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform


class OwnerKind(StrEnum):
    """What sort of record an address belongs to."""

    PLATFORM = "platform"
    METHOD = "method"
    FIRM = "firm"


class Owner(Struct, frozen=True):
    """Somebody with addresses: the hosts of now and of before, and the names by which copies could be known.

    `anybody`: anybody can have a page there.
    """

    kind: OwnerKind
    id: str
    name: str
    website: str | None
    hosts: tuple[str, ...]
    former: tuple[str, ...]
    names: tuple[str, ...]
    anybody: bool = False


def owners(catalogue: Catalogue) -> tuple[Owner, ...]:
    """Everybody whose addresses could be copied: sites, and payout methods and firms with an address of their own."""
    methods = (one for one in catalogue.methods.values() if one.addresses)
    return (
        *map(_site, catalogue.platforms.values()),
        *(_other(OwnerKind.METHOD, one, one.former_names) for one in methods),
        *(_other(OwnerKind.FIRM, one, ()) for one in catalogue.firms.values()),
    )


def _site(platform: Platform) -> Owner:
    renamed = [one.website for one in platform.former_names if one.website]
    hosts, former = hosts_of(platform), [host(one) for one in (*renamed, *_ended(platform.addresses))]
    names = (*_starts(hosts), platform.name, *(one.name for one in platform.former_names), *platform.aliases.en)
    return Owner(OwnerKind.PLATFORM, platform.id, platform.name, platform.website, tuple(hosts), tuple(former), names)


def _other(kind: OwnerKind, record: PayoutMethod | Firm, former_names: Sequence[str]) -> Owner:
    hosts = [host(one.address) for one in record.addresses if one.until is None]
    former = [host(one) for one in _ended(record.addresses)]
    return Owner(
        kind,
        record.id,
        record.name.en,
        f"https://{hosts[0]}" if hosts else None,
        tuple(hosts),
        tuple(former),
        (record.name.en, *former_names, *_starts([*hosts, *former])),
        isinstance(record, Firm) and record.anybody,
    )


def _ended(addresses: Sequence[OwnAddress]) -> Iterator[str]:
    yield from (one.address for one in addresses if one.until)


def _starts(hosts: Sequence[str]) -> Iterator[str]:
    """What addresses begin with: `sproutgigs`."""
    yield from (max(one.split(".")[:-1], key=len) for one in hosts if "." in one)
