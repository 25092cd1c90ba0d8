"""Every file of the site, from the same records always the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.i18n.choosing import KNOWN, language_of
from microjob_cli.options import Format
from microjob_cli.render import html_writer
from microjob_cli.render.clean import clean
from microjob_cli.render.document import paragraph
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_documents import around, navigation, objection
from microjob_cli.render.pages import formatter_of_page
from microjob_cli.settings import Settings
from microjob_cli.site import tools_pages
from microjob_cli.site.feeds import FEED, feed, sitemap
from microjob_cli.site.page import Page, root_of, seen_from
from microjob_cli.site.pages import pages_of

ASSETS = "assets"
# The first is what a visitor is led to.
LANGUAGES = tuple(sorted(KNOWN))
_NAMES = {"bn": "বাংলা", "en": "English"}

Files = Iterator[tuple[str, bytes]]


class Address(Struct, frozen=True):
    """Where the site will be, if that is known, and whom its readers may write to."""

    base: str = ""
    contact: str = ""


def files_of(settings: Settings, address: Address, progress: Callable[[str], None]) -> dict[str, bytes]:
    """Every file by its path; `progress` is told of each page."""
    built = dict(_assets())
    drawing = _environment()
    built["index.html"] = _drawn(drawing, "door.html", {"languages": {code: _NAMES[code] for code in LANGUAGES}})
    each = [
        replace(settings, language=language_of(code), language_asked=True, format=Format.MARKDOWN) for code in LANGUAGES
    ]
    for own in each:
        for path, content in _pages(own, address, drawing):
            progress(path)
            built[path] = content
        if address.base:
            built |= dict(feed(own, address.base, drawing))
    if address.base:
        built |= dict(sitemap(address.base, built, drawing))
    built |= dict(tools_pages.data_files(each))
    built |= dict(tools_pages.last_files(built, each[0]))
    return dict(sorted(built.items()))


def count_of_pages(settings: Settings) -> int:
    """About how many pages there will be."""
    catalogue = settings.catalogue
    kinds = (catalogue.platforms, catalogue.methods, catalogue.guides, catalogue.task_types)
    return len(LANGUAGES) * sum(map(len, kinds))


def _pages(settings: Settings, address: Address, drawing: Environment) -> Files:
    """The pages in one language."""
    page, code = formatter_of_page(settings), settings.language.code
    every = list(pages_of(settings))
    known = {one.name for one in every}
    shared = {
        "language": code, "languages": {code: _NAMES[code] for code in LANGUAGES}, "words": around(page),
        "navigation": navigation(page, known), "everywhere": tools_pages.EVERYWHERE,
        "feed": FEED if address.base else None,
    }  # fmt: skip
    for one in every:
        context = {**shared, **_own(one, known, address, page), **one.context}
        yield f"{code}/{one.name}.html", _drawn(drawing, one.template, context)


def _own(one: Page, known: set[str], address: Address, page: Formatter) -> Mapping[str, Any]:
    """What differs from page to page."""
    where = seen_from(one.name, known, page)
    return {
        "name": one.name,
        "title": clean(one.title),
        "root": root_of(one.name),
        "scripts": one.scripts,
        "content": html_writer.write(one.document, where),
        "objection": html_writer.write((paragraph(objection(address.contact, page)),), where),
    }


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("microjob_cli.site"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def _drawn(drawing: Environment, template: str, context: Mapping[str, Any]) -> bytes:
    return drawing.get_template(template).render(context).encode()


def _assets() -> Files:
    """What lies in the package to be handed out as it is."""
    for one in sorted(files("microjob_cli.site").joinpath(ASSETS).iterdir(), key=lambda file: file.name):
        yield f"{ASSETS}/{one.name}", one.read_bytes()
