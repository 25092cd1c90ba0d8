"""Runs everything that can find fault with records: reading, validation, and all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from microjob_cli.domain.findings import Finding, Place, first_few
from microjob_cli.lint.guides import broken_references
from microjob_cli.lint.records import Records, gather
from microjob_cli.lint.rule import Scope
from microjob_cli.lint.rules import RULES
from microjob_cli.lint.workspace import Workspace
from microjob_cli.store.loading import Folder, catalogue_of, laid_over, read_folder, take_file


class Report(Struct, frozen=True):
    """What was found, in how many files and records; and the records that are whole."""

    findings: tuple[Finding, ...]
    files: int
    records: int
    whole: Folder


def check(workspace: Workspace, today: date) -> Report:
    """Everything wrong with the checked files, by file and line."""
    folders = [read_folder(folder) for folder in workspace.folders]
    for layout, path in workspace.loose:
        folders.append(Folder())
        take_file(folders[-1], layout, path)
    records = gather(folders, workspace.checked, today)
    whole, found = laid_over(folders), [finding for folder in folders for finding in folder.findings]
    if not found:  # what a guide refers to may be in a record that could not be read
        catalogue = catalogue_of(whole)
        found += (one for folder in workspace.folders for one in broken_references(folder, catalogue, today))
    found += _ruled(records)
    here = {finding for finding in found if finding.place.file in workspace.checked}
    return Report(tuple(sorted(here, key=_place)), len(workspace.checked), len(records.checked), whole)


def _ruled(records: Records) -> Iterator[Finding]:
    subjects: Mapping[Scope, tuple[Any, ...]] = {
        Scope.FILE: records.files,
        Scope.RECORD: records.checked,
        Scope.ALL: (records,),
    }
    for rule in RULES:
        for subject in subjects[rule.scope]:
            found = rule.check(subject, records)
            yield from found if rule.scope is Scope.ALL else first_few(found)


def _place(finding: Finding) -> tuple[str, int, int, str]:
    place: Place = finding.place
    return place.file, place.line, place.column, finding.code
