"""The transfers of one country on one day: the paths that they make, and what blocks one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Evidence, Fact
from microjob_cli.catalog.names import CountryCode, MethodId
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutFacts, PayoutMethod, Standing, ended
from microjob_cli.catalog.transfer import TransferFacts, transfer_facts
from microjob_cli.payouts.charges import Terms
from microjob_cli.payouts.route import Hop, Notice, ends, hop_of

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
        self.known: dict[str, Mapping[str, Sequence[Path]]] = {}
        self.shortened: set[str] = set()
        self.open: dict[tuple[str, str], tuple[Path, ...]] = {}
        self.hops: dict[str, Hop] = {}
        self.standings: dict[str, Standing] = {}
        self.blocks: dict[str, Notice | None] = {}
        self.leaving: dict[str, list[TransferFacts]] = {}
        for transfer in catalogue.transfers.values():
            if transfer.country == country and transfer.in_force(evidence.today):
                self.leaving.setdefault(transfer.start, []).append(transfer_facts(transfer, evidence))

    def paths(self, start: str, to: str) -> Sequence[Path]:
        """The paths without a loop, the shortest first, and no more of them than `MOST_WAYS`."""
        if start not in self.known:
            self.known[start] = self._walk(start)
        return self.known[start].get(to, ())

    def open_paths(self, start: str, to: str) -> tuple[Path, ...]:
        """Those of them that nothing recorded blocks."""
        if (start, to) not in self.open:
            out = Hop("", start, Terms(None), Fact(), Fact())
            paths = self.paths(start, to)
            self.open[start, to] = tuple(path for path in paths if self.block(start, (out, *path)) is None)
        return self.open[start, to]

    def leading(self, options: Sequence[PayoutFacts], targets: Sequence[str]) -> list[PayoutFacts]:
        """Those of the options from which an open path leads to one of the targets."""
        return [option for option in options if any(self.open_paths(option.method, to) for to in targets)]

    def _walk(self, start: str) -> Mapping[str, Sequence[Path]]:
        """The paths without a loop from a method, by where they lead; `shortened` tells that there are more."""
        found: dict[str, list[Path]] = {start: [()]}
        waiting: list[tuple[str, Path]] = [(start, ())]
        for here, path in waiting:
            been = {start, *(hop.to for hop in path)}
            for facts in self.leaving.get(here, ()) if len(path) < MOST_HOPS else ():
                to = facts.transfer.to
                if to in been:
                    continue
                ways = found.setdefault(to, [])
                if len(ways) == MOST_WAYS:
                    self.shortened.add(start)
                    continue
                ways.append((*path, self.hop(facts)))
                waiting.append((to, ways[-1]))
        return found

    def hop(self, facts: TransferFacts) -> Hop:
        """A recorded transfer as a step of a route."""
        key = facts.transfer.id
        if key not in self.hops:
            self.hops[key] = hop_of(facts)
        return self.hops[key]

    def home(self) -> tuple[str, ...]:
        """Where people of the country keep money: its own wallets, and banks where those are recorded to be reached."""
        return tuple(
            key
            for key, method in self.catalogue.methods.items()
            if method.kind in _HOME
            and (method.country == self.country or (method.country is None and self._is_reached(method)))
        )

    def _is_reached(self, method: PayoutMethod) -> bool:
        arrives = any(facts.transfer.to == method.id for hops in self.leaving.values() for facts in hops)
        return arrives or self.evidence.fact(method.reaches.get(self.country, ())).value in (Answer.YES, Answer.PARTLY)

    def method_standing(self, method: str) -> Standing:
        """What the country's law says of a method itself; nothing recorded against it counts as clear."""
        if method not in self.standings:
            claims = self.catalogue.methods[method].standing.get(self.country, ())
            self.standings[method] = self.evidence.fact(claims).value or Standing.CLEAR
        return self.standings[method]

    def hop_standing(self, hop: Hop) -> Standing:
        """The worse of the hop's own standing and that of the method it leads to."""
        own = hop.transfer.standing.value if hop.transfer else None
        return max(own or Standing.UNKNOWN, self.method_standing(hop.to), key=list(Standing).index)

    def block(self, via: str, hops: Sequence[Hop]) -> Notice | None:
        """Why a way that begins with a method must not or cannot be taken."""
        for method in (via, *(hop.to for hop in hops[1:])):
            found = self.method_block(method)
            if found:
                return found
        for hop in hops:
            if hop.transfer and hop.transfer.standing.value is Standing.FORBIDDEN:
                return Notice("transfer-forbidden", ends(hop), hop.transfer.standing.chosen)
            if hop.transfer and hop.transfer.available.value is Answer.NO:
                return Notice("transfer-unavailable", ends(hop), hop.transfer.available.chosen)
        return None

    def method_block(self, method: str) -> Notice | None:
        """Why a method cannot be used in the country: closed, forbidden, or not received there."""
        if method not in self.blocks:
            self.blocks[method] = block_of(self.catalogue.methods[method], self.country, self.evidence)
        return self.blocks[method]


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
