"""A real Chromium with the built site: from a disk, and from a server on this machine.

Skipped where the extra site-test or Chromium is missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site.browser.chromium import LAUNCHED, Opened, Server, chromium


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the extra site-test")
    path = chromium()
    if path is None:
        pytest.skip("needs Chromium")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=LAUNCHED)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Any, site: Path) -> Iterator[Opened]:
    """Opens pages of the site from the disk, and keeps what the console complains of."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield Opened(context.new_page(), site.as_uri())
    context.close()


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """Serves the site to this machine alone."""
    with Server(site) as served:
        yield served
