"""All that the records say as one flat table, for people with a spreadsheet or a database browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.explaining import held_by_field
from microjob_cli.catalog.facts import Claim

CLAIMS = (
    "part", "record", "field", "place", "value", "bound", "source", "source_kind", "address", "confidence", "as_of",
    "since", "until", "basis", "note_en", "note_bn",
)  # fmt: skip
_PARTS = ("platforms", "methods", "transfers", "incentives", "task_types")


def claims_rows(catalogue: Catalogue) -> Iterator[tuple[Any, ...]]:
    """A row for each claim of each record, in the order of the records."""
    for part in _PARTS:
        for key, record in getattr(catalogue, part).items():
            for field, held in held_by_field(record):
                for place, claim in enumerate(held):
                    if isinstance(claim, Claim):
                        yield part, key, field, place, *_said(claim, catalogue)


def _said(claim: Claim[Any], catalogue: Catalogue) -> tuple[Any, ...]:
    source = catalogue.sources[claim.source]
    note = claim.note
    dates = (str(day) if day else None for day in (claim.as_of, claim.since, claim.until))
    return (
        _text(claim.value), claim.bound, claim.source, source.kind, source.address, claim.confidence, *dates,
        claim.basis, note and note.en, note and note.bn,
    )  # fmt: skip


def _text(value: Any) -> str:
    return ", ".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)
