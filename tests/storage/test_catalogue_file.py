"""The catalogue file answers as the records do, and one that is not what was written is made anew."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import NotFound
from microjob_cli.catalog.facts import Claim, Source
from microjob_cli.catalog.measures import Fee
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutMethod, PayoutOption
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.transfer import Transfer
from microjob_cli.files import write_whole
from microjob_cli.questions.indexes import known_names, lists_of, spellings
from microjob_cli.questions.lexicon import spellings_of
from microjob_cli.questions.naming import known_names_of
from microjob_cli.storage import catalogue_file, opening
from microjob_cli.storage.catalogue_writing import written
from microjob_cli.storage.folders import ANSWERING, shipped_folder
from microjob_cli.storage.loading import load
from tests.conftest import SMALL
from tests.every_command import CALLS
from tests.running import Answer, Microjob

# These look at the files themselves.
UNREAD = {"data check", "data schema", "data path"}
SMALL_FILE = written(load(SMALL), "test", lists_of(load(SMALL)))


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    """The shipped records, as they are read from YAML."""
    return load(shipped_folder())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a test lays a file, whatever lay there before."""
    return tmp_path_factory.mktemp("file") / "catalogue.sqlite"


def opened(place: Path, content: bytes) -> Catalogue | None:
    """What is read out of a new file that holds this."""
    place.unlink(missing_ok=True)
    place.write_bytes(content)
    return catalogue_file.opened(place)


@pytest.mark.parametrize("record", [Platform, PayoutOption, PayoutMethod, Transfer, Source, Claim, Fee, Money])
def test_what_is_decoded_has_its_annotations_at_once(record: type[Struct]) -> None:
    """Texts in their place would be compiled in every call."""
    assert not [name for name, kind in record.__annotations__.items() if isinstance(kind, str)]


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of the calls of one test."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def kept(shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped records, out of a catalogue file."""
    found = opened(tmp_path_factory.mktemp("shipped") / "catalogue.sqlite", written(shipped, "test", lists_of(shipped)))
    assert found is not None
    return found


@pytest.mark.parametrize("name", [name for name in CALLS if CALLS[name] and name not in UNREAD])
def test_every_answer_is_the_same_from_records_and_from_their_file(
    name: str, shipped: Catalogue, kept: Catalogue, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(source: Callable[[], Catalogue], words: tuple[str, ...]) -> Answer:
        monkeypatch.setattr("microjob_cli.storage.opening.open_catalogue", lambda *_, **__: (source(), ()))
        return microjob(*words)

    # One call in words, some as JSON, which holds all that was found. From records each is slow.
    for count, call in enumerate(CALLS[name][:4]):
        words = (*(("-f", "json") if count else ("--lang", "bn")), *name.split(), *call)
        from_records = answered(lambda: shipped, words)
        assert from_records == answered(lambda: kept, words), words
        assert from_records.code in (0, 3), words


def test_every_record_comes_back_as_it_was(shipped: Catalogue, kept: Catalogue) -> None:
    for part in (*(str(layout.part) for layout in ANSWERING), "guides"):
        before, after = getattr(shipped, part), getattr(kept, part)
        assert list(after) == list(before)
        if part != "rates":
            assert dict(after.items()) == dict(before.items())
    assert (kept.version, kept.newest) == (shipped.version, shipped.newest)


def test_names_lead_where_they_led(shipped: Catalogue, kept: Catalogue) -> None:
    for part in ("platforms", "methods", "task_types"):
        assert kept.index(part).names == shipped.index(part).names
    for word in ("picoworkers", "PICO WORKERS", "পিকু ওয়ার্কার", "sproutgigs.com"):
        assert kept.platform(word)[0].id == "sproutgigs"
    for word in ("!", "sproutgig\tsproutgigs", "no such site", "' or 1=1 --"):
        with pytest.raises(NotFound):
            kept.platform(word)


def test_what_finds_words_is_kept(shipped: Catalogue, kept: Catalogue) -> None:
    words, names = spellings_of(shipped.words.values()), known_names_of(shipped)
    assert dict(spellings(kept).exact) == dict(words.exact)
    assert {key: tuple(found) for key, found in known_names(kept).platforms.items()} == names.platforms


def test_people_can_look_at_all_claims(shipped: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(written(shipped, "test", {}))
    database = sqlite3.connect(path)
    (count,) = database.execute("select count(*) from claims").fetchone()
    assert count > 1000
    found = database.execute(
        "select distinct record from claims"
        " where part = 'platforms' and field = 'payouts.bkash.offered' and value = 'yes'"
    )
    assert ("hotovaga",) in found.fetchall()
    database.close()
    assert catalogue_file.opened(path, "test") is not None


def test_the_same_records_make_the_same_file_in_every_process() -> None:
    code = (
        "import pathlib, sys; from hashlib import sha256\n"
        "from microjob_cli.questions.indexes import lists_of\n"
        "from microjob_cli.storage.catalogue_writing import written\n"
        "from microjob_cli.storage.loading import load\n"
        "records = load(pathlib.Path(sys.argv[1]))\n"
        "print(sha256(written(records, 'test', lists_of(records))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(SMALL)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert digests == {f"{sha256(SMALL_FILE).hexdigest()}\n"}


@given(st.data())
def test_any_change_is_noticed(place: Path, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SMALL_FILE) - 1))
    length = data.draw(st.integers(1, 5000))
    piece = SMALL_FILE[start : start + length]
    other = data.draw(st.sampled_from([bytes(len(piece)), piece[::-1], b"", bytes(byte ^ 1 for byte in piece)]))
    changed = SMALL_FILE[:start] + other + SMALL_FILE[start + length :]
    assert changed == SMALL_FILE or opened(place, changed) is None


@given(st.binary(max_size=300))
def test_what_is_no_catalogue_is_not_read(place: Path, content: bytes) -> None:
    assert opened(place, content) is None
    assert opened(place, SMALL_FILE + content) is None or not content


def test_files_of_others_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(SMALL_FILE)
    assert catalogue_file.opened(path, "test") is not None
    assert catalogue_file.opened(path, "other records") is None
    assert catalogue_file.opened(tmp_path / "none") is None
    assert catalogue_file.opened(tmp_path) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_nobody_waits_for_a_pipe_in_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert catalogue_file.opened(tmp_path / "pipe") is None


def test_a_file_of_another_version_of_the_program_is_not_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_file, "FORMAT", "microjob 9.9.9, catalogue 1")
    assert opened(place, SMALL_FILE) is None


