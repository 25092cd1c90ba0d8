"""Every page in one language: what the commands answer, whole, and the few that no command answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from microjob_cli.programs.calling import called
from microjob_cli.render import pages as own
from microjob_cli.render.document import Document, Heading, Kind, Target, Where, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.pages import document_of, for_page, formatter_of_page, page_title, usual_wallet
from microjob_cli.settings import Settings

# The folder of the pages of each kind.
_FOLDERS = {Kind.SITE: "site", Kind.METHOD: "pay", Kind.GUIDE: "learn", Kind.TASK: "task"}


class Page(Struct, frozen=True):
    """A page in one language. `name` is its path below the folder of the language, without the ending.

    A page with a template of its own gets its `context` too. `scripts` are names of files in the folder of assets.
    """

    name: str
    title: str
    document: Document = ()
    template: str = "page.html"
    context: Mapping[str, Any] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()


def seen_from(name: str, known: Collection[str], page: Formatter) -> Where:
    """Where spans on a page lead: to those of the `known` pages in the same language, else to the sources."""
    up = "../" * name.count("/")

    def where(target: Target) -> str | None:
        if target.kind is not Kind.PAGE and target.kind not in _FOLDERS:
            return page.outside(target)
        to = target.key if target.kind is Kind.PAGE else f"{_FOLDERS[target.kind]}/{target.key}"
        return f"{up}{to}.html" if to in known else None

    return where


def pages_of(settings: Settings) -> Iterator[Page]:
    """All pages in the language of the settings that are read as they are."""
    page = formatter_of_page(settings)
    yield from (_page(name, page_title(name, page), document, page) for name, document in _listed(settings, page))
    yield Page("sheet", page.say("Signs of a fraud"), for_page(own.sheet(page), page))
    yield from _of_records(settings, page)


def _listed(settings: Settings, page: Formatter) -> Iterator[tuple[str, Document]]:
    """The pages to which every page leads."""
    methods = called("payouts", {"all": True}, settings)
    first = {"payout": usual_wallet(page), "device": "mobile"}  # what somebody with a phone asks
    yield "index", for_page(own.index(called("recommend", first, settings), methods, page), page)
    yield "danger", for_page(own.danger_signs(page), page)
    yield "sites", _answered("recommend", settings, all=True)
    yield "methods", document_of(methods, settings)
    yield "tasks", _answered("tasks", settings, all=True)
    yield "topics", own.topics(called("learn", {}, settings).items, page)
    yield "about", own.about(page)


def _of_records(settings: Settings, page: Formatter) -> Iterator[Page]:
    """A page for each site, payout method, topic and kind of work."""
    catalogue = settings.catalogue
    for key, site in catalogue.platforms.items():
        yield _page(f"site/{key}", page.site(site), _answered("show", settings, name=key, full=True), page)
    for key in catalogue.methods:
        title = page.say("Which sites pay by {method}?", method=page.method(key))
        yield _page(f"pay/{key}", title, _answered("payouts", settings, method=key, all=True), page)
    for key in called("learn", {}, settings).items:
        yield _page(f"learn/{key}", page.topic(key), _answered("learn", settings, name=key), page)
    for key in catalogue.task_types:
        yield _page(f"task/{key}", page.task(key), _answered("tasks", settings, task=key, all=True), page)


def _answered(command: str, settings: Settings, **given: Any) -> Document:
    return document_of(called(command, given, settings), settings)


def _page(name: str, title: str, document: Document, page: Formatter) -> Page:
    """A page with its sources; its title is that of its document, where that has one."""
    match document:
        case (Heading(told, 1), *rest):
            title, document = text_of(told), tuple(rest)
    return Page(name, title, (*document, *own.sources(document, page)))
