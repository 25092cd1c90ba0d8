"""What guides refer to must be in the records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.facts import Evidence
from microjob_cli.domain.findings import Finding, first_few
from microjob_cli.domain.guides import REFERENCE
from microjob_cli.domain.referring import referenced
from microjob_cli.store.guides import GuidePage, guide_pages
from microjob_cli.store.places import Document


def broken_references(folder: Path, catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A finding for each reference in a folder's guides that names no field of any record."""
    evidence = catalogue.evidence(today)
    for page in guide_pages(folder):
        if isinstance(page, GuidePage):
            yield from first_few(_broken(page.document, catalogue, evidence))


def _broken(document: Document, catalogue: Catalogue, evidence: Evidence) -> Iterator[Finding]:
    for match in REFERENCE.finditer(document.text):
        if referenced(match[1], catalogue, evidence) is None:
            yield Finding("guide-reference", document.place_at(match.start()), found=match[1])
