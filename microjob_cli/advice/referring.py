"""What a reference in a guide stands for."""

from __future__ import annotations

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.explaining import Explained, explained, explained_rate
from microjob_cli.catalog.facts import Evidence


def referenced(reference: str, catalogue: Catalogue, evidence: Evidence) -> Explained | None:
    """The field of a site, payout method, transfer or country, or the rate of a pair; None when no record has it."""
    name, _, field = reference.partition(" ")
    if "/" in name:
        return explained_rate(name, catalogue.rates, evidence)
    parts = (catalogue.platforms, catalogue.methods, catalogue.transfers, catalogue.countries)
    record = next((part[name] for part in parts if name in part), None)
    return explained(record, field, evidence) if record else None
