"""Every page opens without a complaint, axe finds nothing, nothing scrolls sideways on the narrowest phones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.site.browser.chromium import Opened

WIDTHS = (320, 360)
FOLDERS = ("", "site", "pay", "learn", "task")
# Without fetching style sheets again, which a page from a disk may not.
ASKED = {"preload": False, "resultTypes": ["violations"]}
# So many pages of a folder are looked at in dark too: colours are those of one sheet.
DARK = 3


def faults(page: Any) -> list[str]:
    """What keeps a page from people with a disability."""
    found = pytest.importorskip("axe_playwright_python.sync_playwright").Axe().run(page, options=ASKED)
    return [f"{page.url}: {one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]]


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder or "top")
def test_every_page_opens_is_accessible_and_fits_a_phone(
    opened: Opened, site: Path, language: str, folder: str
) -> None:
    paths = sorted(str(path.relative_to(site)) for path in (site / language / folder).glob("*.html"))
    assert paths
    wrong: list[str] = []
    for number, path in enumerate(paths):
        page = opened.open(path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 640})
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append(f"{path} scrolls sideways at {width}")
        wrong += faults(page)
        if number < DARK:
            page.emulate_media(color_scheme="dark")
            wrong += faults(page)
            page.emulate_media(color_scheme="light")
    assert wrong == []
    assert opened.complaints == []


def test_the_page_before_the_languages_leads_on(opened: Opened) -> None:
    page = opened.open("index.html")
    page.wait_for_url("**/bn/index.html")
    page.get_by_role("link", name="English").click()
    assert page.url.endswith("en/index.html")
    assert opened.complaints == []


@pytest.mark.parametrize("tool", ["finder", "calculator", "checker"])
def test_without_scripts_a_page_says_so_and_leads_to_lists(browser: Any, site: Path, tool: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/bn/{tool}.html")
    assert not page.locator("form").is_visible()
    page.locator("noscript a").first.click()
    assert page.locator("main table, main li").count()
    context.close()
