"""After a change only what changed is read, and the catalogue is the one that reading everything would make."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.errors import RecordsBroken
from microjob_cli.domain.findings import Finding
from microjob_cli.store import snapshot
from microjob_cli.store.memory import FileRead, Memory
from microjob_cli.store.places import Document
from microjob_cli.store.reading import read_file
from microjob_cli.store.rereading import catalogue_in
from tests.conftest import SMALL
from tests.running import Microjob

Edit = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path / "data")


def copied(folder: Path) -> Path:
    shutil.copytree(SMALL, folder)
    (folder / "guides" / "en").mkdir(parents=True)
    (folder / "guides" / "bn").mkdir(parents=True)
    for language in ("en", "bn"):
        (folder / "guides" / language / "start.md").write_text("# Title\n\nText.\n", encoding="utf-8")
    return folder


def remembered(folder: Path, memory: Memory | None = None) -> Memory:
    """What is remembered of a folder after it was read."""
    found = snapshot.opened(kept(folder, *catalogue_in(folder, memory)))
    assert found is not None
    return Memory(found, found.files)


def kept(folder: Path, catalogue: Catalogue, files: Mapping[str, FileRead]) -> Path:
    place = folder.parent / "kept.snapshot"
    place.unlink(missing_ok=True)  # the one before may still be open
    place.write_bytes(snapshot.written(catalogue, "test", files))
    return place


def outcome(folder: Path, memory: Memory | None) -> bytes | tuple[Finding, ...]:
    """All that reading a folder comes to: the bytes of the snapshot, or what is wrong."""
    try:
        return snapshot.written(*order(*catalogue_in(folder, memory)))
    except RecordsBroken as problem:
        return problem.findings


def order(catalogue: Catalogue, files: Mapping[str, FileRead]) -> tuple[Catalogue, str, Mapping[str, FileRead]]:
    return catalogue, "test", files


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def replaced(name: str, before: str, after: str) -> Edit:
    def edit(folder: Path) -> None:
        text = (folder / name).read_text(encoding="utf-8")
        assert before in text
        write(folder, name, text.replace(before, after))

    return edit


def added(name: str, text: str) -> Edit:
    return lambda folder: write(folder, name, text)


def removed(name: str) -> Edit:
    return lambda folder: (folder / name).unlink()


def moved(name: str, to: str) -> Edit:
    return lambda folder: (folder / name).rename(folder / to)


SITE = "platforms/examplegigs.yaml"
NEW = "id: newsite\nname: New Site\nwebsite:\naliases: {}\nstatus: []\n"
EDITS: dict[str, Edit] = {
    "nothing": lambda folder: None,
    "a value": replaced(SITE, "300 BDT", "200 BDT"),
    "a name": replaced(SITE, "ExampleGigs", "OtherGigs"),
    "an id that nothing names": replaced(SITE, "id: examplegigs", "id: othergigs"),
    "the newest date": replaced("sources.yaml", "2026", "2025"),
    "a claim newer than all": replaced(SITE, "as_of: 2026-03-01", "as_of: 2026-09-09"),
    "a new site": added("platforms/newsite.yaml", NEW),
    "a site less": removed("platforms/nopay.yaml"),
    "another file name": moved(SITE, "platforms/zzz.yaml"),
    "a rate": replaced("exchange_rates.yaml", "USD", "EUR"),
    "a guide": replaced("guides/en/start.md", "Text", "Other text"),
    "a guide less": removed("guides/bn/start.md"),
    "a method that sites pay by is gone": removed("payout_methods/bkash.yaml"),
    "a source that claims rest on is gone": replaced("sources.yaml", "beta-review:", "other-review:"),
    "a task that sites offer is gone": replaced("task_types.yaml", "survey:", "other:"),
    "a method nobody knows": replaced(SITE, "method: litecoin", "method: lightcoin"),
    "no YAML": added("platforms/newsite.yaml", "a: [b"),
    "not valid": replaced(SITE, "value: active", "value: aktive"),
    "a site twice": added("platforms/again.yaml", NEW.replace("newsite", "nopay")),
    "a site twice, the second remembered": added("platforms/a.yaml", NEW.replace("newsite", "nopay")),
    "an empty file": added("platforms/empty.yaml", ""),
    "no such file, but a link to it": lambda folder: (folder / "platforms/link.yaml").symlink_to("nowhere"),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_change_comes_to_the_same_as_reading_everything(edit: Edit, folder: Path) -> None:
    memory = remembered(folder)
    edit(folder)
    assert outcome(folder, memory) == outcome(folder, None)


@given(st.lists(st.sampled_from(sorted(EDITS)), max_size=5))
def test_changes_come_one_upon_the_other(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as above:
        folder = copied(Path(above) / "data")
        memory = remembered(folder)
        for name in names:
            try:
                EDITS[name](folder)
            except (AssertionError, OSError):  # an edit before left nothing to change
                continue
            found = outcome(folder, memory)
            assert found == outcome(folder, None)
            if isinstance(found, bytes):
                memory = remembered(folder, memory)


@pytest.mark.parametrize(
    ("edit", "opened"),
    [
        (EDITS["nothing"], []),
        (EDITS["a value"], [SITE]),
        (EDITS["a new site"], ["platforms/newsite.yaml"]),
        (EDITS["a site less"], []),
        (lambda folder: os.utime(folder / SITE, (1, 1)), [SITE]),
    ],
)
def test_only_what_changed_is_read(
    edit: Edit, opened: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = remembered(folder)
    seen: list[Path] = []

    def noted(path: Path, shown: str) -> Document:
        seen.append(path)
        return read_file(path, shown)

    monkeypatch.setattr("microjob_cli.store.loading.read_file", noted)
    edit(folder)
    catalogue_in(folder, memory)
    assert [str(path.relative_to(folder)) for path in seen] == opened


def test_a_garbled_memory_costs_only_time(
    folder: Path, microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("microjob_cli.store.opening.shipped_folder", lambda: folder)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert microjob("list").code == 0
    (cache,) = (tmp_path / "cache").iterdir()
    whole = cache.read_bytes()
    garbled = [
        (b'"active"', b'"aktive"'),
        (b'"platforms",', b'"platforms";'),
        (b'"platforms",["examplegigs"]', b'"platforms",["exanplegigs"]'),
        (b'"platforms",["examplegigs"]', b'"platfrms",["examplegigss"]'),
        (b'["', b"[["),
    ]
    for before, after in garbled:
        assert before in whole
        cache.write_bytes(whole.replace(before, after))
        replaced(SITE, "value: 75%", "value: 80%")(folder)
        assert "80%" in microjob("show", "examplegigs").out
        replaced(SITE, "value: 80%", "value: 75%")(folder)
        assert "75%" in microjob("show", "examplegigs").out


def test_what_another_program_made_is_not_taken_over(
    folder: Path, microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("microjob_cli.store.opening.shipped_folder", lambda: folder)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert microjob("list").code == 0
    (cache,) = (tmp_path / "cache").iterdir()
    forged = cache.read_bytes().replace(b'"ExampleGigs"', b'"ForgedGigs_"')
    cache.write_bytes(forged.replace(b'"key":"', b'"key":"x', 1))
    answer = microjob("show", "examplegigs")
    assert "ExampleGigs" in answer.out
    assert b"ForgedGigs_" not in cache.read_bytes()
