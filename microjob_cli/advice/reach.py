"""Whether what is paid by a method can lawfully reach a person: known to, known not to, or not known."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from microjob_cli.catalog.facts import Evidence, Fact
from microjob_cli.payouts.network import Network
from microjob_cli.payouts.route import Notice


class Reach(StrEnum):
    """Whether money gets there lawfully."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


class Reached(Struct, frozen=True):
    """The same of one method, and what is known to stand in the way."""

    reach: Reach
    block: Notice | None = None


class Ways:
    """Which methods lead to one of the targets, in the country and on the day of a network; each looked at once.

    The targets are where the person wants the money; without any named, banks and the wallets of her country.
    """

    def __init__(self, network: Network, targets: Sequence[str] = ()) -> None:
        self.network = network
        self.targets = tuple(targets) or network.home()
        self._found: dict[str, Reached] = {}

    def of(self, method: str) -> Reached:
        """Whether what is paid by a method gets to one of the targets."""
        if method not in self._found:
            self._found[method] = self._reached(method)
        return self._found[method]

    def _reached(self, method: str) -> Reached:
        network = self.network
        block = network.blocks[method]
        if block is not None:
            reaches = network.evidence.fact(network.catalogue.methods[method].reaches.get(network.country, ()))
            open_question = block.claim in reaches.standing and not is_settled(reaches, network.evidence)
            return Reached(Reach.UNKNOWN if open_question else Reach.NO, block)
        paths = [path for to in self.targets for path in network.paths(method, to)]
        if any(path.block is None and path.is_sure for path in paths):
            return Reached(Reach.YES)
        blocks = [path.block for path in paths]
        return Reached(Reach.NO, blocks[0]) if paths and all(blocks) else Reached(Reach.UNKNOWN)


def is_settled(fact: Fact[Any], evidence: Evidence) -> bool:
    """Whether what is chosen stands on a better source than what disputes it."""
    return fact.chosen is None or all(evidence.rank(fact.chosen) < evidence.rank(other) for other in fact.disputed)
