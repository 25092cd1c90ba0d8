"""After one visit the site works without a network, and takes a new build when there is one again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from microjob_cli.site.build import service_worker
from tests.site.browser.chromium import Opened, Server

TAKEN_OVER = """async before => {
    const [{ active }, names] = await Promise.all([navigator.serviceWorker.ready, caches.keys()]);
    return active.state === "activated" && names.length === 1 && names[0] !== before[0];
}"""
# Tenths of a second.
PATIENCE = 600
# So many pages are opened too.
OPENED = 40
KEPT = "() => caches.keys().then(names => names.filter(name => name.startsWith('microjob ')))"


@pytest.fixture
def visiting(browser: Any) -> Iterator[Any]:
    """A fresh visitor of pages that are served."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield context
    context.close()


def visit(context: Any, server: Server) -> Opened:
    """The first visit, until the site is kept."""
    opened = Opened(context.new_page(), server.address)
    opened.open("bn/index.html")
    wait_until(opened.page, "() => navigator.serviceWorker.controller !== null")
    return opened


def wait_until(page: Any, holds: str, given: Any = None) -> None:
    """Asks again and again: Playwright's own waiting takes a promise for a yes."""
    for _ in range(PATIENCE):
        if page.evaluate(holds, given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {holds}")


def test_every_page_opens_without_a_network_after_one_visit(visiting: Any, server: Server, site: Path) -> None:
    opened = visit(visiting, server)
    server.stop()
    visiting.set_offline(True)
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    read = "paths => Promise.all(paths.map(path => fetch(`../${path}`).then(it => it.text())))"
    for path, text in zip(paths, opened.page.evaluate(read, paths), strict=True):
        assert text == (site / path).read_text(), path
    for path in paths[:: len(paths) // OPENED]:
        opened.page.goto(f"{server.address}/{path}")
        assert opened.page.locator("h1").count() == 1, path
    assert opened.complaints == []


def test_its_tools_answer_without_a_network(visiting: Any, server: Server) -> None:
    opened = visit(visiting, server)
    server.stop()
    visiting.set_offline(True)
    page = opened.open("en/finder.html")
    assert "pay bKash" in page.inner_text("#answer")
    page = opened.open("en/calculator.html")
    page.fill("#amount", "৫০")
    assert "You get" in page.inner_text("#answer")
    page = opened.open("en/checker.html")
    page.fill("#text", "sproutgigs.com")
    assert "recorded address" in page.inner_text("#answer")
    page.goto(f"{server.address}/")
    page.wait_for_url("**/bn/index.html")
    assert opened.complaints == []


def test_it_can_be_installed(visiting: Any, server: Server) -> None:
    opened = visit(visiting, server)
    told = opened.page.evaluate("() => fetch(document.querySelector('link[rel=manifest]').href).then(it => it.json())")
    assert told["display"] == "standalone"
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in told["icons"]}
    for icon in told["icons"]:
        assert opened.page.evaluate("path => fetch(path).then(it => it.ok)", f"{server.address}/{icon['src']}")


def test_a_new_build_takes_over_and_takes_what_has_not_changed_from_the_one_before(
    visiting: Any, site: Path, tmp_path: Path
) -> None:
    folder = shutil.copytree(site, tmp_path / "site")
    with Server(folder) as server:
        opened = visit(visiting, server)
        before = opened.page.evaluate(KEPT)
        rebuild(folder, "bn/about.html", "</h1>", " নতুন</h1>")
        server.asked.clear()
        opened.open("bn/danger.html")
        wait_until(opened.page, TAKEN_OVER, before)
        assert opened.open("bn/about.html").inner_text("h1").endswith("নতুন")
        fetched = {path for path in server.asked if path.endswith(".html")}
        assert fetched == {"/bn/about.html"}
        server.stop()
        visiting.set_offline(True)
        assert opened.open("bn/about.html").inner_text("h1").endswith("নতুন")
        assert opened.open("en/about.html").inner_text("h1")
    assert opened.complaints == []


def rebuild(folder: Path, path: str, old: str, new: str) -> None:
    """The site as a build would write it if this page had changed."""
    page = folder / path
    page.write_text(page.read_text().replace(old, new))
    worker = folder / "service_worker.js"
    body = worker.read_text().split("};\n", 1)[1]
    kept = (one for one in folder.rglob("*") if one.is_file() and one != worker and not one.name.startswith("."))
    files = {one.relative_to(folder).as_posix(): one.read_bytes() for one in kept}
    worker.write_bytes(service_worker(files, body))


def test_from_a_disk_nothing_is_kept_and_nothing_complains(opened: Opened) -> None:
    page = opened.open("bn/index.html")
    assert page.locator("link[rel=manifest]").count() == 0
    assert opened.complaints == []
