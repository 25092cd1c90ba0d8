"""The snapshot answers as the records do, and a file that is not what was written is noticed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from microjob_cli.domain.catalogue import Catalogue
from microjob_cli.domain.errors import NotFound, RecordsGarbled
from microjob_cli.domain.turning import outlines_from
from microjob_cli.store import snapshot
from microjob_cli.store.folders import ANSWERING, SNAPSHOT
from microjob_cli.store.loading import load
from tests.conftest import SMALL
from tests.every_command import CALLS
from tests.running import Answer, Microjob

# These look at the files themselves.
UNREAD = {"data check", "data schema", "data new", "data path"}
FORMATS = ("table", "json", "jsonl", "csv", "markdown")


@pytest.fixture(scope="module")
def kept(shipped: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The snapshot of the shipped records."""
    return written(shipped, tmp_path_factory.mktemp("kept") / SNAPSHOT)


def written(catalogue: Catalogue, path: Path, key: str = "test") -> Path:
    path.write_bytes(snapshot.written(catalogue, key))
    return path


@pytest.mark.parametrize("name", [name for name in CALLS if name not in UNREAD])
def test_every_answer_is_the_same_from_records_and_from_their_snapshot(
    name: str, shipped: Catalogue, kept: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answered(source: Callable[[], Catalogue | None], words: tuple[str, ...]) -> Answer:
        monkeypatch.setattr("microjob_cli.store.opening.open_catalogue", lambda *_, **__: (source(), ()))
        return microjob(*words)

    for count, call in enumerate(CALLS[name]):
        for shape in FORMATS if count == 0 else FORMATS[:2]:
            words = ("-f", shape, "--lang", "bn" if count % 2 else "en", *name.split(), *call)
            from_records = answered(lambda: shipped, words)
            assert from_records == answered(lambda: snapshot.opened(kept), words), words
            assert from_records.code in (0, 3), words


def test_every_record_comes_back_as_it_was(shipped: Catalogue, kept: Path) -> None:
    found = snapshot.opened(kept)
    assert found is not None
    for part in (*(str(layout.part) for layout in ANSWERING), "guides"):
        before, after = getattr(shipped, part), getattr(found, part)
        assert list(after) == list(before)
        if part != "rates":
            assert dict(after.items()) == dict(before.items())
            assert [type(getattr(one, "id", "")) for one in after.values()] == [
                type(getattr(one, "id", "")) for one in before.values()
            ]
    assert (found.version, found.newest) == (shipped.version, shipped.newest)


def test_names_lead_where_they_led(shipped: Catalogue, kept: Path) -> None:
    found = snapshot.opened(kept)
    assert found is not None
    assert found.platform_index.names == shipped.platform_index.names
    assert found.method_index.names == shipped.method_index.names
    assert found.task_index.names == shipped.task_index.names
    for word in ("picoworkers", "PICO WORKERS", "পিকু ওয়ার্কার", "sproutgigs.com"):
        assert found.platform(word)[0].id == "sproutgigs"
    for word in ("", "!", "sproutgig\tsproutgigs", "no such site"):
        with pytest.raises(NotFound):
            found.platform(word)


def test_outlines_come_back_and_hold_from_the_newest_date_on(shipped: Catalogue, kept: Path) -> None:
    found = snapshot.opened(kept)
    assert found is not None
    assert shipped.newest is not None
    start = shipped.newest.last
    assert list(found.outlines) == list(shipped.platforms)
    for key, platform in shipped.platforms.items():
        assert list(found.outlines[key]) == list(outlines_from(start, platform, shipped.sources))
        assert found.outlines[key][0].since == start.isoformat()


READ: dict[str, tuple[tuple[str, ...], int]] = {
    "a site": (("show", "picoworkers"), 1),
    "a question about a site": (("ask", "is SproutGigs real"), 1),
    "the best sites": (("recommend", "--limit", "3"), 3),
    "the best sites that pay by bKash": (("recommend", "--payout", "bkash", "--limit", "3"), 3),
    "a route": (("route", "payoneer", "--to", "bkash"), 0),
}


@pytest.mark.parametrize(("words", "most"), READ.values(), ids=READ)
def test_an_answer_reads_the_records_of_the_sites_it_speaks_of(
    words: tuple[str, ...], most: int, kept: Path, microjob: Microjob, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(self: snapshot.Snapshot, name: str, at: int, length: int, piece: Any = snapshot.Snapshot.piece) -> bytes:
        if name == "platforms":
            read.append(name)
        found: bytes = piece(self, name, at, length)
        return found

    monkeypatch.setattr(snapshot.Snapshot, "piece", noted)
    monkeypatch.setattr("microjob_cli.store.opening.open_catalogue", lambda *_, **__: (snapshot.opened(kept), ()))
    assert microjob(*words).code == 0
    assert len(read) <= most


def head_and_rest(path: Path) -> tuple[dict[str, object], bytes]:
    head, _, rest = path.read_bytes().partition(b"\n")
    found = json.loads(head)
    assert isinstance(found, dict)
    return found, rest


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"{}\n",
        b"[" * 100_000,
        b"cos\nsystem\n(S'echo hostile'\ntR.",
        b'{"format":"microjob 0.0.0, snapshot 1","key":"test","size":0,"blocks":{},"version":"x","newest":null}\n',
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_snapshot_of_ours_is_not_read(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / SNAPSHOT
    path.write_bytes(content)
    assert snapshot.opened(path) is None


def test_a_missing_a_cut_and_another_one_are_noticed(small: Catalogue, tmp_path: Path) -> None:
    path = written(small, tmp_path / SNAPSHOT)
    assert snapshot.opened(tmp_path / "none") is None
    assert snapshot.opened(path, "other records") is None
    assert snapshot.opened(path, "test") is not None
    whole = path.read_bytes()
    for length in (len(whole) - 1, len(whole) // 2, 100):
        path.write_bytes(whole[:length])
        assert snapshot.opened(path) is None
    path.write_bytes(whole + b"x")
    assert snapshot.opened(path) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"active"', b'"aktive"'),
        (b'["active",', b'[{"a":1},'[:10]),
        (b'"2026-03-01"', b'"2026-13-01"'),
        (b'"ExampleGigs"', b'["xampleGigs"'),
    ],
)
def test_what_is_garbled_inside_is_noticed_when_it_is_read(
    before: bytes, after: bytes, small: Catalogue, tmp_path: Path
) -> None:
    path = written(small, tmp_path / SNAPSHOT)
    content = path.read_bytes()
    assert before in content
    padded = after.ljust(len(before))[: len(before)]
    path.write_bytes(content.replace(before, padded))
    found = snapshot.opened(path)
    assert found is not None
    with pytest.raises(RecordsGarbled):
        for platform in found.platforms.values():
            repr(platform)


def test_places_outside_of_the_file_are_noticed(small: Catalogue, tmp_path: Path) -> None:
    path = written(small, tmp_path / SNAPSHOT)
    head, rest = head_and_rest(path)
    head["blocks"] = {**head["blocks"], "platforms": [10, 5]}  # type: ignore[dict-item]
    path.write_bytes(json.dumps(head).encode() + b"\n" + rest)
    found = snapshot.opened(path)
    assert found is not None
    with pytest.raises(RecordsGarbled):
        repr(list(found.platforms.values()))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'["bkash",', b'["bkash";'),
        (b'["bkash",', b"[[[[[[[[,"),
        (b'["bkash",', b'["bkas\xff",'),
        (b'"300 BDT"', b'"300 BTD"'),
        (b'[["2026-', b'[[2026-"'),
    ],
)
def test_garbled_outlines_are_noticed(before: bytes, after: bytes, small: Catalogue, tmp_path: Path) -> None:
    path = written(small, tmp_path / SNAPSHOT)
    head, rest = head_and_rest(path)
    place, length = head["blocks"]["outlines"]  # type: ignore[index]
    block = rest[place : place + length]
    assert before in block
    garbled = rest[:place] + block.replace(before, after) + rest[place + length :]
    path.write_bytes(json.dumps(head).encode() + b"\n" + garbled)
    found = snapshot.opened(path)
    assert found is not None
    with pytest.raises(RecordsGarbled):
        for outlines in found.outlines.values():
            for offer in outlines[-1].offers:
                repr(offer.option)


