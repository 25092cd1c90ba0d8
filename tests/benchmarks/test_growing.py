"""Larger catalogues hold valid records, and the real ones unchanged."""

from __future__ import annotations

from pathlib import Path

from benchmarks.growing import grow
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.storage.loading import load
from tests.conftest import SMALL


def test_a_larger_catalogue_is_valid_and_holds_the_smaller_one(small: Catalogue, tmp_path: Path) -> None:
    wanted = 3 * len(small.platforms) + 1
    grow(SMALL, tmp_path / "grown", wanted)
    found = load(tmp_path / "grown")
    assert len(found.platforms) == wanted
    for key, platform in small.platforms.items():
        assert found.platforms[key] == platform
        copy = found.platforms[f"{key}-copy1"]
        assert copy.name == f"{platform.name} copy1"
        assert [claim.value for claim in copy.status] == [claim.value for claim in platform.status]
        assert [claim.source for claim in copy.status] == [f"{claim.source}-copy1" for claim in platform.status]
