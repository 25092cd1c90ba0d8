"""What a reference in a guide stands for."""

from __future__ import annotations

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.explaining import Explained, explained, explained_rate
from microjob_cli.domain.facts import Evidence


def referenced(reference: str, catalogue: Catalogue, evidence: Evidence) -> Explained | None:
    """The field of a site, payout method or transfer, or the rate of a pair; None when no record has it."""
    name, _, field = reference.partition(" ")
    if "/" in name:
        return explained_rate(name, catalogue.rates, evidence)
    record = catalogue.platforms.get(name) or catalogue.methods.get(name) or catalogue.transfers.get(name)
    return explained(record, field, evidence) if record else None
