"""Runs everything that can find fault with records: reading, validation, all rules; first it finds the files."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from microjob_cli.advice.learning import referenced
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.findings import Finding, first_few
from microjob_cli.catalog.text import REFERENCE
from microjob_cli.files import content_of
from microjob_cli.lint import files, names, platforms, sources, texts
from microjob_cli.lint.rule import Rule, gather
from microjob_cli.storage.folders import GUIDE_LANGUAGES, GUIDES, LAYOUTS, Layout, record_files, shown
from microjob_cli.storage.guides import GuidePage, guide_pages
from microjob_cli.storage.loading import Folder, catalogue_of, laid_over, read_folder, take_file

# In the order of the documentation.
_MODULES = (files, names, sources, platforms, texts)
RULES = tuple(found for module in _MODULES for found in vars(module).values() if isinstance(found, Rule))

_PLACES = ", ".join((*(layout.where for layout in LAYOUTS), GUIDES))
_PARTS = {*(layout.where for layout in LAYOUTS), GUIDES, *(f"{GUIDES}/{language}" for language in GUIDE_LANGUAGES)}
_LONGEST_LINE = 200
_SCHEMA_LINE = re.compile(r"# *yaml-language-server:.*?(\w+)\.json")


class Report(Struct, frozen=True):
    """What was found, in how many files and records; and the records that are whole."""

    findings: tuple[Finding, ...]
    files: int
    records: int
    whole: Folder


def check(paths: Sequence[Path], base: Sequence[Path], today: date) -> Report:
    """What is wrong with the files of some paths, by file and line: folders are laid over those of the base, single
    files over all. Without paths the last folder of the base is checked.

    Raises UsageProblem for a path that is not there, cannot be read or holds no records.
    """
    places, loose, checked = list(base), list[Path](), set[str]()
    for path in paths or base[-1:]:
        root, found_files = _found(path)
        if root is None:
            loose += found_files
        elif not any(root.resolve() == folder.resolve() for folder in places):
            places.append(root)
        checked.update(shown(file) for file in found_files)
    folders = [read_folder(folder) for folder in places]
    for path in loose:
        folders.append(Folder())
        take_file(folders[-1], _layout_by_schema(path), path)
    records = gather(folders, frozenset(checked), today)
    whole, found = laid_over(folders), [finding for folder in folders for finding in folder.findings]
    if not found:  # what a guide refers to may be in a record that could not be read
        catalogue = catalogue_of(whole)
        found += (one for folder in places for one in _broken_references(folder, catalogue, today))
    found += (finding for rule in RULES for finding in rule.findings(records))
    here = {finding for finding in found if finding.place.file in checked}
    ordered = sorted(here, key=lambda one: (one.place.file, one.place.line, one.place.column, one.code))
    return Report(tuple(ordered), len(checked), len(records.checked), whole)


def _found(path: Path) -> tuple[Path | None, list[Path]]:
    """The record folder that a path is, or is part of (None: of none), and the record files it stands for."""
    try:
        whole = path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError):  # links that lead round in a circle; what cannot be in a name
        raise UsageProblem("no-such-path", path=str(path)) from None
    try:
        root = next((one for one in whole.parents[:3] if _is_part(whole.relative_to(one))), None)
        if root:
            held = [file for file in record_files(root) if whole in (file, *file.parents[:2])]
        elif path.is_file():
            held = [path]
        else:
            root, held = path, list(record_files(path))
    except OSError as problem:
        raise _cannot_read(path, problem) from None
    if not held:  # a check of nothing would find nothing wrong
        raise UsageProblem("no-records", path=str(path), known=_PLACES)
    return root, held


def _is_part(path: Path) -> bool:
    """Whether a path inside a record folder is a place of records, or a file there."""
    return not {path.as_posix(), path.parent.as_posix()}.isdisjoint(_PARTS)


def _layout_by_schema(path: Path) -> Layout:
    """The layout of a file outside any record folder, by the schema that its first line names."""
    try:
        first = content_of(path, _LONGEST_LINE).partition(b"\n")[0].decode("utf-8", "replace")
    except OSError as problem:
        raise _cannot_read(path, problem) from None
    match = _SCHEMA_LINE.search(first)
    layout = next((layout for layout in LAYOUTS if match and layout.schema_name == match[1]), None)
    if layout is None:
        raise UsageProblem("kind-unclear", path=str(path), known=_PLACES)
    return layout


def _cannot_read(path: Path, problem: OSError) -> UsageProblem:
    """That the system does not let a path be read, and why."""
    return UsageProblem("cannot-read", path=str(path), problem=problem.strerror or str(problem))


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
