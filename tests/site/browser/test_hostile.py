"""Hostile text in records stays text where scripts show it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from microjob_cli.catalog.catalogue import Catalogue
from tests.making import option, site
from tests.site.browser.chromium import Opened
from tests.site.building import build, with_sites

HOSTILE = "</script><img src=x onerror=alert(1)>"


def test_names_of_sites_stay_text(browser: Any, small: Catalogue, tmp_path: Path) -> None:
    told = site("hostile", name=HOSTILE, website="javascript:alert(1)", payouts=(option("bkash", "50 BDT"),))
    folder = tmp_path / "site"
    build(folder, with_sites(small, {**small.platforms, "hostile": told}))
    context = browser.new_context()
    opened = Opened(context.new_page(), folder.as_uri())
    opened.page.on("dialog", lambda dialog: opened.complaints.append(dialog.message))
    page = opened.open("en/finder.html#payout=bkash")
    assert HOSTILE in page.inner_text("#answer")
    page = opened.open("en/calculator.html#start=hostile&to=bkash")
    page.fill("#amount", "500 tk")
    assert HOSTILE in page.inner_text("#answer")
    assert page.locator("main img").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    assert opened.complaints == []
    context.close()