def test_a_garbled_cache_costs_only_time(on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path)
    sound, advised = on_small("show", "examplegigs", "-f", "json"), on_small("recommend", "-f", "json")
    (cache,) = tmp_path.iterdir()
    whole = cache.read_bytes()
    for garbled in (
        whole.replace(b'"active"', b'"aktive"'),
        b'[["bkasj"'.join(whole.rsplit(b'[["bkash"', 1)),  # in an outline
        whole.replace(b'"examplegigs-terms"', b'"examplegigs-tremS"', 1),  # in the index of sources
        whole.replace(b'"outlines":', b'"outljnes":'),
        whole[:-20],
        b"",
        whole.replace(b'["', b"[["),
    ):
        assert garbled != whole
        cache.write_bytes(garbled)
        assert on_small("recommend", "-f", "json") == advised
        assert on_small("show", "examplegigs", "-f", "json") == sound
        assert cache.read_bytes() == whole


def test_a_changed_record_is_noticed(microjob: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "data"
    for path in SMALL.rglob("*.yaml"):
        target = folder / path.relative_to(SMALL)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    monkeypatch.setattr("microjob_cli.store.opening.shipped_folder", lambda: folder)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    assert microjob("show", "examplegigs", "-f", "json").items[0]["name"] == "ExampleGigs"
    record = folder / "platforms" / "examplegigs.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("ExampleGigs", "OtherGigs"), encoding="utf-8")
    assert microjob("show", "examplegigs", "-f", "json").items[0]["name"] == "OtherGigs"
    assert load(folder).platforms["examplegigs"].name == "OtherGigs"


def test_where_nothing_can_be_kept_the_records_are_read(
    on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "file" / "cache")
    assert on_small("show", "examplegigs").code == 0
