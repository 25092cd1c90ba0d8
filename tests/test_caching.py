"""The cache folder: whole files or none, and nothing left lying about."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from microjob_cli import files


def test_what_killed_calls_left_behind_is_taken_away_later(tmp_path: Path) -> None:
    place = tmp_path / "catalogue-1.snapshot"
    old, new, other = (
        tmp_path / f".{place.name}.abc",
        tmp_path / f".{place.name}.xyz",
        tmp_path / "catalogue-2.snapshot",
    )
    for path in (old, new, other):
        path.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    files.keep(place, b"whole")
    assert sorted(tmp_path.iterdir()) == sorted([place, new, other])
    assert place.read_bytes() == b"whole"


def test_interrupted_it_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.keep(tmp_path / "x", b"whole")
    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_only_speed_is_lost(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    files.keep(tmp_path / "file" / "x", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_a_name(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    path.touch()
    assert files.fingerprint([path])
    assert files.cache_file("catalogue", [path], "snapshot")
