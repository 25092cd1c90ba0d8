"""The transfers of one country on one day: the paths that they make, and what blocks one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Evidence
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutFacts, PayoutMethod, Standing, ended
from microjob_cli.catalog.transfer import TransferFacts
from microjob_cli.payouts.route import AVAILABILITY, STANDINGS, Hop, Notice

MOST_HOPS = 4
# So many ways between two methods are looked at, the shortest first: among many wallets there are millions.
MOST_WAYS = 64
Path = tuple[Hop, ...]
_HOME = frozenset({MethodKind.MOBILE_WALLET, MethodKind.BANK})


class Network:
    """Payout methods and the transfers between them, in one country on the day of the evidence."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence, country: str) -> None:
        self.catalogue = catalogue
        self.evidence = evidence
        self.country = country
        self.shortened: set[str] = set()
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
        found: dict[str, list[Path]] = {start: [()]}
        waiting: list[tuple[str, Path]] = [(start, ())]
        for here, path in waiting:
            been = {start, *(hop.to for hop in path)}
            for hop in self.leaving.get(here, ()) if len(path) < MOST_HOPS else ():
                if hop.to in been:
                    continue
                ways = found.setdefault(hop.to, [])
                if len(ways) == MOST_WAYS:
                    self.shortened.add(start)
                    continue
                ways.append((*path, hop))
                waiting.append((hop.to, ways[-1]))
        return found

    def leading(self, options: Sequence[PayoutFacts], targets: Sequence[str]) -> list[PayoutFacts]:
        """Those of the options from which a path that nothing recorded blocks leads to one of the targets."""
        return [option for option in options if any(self.is_open(option.method, to) for to in targets)]

    def is_open(self, start: str, to: str) -> bool:
        return any(self.block(start, path) is None for path in self.paths(start, to))

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

    def block(self, via: str, hops: Sequence[Hop]) -> Notice | None:
        """Why a way that begins with a method must not or cannot be taken."""
        for method in (via, *(hop.to for hop in hops)):
            if self.blocks[method]:
                return self.blocks[method]
        for hop in hops:
            if hop.transfer and hop.transfer.standing.value is Standing.FORBIDDEN:
                return Notice("transfer-forbidden", hop.ends, hop.transfer.standing.chosen)
            if hop.transfer and hop.transfer.available.value is Answer.NO:
                return Notice("transfer-unavailable", hop.ends, hop.transfer.available.chosen)
        return None

    def no_way(self, via: str, to: str) -> Notice:
        """Why no way at all leads from one method to another, as far as is known."""
        return self.blocks[via] or Notice("no-transfer", {"method": MethodId(via), "to": MethodId(to)})

    def standing(self, via: str, hops: Sequence[Hop]) -> tuple[Standing, Answer | None]:
        """How the law sees a way that begins with a method, and whether it works: as the worst of its parts."""
        transfers = [hop.transfer for hop in hops if hop.transfer]
        standings = [self.standings[method] for method in (via, *(hop.to for hop in hops))]
        standings += [one.standing.value or Standing.UNKNOWN for one in transfers]
        available = max((Answer.YES, *(one.available.value for one in transfers)), key=AVAILABILITY.index)
        return max(standings, key=STANDINGS.index), available


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
