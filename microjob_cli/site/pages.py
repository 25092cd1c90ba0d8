"""Every page in one language, in the order of the navigation: what the commands answer, whole, as a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from microjob_cli.programs.calling import called
from microjob_cli.render.document import Document, Heading, text_of
from microjob_cli.render.page_documents import about, danger_signs, index, sheet
from microjob_cli.render.page_wording import for_page, page_title
from microjob_cli.render.pages import document_of, formatter_of_page
from microjob_cli.settings import Settings
from microjob_cli.site import tools_pages
from microjob_cli.site.page import Page

# What the index is about: the first question of somebody with a phone.
_FIRST = {"payout": "bkash", "device": "mobile"}


def pages_of(settings: Settings) -> Iterator[Page]:
    """All pages in the language of the settings."""
    page = formatter_of_page(settings)

    def answered(command: str, **given: Any) -> Document:
        return document_of(called(command, given, settings), settings)

    def listed(name: str, document: Document) -> Page:
        return Page(name, page_title(name, page), document)

    yield listed(
        "index",
        for_page(index(called("recommend", _FIRST, settings), called("payouts", {"all": True}, settings), page), page),
    )
    yield from tools_pages.pages(settings)
    yield listed("danger", danger_signs(page))
    yield listed("sites", answered("recommend", all=True))
    yield listed("methods", answered("payouts", all=True))
    yield listed("tasks", answered("tasks", all=True))
    yield listed("topics", answered("learn"))
    yield listed("sheet", sheet(page))
    yield listed("about", about(page))
    catalogue = settings.catalogue
    for key, site in catalogue.platforms.items():
        yield _page(f"site/{key}", page.site(site), answered("show", name=key, full=True))
    for key in catalogue.methods:
        yield _page(f"pay/{key}", page.method(key), answered("payouts", method=key, all=True))
    for key in called("learn", {}, settings).items:
        yield _page(f"learn/{key}", page.topic(key), answered("learn", name=key))
    for key in catalogue.task_types:
        yield _page(f"task/{key}", page.task(key), answered("tasks", task=key, all=True))


def _page(name: str, title: str, document: Document) -> Page:
    """A page whose title is that of its document, where that has one."""
    match document:
        case (Heading(told, 1), *rest):
            return Page(name, text_of(told), tuple(rest))
    return Page(name, title, document)
