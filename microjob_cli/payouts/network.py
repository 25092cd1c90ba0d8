"""The transfers of one country on one day: the paths that they make, how good these stand, and what blocks one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutFacts, PayoutMethod, Standing, ended
from microjob_cli.catalog.transfer import TransferFacts
from microjob_cli.payouts.route import AVAILABILITY, STANDINGS, Hop, Notice, is_sure

MOST_HOPS = 4
# So many ways between two methods are looked at, the shortest first: among many wallets there are millions.
MOST_WAYS = 64
_HOME = frozenset({MethodKind.MOBILE_WALLET, MethodKind.BANK})


class Path(Struct, frozen=True, dict=True):
    """A way from a method over the transfers of a network, and how it stands: the same for every sum."""

    network: Network
    start: str
    hops: tuple[Hop, ...] = ()

    @property
    def methods(self) -> tuple[str, ...]:
        """All that it leads over, with where it begins and where it ends."""
        return (self.start, *(hop.to for hop in self.hops))

    @cached_property
    def block(self) -> Notice | None:
        """Why it must not or cannot be taken."""
        for method in self.methods:
            if self.network.blocks[method]:
                return self.network.blocks[method]
        for hop in self.hops:
            if hop.transfer and hop.transfer.standing.value is Standing.FORBIDDEN:
                return Notice("transfer-forbidden", hop.ends, hop.transfer.standing.chosen)
            if hop.transfer and hop.transfer.available.value is Answer.NO:
                return Notice("transfer-unavailable", hop.ends, hop.transfer.available.chosen)
        return None

    @cached_property
    def standing(self) -> Standing:
        """How the law sees it: as the worst of its parts."""
        parts = [hop.transfer.standing.value or Standing.UNKNOWN for hop in self.hops if hop.transfer]
        return max((*parts, *(self.network.standings[one] for one in self.methods)), key=STANDINGS.index)

    @cached_property
    def available(self) -> Answer | None:
        """Whether it works: as the worst of its parts."""
        parts = (hop.transfer.available.value for hop in self.hops if hop.transfer)
        return max((Answer.YES, *parts), key=AVAILABILITY.index)

    @property
    def is_sure(self) -> bool:
        """Whether money is known to get over it lawfully."""
        return is_sure(self.standing, self.available) and (bool(self.hops) or self.network.is_received(self.start))


class Network:
    """Payout methods and the transfers between them, in one country on the day of the evidence."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, country: str) -> None:
        self.catalogue = catalogue
        self.evidence = evidence
        self.country = country
        self.shortened = False
        self._paths: dict[str, Mapping[str, Sequence[Path]]] = {}

    @cached_property
    def leaving(self) -> Mapping[str, Sequence[Hop]]:
        """The transfers in force, by the method that they leave."""
        found: dict[str, list[Hop]] = {}
        for transfer in self.catalogue.transfers.values():
            if transfer.country == self.country and transfer.in_force(self.evidence.today):
                hop = Hop(transfer.start, transfer.to, TransferFacts(transfer, self.evidence))
                found.setdefault(transfer.start, []).append(hop)
        return found

    @cached_property
    def blocks(self) -> Mapping[str, Notice | None]:
        """Why a method cannot be used in the country: closed, forbidden, or not received there."""
        return {key: block_of(method, self.country, self.evidence) for key, method in self.catalogue.methods.items()}

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """What the country's law says of a method itself; nothing recorded against it counts as clear."""
        fact, methods = self.evidence.fact, self.catalogue.methods.items()
        return {key: fact(method.standing.get(self.country, ())).value or Standing.CLEAR for key, method in methods}

    def paths(self, start: str, to: str) -> Sequence[Path]:
        """The paths without a loop, the shortest first, and no more of them than `MOST_WAYS`."""
        if start not in self._paths:
            self._paths[start] = self._walk(start)
        return self._paths[start].get(to, ())

    def _walk(self, start: str) -> Mapping[str, Sequence[Path]]:
        """The paths without a loop from a method, by where they lead; `shortened` tells that there are more."""
        waiting = [Path(self, start)]
        found = {start: list(waiting)}
        for path in waiting:
            been = path.methods
            for hop in self.leaving.get(been[-1], ()) if len(been) <= MOST_HOPS else ():
                if hop.to in been:
                    continue
                ways = found.setdefault(hop.to, [])
                if len(ways) == MOST_WAYS:
                    self.shortened = True
                    continue
                ways.append(Path(self, start, (*path.hops, hop)))
                waiting.append(ways[-1])
        return found

    def leading(self, options: Sequence[PayoutFacts], targets: Sequence[str]) -> list[PayoutFacts]:
        """Those of the options from which a path that nothing recorded blocks leads to one of the targets."""

        def leads(option: PayoutFacts) -> bool:
            return any(path.block is None for to in targets for path in self.paths(option.method, to))

        return list(filter(leads, options))

    def home(self) -> tuple[str, ...]:
        """Where people of the country keep money: its own wallets, and banks where those are recorded to be reached."""
        return tuple(
            key
            for key, method in self.catalogue.methods.items()
            if method.kind in _HOME and method.country in (None, self.country) and self.is_received(key)
        )

    def cash(self) -> tuple[str, ...]:
        return tuple(key for key, method in self.catalogue.methods.items() if method.kind is MethodKind.CASH)

    def is_received(self, key: str) -> bool:
        """Whether people of the country are known to get money by a method: it is a wallet of theirs, or recorded."""
        method = self.catalogue.methods[key]
        arrives = any(hop.to == key for hops in self.leaving.values() for hop in hops)
        received = self.evidence.fact(method.reaches.get(self.country, ())).value in (Answer.YES, Answer.PARTLY)
        return method.country == self.country or arrives or received

    def no_way(self, via: str, to: str) -> Notice:
        """Why no way at all leads from one method to another, as far as is known."""
        return self.blocks[via] or Notice("no-transfer", {"method": MethodId(via), "to": MethodId(to)})


def block_of(method: PayoutMethod, country: str, evidence: Evidence) -> Notice | None:
    """Why people of a country cannot use a method: it is closed, forbidden there, or not received there."""
    details = {"method": MethodId(method.id), "country": CountryCode(country)}
    closed = evidence.fact(method.closed)
    if ended(closed.chosen, evidence):
        return Notice("method-closed", details, closed.chosen)
    standing = evidence.fact(method.standing.get(country, ()))
    if standing.value is Standing.FORBIDDEN:
        return Notice("method-forbidden", details, standing.chosen)
    reach = evidence.fact(method.reaches.get(country, ()))
    if reach.value is not Answer.NO:
        return None
    code = "method-not-received-disputed" if reach.disputed else "method-not-received"
    return Notice(code, details, reach.chosen)
