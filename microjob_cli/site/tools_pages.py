"""The pages that answer by script, and the files that these need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from microjob_cli.settings import Settings
from microjob_cli.site.page import Page

# Scripts that every page loads, and the manifest, by their names in the folder of assets or beside it.
EVERYWHERE: tuple[str, ...] = ()
MANIFEST: str | None = None


def pages(settings: Settings) -> Iterator[Page]:
    """The pages in one language: that of the settings."""
    return iter(())


def data_files(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """What the scripts look up, by its path from the folder of all languages."""
    return iter(())


def last_files(built: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """What must know all other files: the service worker."""
    return iter(())
