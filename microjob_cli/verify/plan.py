"""What could be checked of the records, counted without a connection; and in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.verify.claims_to_find import ClaimToFind, every_claim, host_of, hosts_to_avoid, to_find


class Plan(Struct, frozen=True):
    """How many claims there are; how many of them a page can be asked for; of how many of these no date is known.

    `dated_by_run`: the undated ones whose page is kept current, which a look may date. The counts are by field, and by
    host.
    """

    claims: int
    checkable: int
    undated: int
    dated_by_run: int
    pages: int
    by_field: Mapping[str, int]
    by_host: Mapping[str, int]


def checkable(catalogue: Catalogue, names: tuple[str, ...] = ()) -> tuple[ClaimToFind, ...]:
    """Every claim of the records, or of those that are named, that a page can be asked for."""
    avoided = hosts_to_avoid(catalogue)
    found = (to_find(said, catalogue, avoided) for said in every_claim(catalogue, names))
    return tuple(one for one in found if one)


def plan(catalogue: Catalogue, names: tuple[str, ...] = ()) -> Plan:
    """What a run would look for."""
    found = checkable(catalogue, names)
    undated = [one for one in found if one.said.claim.as_of is None]
    sources = [catalogue.sources[one.said.claim.source] for one in found]
    living = sum(catalogue.sources[one.said.claim.source].living for one in undated)
    fields = Counter(one.said.sort if one.said.part == "platforms" else f"transfer.{one.said.sort}" for one in found)
    hosts = Counter(host_of(source.address) for source in sources)
    return Plan(
        sum(1 for _ in every_claim(catalogue, names)), len(found), len(undated), living,
        len({source.id for source in sources}), dict(fields.most_common()), dict(hosts.most_common()),
    )  # fmt: skip
