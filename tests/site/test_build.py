"""`microjob site build` writes the same bytes from the same records, and never in the place of something else."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.i18n import Language
from microjob_cli.render.progress import counted
from microjob_cli.site.build import files_of
from microjob_cli.site.site_build import MARK
from tests.making import settings_for
from tests.render import hostile
from tests.running import Microjob, Overlay, Screen
from tests.site.reading import Read


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_same_records_make_the_same_bytes(on_small: Microjob, tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert on_small("site", "build", str(tmp_path / name / "pages"), "--zip").code == 0
    one, other = tmp_path / "one", tmp_path / "other"
    assert contents(one) == contents(other)
    with zipfile.ZipFile(one / "pages.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            f"pages/{name}": content for name, content in contents(one / "pages").items()
        }


def test_an_older_site_is_replaced_as_a_whole(on_small: Microjob, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    assert on_small("site", "build", str(folder)).code == 0
    before = contents(folder)
    (folder / "bn" / "left-over.html").write_text("old")
    assert on_small("site", "build", str(folder)).code == 0
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_where_a_new_site_cannot_be_put_the_old_one_stays(
    on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    assert on_small("site", "build", str(folder)).code == 0
    before, moved = contents(folder), Path.replace

    def failing(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError("no room")
        return moved(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    answer = on_small("site", "build", str(folder), "-f", "json")
    assert (answer.code, answer.json["error"]["code"]) == (1, "cannot-write")
    monkeypatch.undo()
    assert contents(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_what_is_no_site_of_ours_is_left_alone(on_small: Microjob, tmp_path: Path) -> None:
    other, file, empty = tmp_path / "photos", tmp_path / "letter", tmp_path / "empty"
    other.mkdir()
    (other / "index.html").write_text("hers")
    file.write_text("hers")
    empty.mkdir()
    for path in (other, file):
        answer = on_small("site", "build", str(path), "-f", "json")
        assert (answer.code, answer.json["error"]["code"]) == (1, "not-a-site")
    assert (other / "index.html").read_text() == file.read_text() == "hers"
    assert on_small("site", "build", str(empty)).code == 0
    assert (empty / MARK).is_file()


def test_the_answer_tells_how_much_was_written(on_small: Microjob, tmp_path: Path) -> None:
    (item,) = on_small("site", "build", str(tmp_path / "pages"), "-f", "json").items
    held = contents(tmp_path / "pages")
    assert item["pages"] == sum(name.endswith(".html") for name in held)
    assert item["files"] == len(held) - 1  # the mark is no part of the site
    assert item["bytes"] == sum(len(content) for name, content in held.items() if name != MARK)


def test_progress_is_shown_on_a_terminal_alone(
    on_small: Microjob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert on_small("site", "build", str(tmp_path / "piped")).err == ""
    terminal = Screen()
    monkeypatch.setattr("sys.stderr", terminal)
    with counted(2, shown=True, language=Language()) as tick:
        tick("bn/index.html")
    assert "1/2" in terminal.getvalue()


def test_readers_are_told_whom_to_write_to(small: Catalogue) -> None:
    def footer(contact: str = "") -> str:
        html = files_of(settings_for(small), lambda _: None, contact=contact)["en/index.html"].decode()
        return html.partition("<footer>")[2]

    assert "whoever gave you this page" in footer()
    assert "records@site.example" in footer("records@site.example")
    assert '<a href="https://pages.example"' in footer("https://pages.example")
    assert "<a" not in footer("javascript:alert(1)")


def test_on_the_web_there_is_a_map_and_a_feed(on_small: Microjob, tmp_path: Path) -> None:
    base = "https://pages.example/jobs"
    assert on_small("site", "build", str(tmp_path / "pages"), "--base-url", f"{base}/").code == 0
    held = contents(tmp_path / "pages")
    places = [one.text for one in ElementTree.fromstring(held["sitemap.xml"]).iter() if one.tag.endswith("loc")]
    assert places == sorted(f"{base}/{name}" for name in held if name.endswith(".html"))
    for code in ("bn", "en"):
        feed = ElementTree.fromstring(held[f"{code}/feed.xml"])
        days = [one.text for one in feed.iter() if one.tag.endswith("updated")][1:]
        assert days and days == sorted(days, key=str, reverse=True)
        links = [one.attrib["href"] for one in feed.iter() if one.tag.endswith("link")]
        assert {link.removeprefix(f"{base}/") for link in links} <= set(held)


def test_an_address_that_is_none_is_refused(on_small: Microjob, tmp_path: Path) -> None:
    answer = on_small("site", "build", str(tmp_path / "pages"), "--base-url", "javascript:alert(1)", "-f", "json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "bad-base-url")


@pytest.fixture
def trap(on_small: Microjob, overlay: Overlay, tmp_path: Path) -> dict[str, bytes]:
    """The site with a record whose every text tries to do harm."""
    attack = {
        "platforms/attack.yaml": """\
id: attack
name: "</script><script>alert(1)</script>\\" onmouseover=\\"alert(2)' </title>"
website: "javascript:alert(3)"
aliases: {bn: ["]]></script>"]}
status:
  - {value: active, source: trap-page, as_of: 2026-11, confidence: low}
payouts:
  - method: bkash
    offered:
      - {value: yes, source: trap-page, as_of: 2026-11, confidence: low}
"""
    }
    folder = tmp_path / "pages"
    answer = on_small("site", "build", str(folder), "--data", str(overlay({**hostile.FILES, **attack})),
        "--base-url", "https://pages.example")  # fmt: skip
    assert answer.code == 0, answer.err
    return contents(folder)


def test_hostile_text_of_records_stays_text(trap: dict[str, bytes]) -> None:
    told = 0
    for name, content in trap.items():
        if not name.endswith(".html"):
            continue
        html = content.decode()
        page = Read(html)
        assert not hostile.RAW.search(html.replace("\n", "")), name
        assert all("src" in one for one in page.all("script")), name
        assert not [key for one in page.elements for key in one.attributes if key.startswith("on")], name
        assert not [link for link in page.links if link.startswith("javascript:")], name
        assert not page.all("b"), name
        told += "alert(1)" in page.text
    assert told >= 4  # its page and a list, in both languages


def test_hostile_text_stays_text_in_the_feed(trap: dict[str, bytes]) -> None:
    for code in ("bn", "en"):
        feed = ElementTree.fromstring(trap[f"{code}/feed.xml"])
        assert not [one for one in feed.iter() if one.tag.endswith("script")]
        assert any("alert(1)" in (one.text or "") for one in feed.iter() if one.tag.endswith("title"))
        assert not hostile.RAW.search(trap[f"{code}/feed.xml"].decode().replace("\n", ""))


def test_hostile_text_ends_no_script(trap: dict[str, bytes]) -> None:
    scripts = [content for name, content in trap.items() if name.endswith(".js")]
    assert scripts
    assert not [one for one in scripts if b"</script" in one.lower() or b"<!--" in one]
