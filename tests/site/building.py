"""Builds sites for tests: that of the shipped records once for all workers of a run."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.platform import Platform
from microjob_cli.i18n.choosing import language_of
from microjob_cli.questions.indexes import lists_of
from microjob_cli.settings import Settings
from microjob_cli.site.build import files_of
from microjob_cli.site.site_build import write_folder
from microjob_cli.storage.opening import open_catalogue
from tests.making import SOURCES, settings_for

_PATIENCE = 300


def shipped_settings(language: str = "bn", country: str = "BD") -> Settings:
    """Those of the shipped records on the fixed day."""
    return settings_for(open_catalogue(lists_of).catalogue, language=language_of(language), country=country)


def build(folder: Path, catalogue: Catalogue) -> None:
    write_folder(folder, files_of(settings_for(catalogue), lambda _: None))


def with_sites(catalogue: Catalogue, sites: Mapping[str, Platform]) -> Catalogue:
    """A catalogue with these sites, of which the sources of `tests.making` speak."""
    sources = {**catalogue.sources, **SOURCES}
    return replace(catalogue, platforms=sites, sources=sources, price_floors={}, lists={}, indexes={})


def built_once(factory: pytest.TempPathFactory) -> Path:
    """Builds it, or waits until another worker has."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, lock = shared / "site", shared / "site-begun"
    try:
        lock.mkdir()
    except FileExistsError:
        until = time.monotonic() + _PATIENCE
        while not folder.exists():
            assert time.monotonic() < until, "another worker did not build the site"
            time.sleep(0.2)
        return folder
    build(folder, open_catalogue(lists_of).catalogue)
    return folder
