"""The user's own records: laid over the shipped ones whenever they are there, and never in the way of an answer."""

from __future__ import annotations

from pathlib import Path

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import RecordsBroken
from microjob_cli.catalog.findings import Finding
from microjob_cli.storage.layouts import ANSWERING
from microjob_cli.storage.loading import Folder, catalogue_of, folder_of, laid_over, read_folder
from microjob_cli.storage.references import missing_references


def over_shipped(shipped: Catalogue, own: Path | None, named: Path | None) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The shipped records with one's own over them and those of a named folder on top.

    A broken file of one's own is left out, and what is wrong with it is returned; one in the named folder is refused.
    Raises RecordsBroken.
    """
    layers = [folder_of(shipped)]
    left_out: tuple[Finding, ...] = ()
    if own:
        sound, left_out = _without_broken(read_folder(own, ANSWERING), layers[0])
        layers.append(sound)
    if named:
        layers.append(read_folder(named, ANSWERING))
    whole = laid_over(layers)
    if named:
        findings = (*layers[-1].findings, *missing_references(layers[-1], whole))
        if findings:
            raise RecordsBroken(findings)
    return catalogue_of(whole), left_out


def _without_broken(own: Folder, base: Folder) -> tuple[Folder, tuple[Finding, ...]]:
    """The records of the files in which nothing is wrong. A file that needs one of the others falls with it."""
    found: dict[str, Finding] = {}
    kept = own
    news = (*own.findings, *missing_references(own, laid_over([base, own])))
    while news:
        for finding in news:
            found.setdefault(finding.place.file, finding)
        kept = Folder(
            {
                kind: {key: one for key, one in records.items() if one.document.file not in found}
                for kind, records in own.records.items()
            }
        )
        news = tuple(missing_references(kept, laid_over([base, kept])))
    return kept, tuple(found.values())
