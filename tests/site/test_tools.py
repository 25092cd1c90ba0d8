"""The files of the tools: hostile text ends no script, links lead to pages, loads are small, the worker knows all."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.i18n.choosing import language_of
from microjob_cli.site.build import service_worker
from microjob_cli.site.scripts import script
from microjob_cli.site.tools_pages import data_files
from tests import making
from tests.making import settings_for
from tests.site.building import with_sites

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028\u2029 & \"'`]]>"
FIRST_LOAD = 100_000


def test_hostile_text_ends_no_script_and_comes_back_whole() -> None:
    written = script("x", {"text": HOSTILE, HOSTILE: [HOSTILE]}).decode()
    assert not set("<>&\u2028\u2029") & set(written)
    assert written.count("\n") == 1
    assert json.loads(written.removeprefix("window.microjob.data.x=").rstrip(";\n"))[HOSTILE] == [HOSTILE]


def test_hostile_records_stay_text_in_all_data(shipped: Catalogue) -> None:
    told = making.site("hostile", name=HOSTILE, website="javascript:alert(1)")
    catalogue = with_sites(shipped, {"hostile": told})
    both = [settings_for(catalogue, language=language_of(code)) for code in ("bn", "en")]
    files = dict(data_files(both, ()))
    assert any(b"onerror" in content for content in files.values())
    for content in files.values():
        text = content.decode()
        assert not set("<>&\u2028\u2029") & set(text)
        value = json.loads(text.partition("=")[2].rstrip(";\n"))
        avoided = [one["avoid"] for one in value.get("sites", {}).values()]
        shown = json.dumps([value.get("rows"), value.get("hosts"), avoided])
        assert re.findall(r"<img|<script|href=.{1,3}javascript:", shown) == []


@pytest.mark.parametrize("language", ["bn", "en"])
def test_links_in_data_lead_to_pages(site: Path, language: str) -> None:
    links: set[str] = set()
    for path in (site / "assets").glob(f"*-{language}.js"):
        found = re.findall(r'href=\\"([^"\\]+)\\"', path.read_text())
        links.update(link for link in found if "://" not in link)
    assert len(links) > 40
    assert [link for link in links if not (site / language / link).is_file()] == []


@pytest.mark.parametrize("tool", ["finder", "calculator", "checker"])
def test_the_first_load_is_small(site: Path, tool: str) -> None:
    page = site / "bn" / f"{tool}.html"
    needed = re.findall(r'(?:src|href)="(\.\./assets/[^"]+)"', page.read_text())
    size = sum(len(gzip.compress(path.read_bytes())) for path in (page, *(page.parent / one for one in needed)))
    assert size < FIRST_LOAD
    assert ("finder" in " ".join(needed)) == (tool == "finder")


def test_the_worker_knows_every_file_and_is_named_by_all(site: Path) -> None:
    told = (site / "service_worker.js").read_text()
    known = json.loads(told[told.index("{") : told.index("}") + 1])
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert set(known) == {path for path in files if not path.startswith(".")} - {"service_worker.js"}
    names = {service_worker(files, "").split(b"\n")[0] for files in ({"a": b"1"}, {"a": b"2"}, {"b": b"1"})}
    assert len(names) == 3
    assert service_worker({"a": b"1", "b": b"2"}, "") == service_worker({"b": b"2", "a": b"1"}, "")
