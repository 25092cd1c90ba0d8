"""Runs everything that can find fault with records: reading, validation, and all rules."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from microjob_cli.advice.supporting import referenced
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.findings import Finding, first_few
from microjob_cli.catalog.text import REFERENCE
from microjob_cli.lint import files, names, platforms, sources, texts
from microjob_cli.lint.rule import Rule, gather
from microjob_cli.lint.workspace import Workspace
from microjob_cli.storage.guides import GuidePage, guide_pages
from microjob_cli.storage.loading import Folder, catalogue_of, laid_over, read_folder, take_file

# In the order of the documentation.
_MODULES = (files, names, sources, platforms, texts)
RULES = tuple(found for module in _MODULES for found in vars(module).values() if isinstance(found, Rule))


class Report(Struct, frozen=True):
    """What was found, in how many files and records; and the records that are whole."""

    findings: tuple[Finding, ...]
    files: int
    records: int
    whole: Folder


def check(workspace: Workspace, today: date) -> Report:
    """What is wrong with the checked files, by file and line."""
    folders = [read_folder(folder) for folder in workspace.folders]
    for layout, path in workspace.loose:
        folders.append(Folder())
        take_file(folders[-1], layout, path)
    records = gather(folders, workspace.checked, today)
    whole, found = laid_over(folders), [finding for folder in folders for finding in folder.findings]
    if not found:  # what a guide refers to may be in a record that could not be read
        catalogue = catalogue_of(whole)
        found += (one for folder in workspace.folders for one in _broken_references(folder, catalogue, today))
    found += (finding for rule in RULES for finding in rule.findings(records))
    here = {finding for finding in found if finding.place.file in workspace.checked}
    ordered = sorted(here, key=lambda one: (one.place.file, one.place.line, one.place.column, one.code))
    return Report(tuple(ordered), len(workspace.checked), len(records.checked), whole)


def _broken_references(folder: Path, catalogue: Catalogue, today: date) -> Iterator[Finding]:
    """A finding for each reference in a folder's guides that names no field of any record."""
    evidence = catalogue.evidence(today)
    for page in guide_pages(folder):
        if isinstance(page, GuidePage):
            document = page.document
            yield from first_few(
                Finding("guide-reference", document.place_at(match.start()), found=match[1])
                for match in REFERENCE.finditer(document.text)
                if referenced(match[1], catalogue, evidence) is None
            )
