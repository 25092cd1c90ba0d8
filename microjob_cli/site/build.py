"""Every file of the site, from the same records always the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec.structs import replace

from microjob_cli.i18n.choosing import KNOWN, language_of
from microjob_cli.options import Format
from microjob_cli.programs.calling import called
from microjob_cli.render import html_writer
from microjob_cli.render.clean import clean
from microjob_cli.render.document import paragraph
from microjob_cli.render.pages import around, formatter_of_page, lately, navigation, objection, page_title
from microjob_cli.settings import Settings
from microjob_cli.site import tools_pages
from microjob_cli.site.pages import Page, pages_of, seen_from

# The first is what a visitor is led to.
LANGUAGES = tuple(sorted(KNOWN))
_NAMES = {"bn": "বাংলা", "en": "English"}
# So much of a hash tells files apart.
_ENOUGH = 16

Files = Iterator[tuple[str, bytes]]


def files_of(
    settings: Settings, progress: Callable[[str], None], base: str = "", contact: str = ""
) -> dict[str, bytes]:
    """Every file by its path; `progress` is told of each page.

    `base`: where the site will be, if that is known. `contact`: whom its readers may write to.
    """
    built = dict(_assets())
    built["index.html"] = _drawn("door.html", languages={code: _NAMES[code] for code in LANGUAGES})
    each = [
        replace(settings, language=language_of(code), language_asked=True, format=Format.MARKDOWN) for code in LANGUAGES
    ]
    for own in each:
        every = [*pages_of(own), *tools_pages.pages(own)]
        known = {one.name for one in every}
        shared = _shared(own, base)
        for one in every:
            path = f"{own.language.code}/{one.name}.html"
            progress(path)
            built[path] = _drawn(one.template, **shared, **_own(one, known, contact, own), **one.context)
        if base:
            built[f"{own.language.code}/feed.xml"] = _feed(own, base)
    if base:
        pages = sorted(name for name in built if name.endswith(".html"))
        built["sitemap.xml"] = _drawn("sitemap.xml", base=base, pages=pages)
    built |= tools_pages.data_files(each, known)
    built["manifest.webmanifest"] = _manifest(each[0])
    worker = files("microjob_cli.site").joinpath("templates", "service_worker.js").read_text(encoding="utf-8")
    built["service_worker.js"] = service_worker(built, worker)
    return dict(sorted(built.items()))


def count_of_pages(settings: Settings) -> int:
    """About how many pages there will be."""
    catalogue = settings.catalogue
    kinds = (catalogue.platforms, catalogue.methods, catalogue.guides, catalogue.task_types)
    return len(LANGUAGES) * sum(map(len, kinds))


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("microjob_cli.site"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip


def _drawn(template: str, **context: Any) -> bytes:
    return _templates().get_template(template).render(context).encode()


def _shared(settings: Settings, base: str) -> Mapping[str, Any]:
    """What all pages in one language have."""
    page = formatter_of_page(settings)
    return {
        "language": settings.language.code,
        "languages": {code: _NAMES[code] for code in LANGUAGES},
        "words": around(page),
        "navigation": navigation(page),
        "everywhere": ("offline.js",),
        "feed": "feed.xml" if base else None,
    }


def _own(one: Page, known: set[str], contact: str, settings: Settings) -> Mapping[str, Any]:
    """What differs from page to page."""
    page = formatter_of_page(settings)
    where = seen_from(one.name, known, page)
    return {
        "name": one.name,
        "title": clean(one.title),
        "root": "../" * (one.name.count("/") + 1),  # the folder of all languages
        "scripts": one.scripts,
        "content": html_writer.write(one.document, where),
        "objection": html_writer.write((paragraph(objection(contact, page)),), where),
    }


def _feed(settings: Settings, base: str) -> bytes:
    """The sites of which something was said last, in the language of the settings, as Atom."""
    page = formatter_of_page(settings)
    entries = lately(called("recommend", {"all": True}, settings), page)
    title = page.say("Micro-job sites, newest reports")
    return _drawn("feed.xml", base=base, language=settings.language.code, entries=entries, title=title)


def _assets() -> Files:
    """What lies in the package to be handed out as it is."""
    for one in sorted(files("microjob_cli.site").joinpath("assets").iterdir(), key=lambda file: file.name):
        yield f"assets/{one.name}", one.read_bytes()


def _manifest(settings: Settings) -> bytes:
    """What a phone needs to put the site beside its apps."""
    icons = [
        {"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        *({"src": f"assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)),
    ]
    told = {
        "name": page_title("index", formatter_of_page(settings)),
        "short_name": "microjob",
        "lang": settings.language.code,
        "start_url": "index.html",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b6e4f",
        "icons": icons,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def service_worker(built: Mapping[str, bytes], body: str) -> bytes:
    """What lets a site be kept: a script with its version and the mark of each file written above it."""
    marks = {path: _mark(content) for path, content in sorted(built.items())}
    version = _mark(json.dumps(marks).encode() + body.encode())
    return f'const VERSION = "{version}";\nconst FILES = {json.dumps(marks, indent=0)};\n{body}'.encode()


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:_ENOUGH]
