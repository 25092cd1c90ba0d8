"""`microjob data path` as a shell and a program call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from microjob_cli.storage.folders import shipped_folder
from tests.running import Microjob


def test_the_folder_of_the_shipped_records_alone(microjob: Microjob) -> None:
    answer = microjob("data", "path")
    assert (answer.code, answer.out, answer.err) == (0, f"{shipped_folder()}\n", "")
    assert (Path(answer.out.rstrip("\n")) / "platforms").is_dir()


def test_all_folders_for_programs(microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (item,) = microjob("data", "path", "-f", "json").items
    assert list(item) == ["data", "own", "named", "cache"]
    assert (item["data"], item["own"], item["named"]) == (str(shipped_folder()), None, None)
    assert Path(item["cache"]).is_absolute()
    assert microjob("data", "path", "-f", "json", "--data", ".").items[0]["named"] == str(tmp_path)


def test_the_cache_is_where_the_catalogue_is_kept(
    on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert on_small("list").code == 0
    (item,) = on_small("data", "path", "-f", "json").items
    assert [path.suffix for path in Path(item["cache"]).iterdir()] == [".sqlite"]


def test_broken_records_do_not_hide_where_they_are(microjob: Microjob, tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text("a: [")
    assert microjob("list", "--data", str(tmp_path)).code == 4
    assert microjob("data", "path", "--data", str(tmp_path)).code == 0


def test_a_folder_that_is_none(microjob: Microjob) -> None:
    answer = microjob("data", "path", "--data", "/nowhere/at/all")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "/nowhere/at/all is not a folder. Give --data the folder that holds the records.\n"
