"""The pages that answer by script, and the files that these need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.render.document import Kind, Span, Target, line, paragraph, parted
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_wording import PAGE_NAMES
from microjob_cli.render.pages import formatter_of_page, page_name, page_title
from microjob_cli.render.tool_sentences import TOOLS
from microjob_cli.settings import Settings
from microjob_cli.site.finder import DEVICES, countries
from microjob_cli.site.finder_data import FinderData
from microjob_cli.site.hops import Hops
from microjob_cli.site.hops_data import numbers
from microjob_cli.site.hops_words import words
from microjob_cli.site.hosts import Hosts
from microjob_cli.site.page import FOLDERS, Page, seen_from
from microjob_cli.site.scripts import Writer, script
from microjob_cli.site.service_worker import manifest, service_worker

EVERYWHERE = ("offline.js",)
Groups = list[tuple[str, list[tuple[str, str]]]]
_SHARED = ("numbers.js", "drawing.js")
_SCRIPTS = {
    "finder": ("finder-data.js", "finder-{}.js", "finder.js"),
    "calculator": ("hops-data.js", "hops-{}.js", "hops.js", "routes.js", "calculator.js"),
    "checker": ("hosts-data.js", "hosts-{}.js", "checker.js"),
}
# Where a reader without scripts goes on.
_INSTEAD = {"finder": ("sites", "methods"), "calculator": ("methods",), "checker": ("danger", "sites")}


def pages(settings: Settings) -> Iterator[Page]:
    """The pages in one language: that of the settings."""
    writer = _writer(settings)
    asked = {"finder": _finder(settings, writer.page), "calculator": _calculator(settings, writer.page), "checker": {}}
    labels = {code: writer.page.sentence(code, found="{found}", host="{host}") for code in TOOLS}
    for name, context in asked.items():
        own = (script.format(settings.language.code) for script in _SCRIPTS[name])
        shown = {"labels": labels, "instead": Markup(_instead(name, writer)), **context}
        yield Page(name, page_title(name, writer.page), (), f"{name}.html", shown, (*_SHARED, *own))


def data_files(languages: Sequence[Settings]) -> Iterator[tuple[str, bytes]]:
    """What the scripts look up, by its path from the folder of all languages; settings for each of these."""
    settings, writers = languages[0], {one.language.code: _writer(one) for one in languages}
    finder, hops, hosts = FinderData(settings, [*writers.values()]), Hops(settings), Hosts(settings)
    yield _asset("finder-data", script("finder", finder.found))
    yield _asset("hops-data", script("hops", numbers(hops)))
    yield _asset("hosts-data", script("hosts", hosts.found()))
    for place, (code, writer) in enumerate(writers.items()):
        yield _asset(f"finder-{code}", script("finderWords", finder.words(place)))
        yield _asset(f"hops-{code}", script("hopsWords", words(hops, writer)))
        yield _asset(f"hosts-{code}", script("hostsWords", hosts.words(writer)))


def last_files(built: Mapping[str, bytes], settings: Settings) -> Iterator[tuple[str, bytes]]:
    """What must know all other files: the service worker; and the manifest, which is about them."""
    page, code = formatter_of_page(settings), settings.language.code
    about = manifest(page_title("index", page), code)
    yield "manifest.webmanifest", about
    body = files("microjob_cli.site").joinpath("templates", "service_worker.js").read_text(encoding="utf-8")
    yield "service_worker.js", service_worker({**built, "manifest.webmanifest": about}, body)


def _asset(name: str, content: bytes) -> tuple[str, bytes]:
    return f"assets/{name}.js", content


def _writer(settings: Settings) -> Writer:
    page = formatter_of_page(settings)
    return Writer(page, seen_from("finder", _names(settings.catalogue), page))


def _names(catalogue: Catalogue) -> set[str]:
    """The pages that answers lead to."""
    records = {
        Kind.SITE: catalogue.platforms, Kind.METHOD: catalogue.methods, Kind.GUIDE: catalogue.guides,
        Kind.TASK: catalogue.task_types,
    }  # fmt: skip
    return {f"{FOLDERS[kind]}/{key}" for kind, held in records.items() for key in held} | PAGE_NAMES.keys()


def _instead(name: str, writer: Writer) -> str:
    """What a reader without scripts is told."""
    page = writer.page
    links = [Span(page_name(one, page), target=Target(Kind.PAGE, one)) for one in _INSTEAD[name]]
    return writer.block(paragraph(line(page.sentence("tool-needs-script"), " ", *parted(links))))


def _finder(settings: Settings, page: Formatter) -> Mapping[str, Any]:
    """What can be chosen: first where people of the country keep money."""
    hops = Hops(settings)
    home = (*hops.router.home(), *hops.router.cash())
    others = [key for key in settings.catalogue.methods if key not in home]
    devices = [("", page.sentence("finder-any-device")), *((str(one), page.word(one)) for one in DEVICES if one)]
    lands = [(code, page.country_name(code)) for code in countries(settings.catalogue, settings.country)]
    return {
        "payouts": [
            ("", [("", page.sentence("finder-anywhere")), *_named(home, page)]),
            (page.sentence("finder-others"), _sorted(_named(others, page))),
        ],
        "devices": [("", devices)],
        "countries": [("", lands)],
        "wallet": _wallet(settings),
    }


def _calculator(settings: Settings, page: Formatter) -> Mapping[str, Any]:
    """What can be chosen: accounts from which anything leads on before the others, then sites."""
    hops = Hops(settings)
    leading = [key for key in hops.holders if any(start == key != to for start, to in hops.ways)]
    others = [key for key in hops.holders if key not in leading]
    return {
        "starts": [
            (page.sentence("calculator-held"), _named(leading, page)),
            (page.sentence("calculator-sites"), [(one.platform.id, page.site(one.platform)) for one in hops.sites]),
            (page.sentence("finder-others"), _sorted(_named(others, page))),
        ],
        "targets": [("", _named(hops.targets, page))],
        "wallet": _wallet(settings),
        "currencies": [("", [(code, page.language.currency(code)) for code in hops.usual_currencies])],
    }


def _wallet(settings: Settings) -> str | None:
    """Where people of the country usually want money."""
    country = settings.catalogue.countries.get(settings.country)
    return country.wallet if country else None


def _named(keys: Iterable[str], page: Formatter) -> list[tuple[str, str]]:
    return [(key, page.method(key)) for key in keys]


def _sorted(named: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(named, key=lambda one: one[1].casefold())
