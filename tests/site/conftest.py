"""The site of the shipped records, built once for all workers of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.building import built_once


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    return built_once(tmp_path_factory)