def test_many_threads_may_ask_at_once(place: Path, shipped: Catalogue) -> None:
    found = opened(place, written(shipped, "test", lists_of(shipped)))
    assert found is not None

    def wrong(_: int) -> list[str]:
        known = shipped.platforms.items()
        return [key for key, one in known if found.platforms[key] != one or found.platform(key)[0].id != key]

    with ThreadPoolExecutor(4) as threads:  # what a thread raises is raised here
        assert [*threads.map(wrong, range(4))] == [[]] * 4


def test_a_damaged_cache_costs_only_time(on_small: Microjob, kept_in: Path) -> None:
    sound, advised = on_small("show", "examplegigs", "-f", "json"), on_small("recommend", "-f", "json")
    (cache,) = kept_in.iterdir()
    whole = cache.read_bytes()
    other, gap = whole.replace(b'"active"', b'"aktive"'), whole[:4096] + bytes(4096) + whole[8192:]
    for damaged in (other, gap, whole[:-20], b""):
        assert damaged != whole
        cache.write_bytes(damaged)
        assert on_small("recommend", "-f", "json") == advised
        assert on_small("show", "examplegigs", "-f", "json") == sound
        assert catalogue_file.opened(cache) is not None


@pytest.mark.usefixtures("kept_in")
def test_a_changed_record_is_noticed(microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "data")
    monkeypatch.setattr("microjob_cli.storage.opening.shipped_folder", lambda: folder)
    assert microjob("show", "examplegigs", "-f", "json").items[0]["name"] == "ExampleGigs"
    record = folder / "platforms" / "examplegigs.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("ExampleGigs", "OtherGigs"), encoding="utf-8")
    assert microjob("show", "examplegigs", "-f", "json").items[0]["name"] == "OtherGigs"
    assert load(folder).platforms["examplegigs"].name == "OtherGigs"


@pytest.mark.parametrize("hindrance", ["a file for a folder", "a folder in its place", "a pipe in its place"])
def test_where_nothing_can_be_kept_the_records_are_read(hindrance: str, on_small: Microjob, kept_in: Path) -> None:
    sound = on_small("show", "examplegigs")
    (cache,) = kept_in.iterdir()
    cache.unlink()
    if hindrance == "a file for a folder":
        cache.parent.rmdir()
        cache.parent.write_text("no folder")
    elif hindrance == "a folder in its place":
        (cache / "something").mkdir(parents=True)
    elif hasattr(os, "mkfifo"):
        os.mkfifo(cache)
    assert on_small("show", "examplegigs") == sound
    assert sound.code == 0
    assert on_small("show", "examplegigs") == sound


def test_a_file_that_may_only_be_read_answers(
    on_small: Microjob, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = on_small("show", "examplegigs")
    (cache,) = kept_in.iterdir()
    cache.chmod(0o400)
    kept_in.chmod(0o500)
    monkeypatch.setattr("microjob_cli.storage.loading.load", None)  # not asked
    try:
        assert on_small("show", "examplegigs") == sound
    finally:
        kept_in.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="nobody can do that there while the file is open")
@pytest.mark.parametrize("new", [None, b"", SMALL_FILE[:-20]])
def test_nobody_is_disturbed_when_the_file_goes_while_it_is_read(new: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    found = opened(path, SMALL_FILE)
    assert found is not None
    if new is None:
        path.unlink()
    else:
        write_whole(path, new)
    assert found.platforms["examplegigs"].name == "ExampleGigs"
    assert dict(found.platforms) == dict(load(SMALL).platforms)


@pytest.mark.parametrize("name", ["50% off?immutable=0", "a#b", "এক টাকা", "a&mode=memory"])
def test_it_is_found_whatever_its_folder_is_called(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    assert opened(tmp_path / name / "catalogue.sqlite", SMALL_FILE) is not None


def test_an_sqlite_that_cannot_hand_out_what_it_made_is_done_without(
    on_small: Microjob, kept_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = on_small("show", "examplegigs")
    (cache,) = kept_in.iterdir()
    cache.unlink()
    monkeypatch.setattr("microjob_cli.storage.catalogue_writing.SUPPORTED", False)
    assert on_small("show", "examplegigs") == sound
    assert list(kept_in.iterdir()) == []


def test_the_code_that_made_the_file_is_looked_at() -> None:
    for part in opening._CODE:
        assert list((Path(opening.__file__).parent.parent / part).glob("*.py"))
