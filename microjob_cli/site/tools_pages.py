"""The pages that answer by script, and the files that these look things up in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from microjob_cli.addresses.finding import Link
from microjob_cli.commands.check import checker
from microjob_cli.render.document import Document, Kind, line, paragraph, parted
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_wording import TOOLS
from microjob_cli.render.pages import formatter_of_page, leading, page_title, usual_wallet
from microjob_cli.render.views import check as view
from microjob_cli.result import Result
from microjob_cli.scams.checking import Looked
from microjob_cli.settings import Settings
from microjob_cli.site.calculator import calculator_data
from microjob_cli.site.finder import DEVICES, cells_of, countries, finder_data
from microjob_cli.site.hops import Hops
from microjob_cli.site.pages import Page, seen_from
from microjob_cli.site.scripts import Writer, script

_CHECKED = ("looked-unknown", "checker-leads-to", "checker-before-at", "checker-foreign", "checker-no-address")
# How to judge an address that is in no record.
_ADVICE = ("never-now", "check-guide")
_SHARED = ("numbers.js", "drawing.js")
_SCRIPTS = {
    "finder": ("finder-{}.js", "finder.js"),
    "calculator": ("hops-{}.js", "hops.js", "routes.js", "calculator.js"),
    "checker": ("hosts-{}.js", "checker.js"),
}
# Where a reader without scripts goes on.
_INSTEAD = {"finder": ("sites", "methods"), "calculator": ("methods",), "checker": ("danger", "sites")}


def pages(settings: Settings) -> Iterator[Page]:
    """The pages in one language: that of the settings."""
    page, hops = formatter_of_page(settings), Hops(settings)
    asked = {"finder": _finder(settings, hops, page), "calculator": _calculator(hops, page), "checker": {}}
    labels = {code: page.sentence(code, found="{found}", host="{host}") for code in TOOLS}
    for name, context in asked.items():
        own = (script.format(settings.language.code) for script in _SCRIPTS[name])
        shown = {"labels": labels, "instead": Markup(_instead(name, page)), "wallet": usual_wallet(page), **context}
        yield Page(name, page_title(name, page), (), f"{name}.html", shown, (*_SHARED, *own))


def data_files(languages: Sequence[Settings], known: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """What the scripts look up, by its path from the folder of all languages; settings for each of these.

    `known` are the pages to which it may lead.
    """
    cells, hops = cells_of(languages[0]), Hops(languages[0])
    for settings in languages:
        page, code = formatter_of_page(settings), settings.language.code
        writer = Writer(page, seen_from("finder", known, page))
        yield f"assets/finder-{code}.js", script("finder", finder_data(cells, writer))
        yield f"assets/hops-{code}.js", script("hops", calculator_data(hops, writer))
        yield f"assets/hosts-{code}.js", script("hosts", _checker_data(settings, writer))


def _checker_data(settings: Settings, writer: Writer) -> dict[str, Any]:
    """What `check` says of each recorded host, with who says so, of links that hide something, of all others."""
    page, looking = writer.page, checker(settings)
    looked = {key: looking.address(Link(key, key)) for key in looking.recorded}
    signs = [sign for sign in settings.catalogue.danger_signs.values() if sign.hosts]
    hidden = ((known.partition("/"), sign) for sign in signs for known in sign.hosts)
    return {
        "hosts": {key: writer.block(*_told(one, page)) for key, one in looked.items()},
        "endings": sorted({key.rpartition(".")[2] for key in looked}),
        "hiding": [
            {"at": at, "below": f"/{below}", "told": writer.block(view.doubts_block([sign], page))}
            for (at, _, below), sign in hidden
        ],
        "advice": writer.block(*(paragraph(line(page.sentence(code))) for code in _ADVICE)),
        "says": {code: page.sentence(code, host="{host}", subject="{subject}") for code in _CHECKED},
    }


def _told(one: Looked, page: Formatter) -> Document:
    """What `check` says of one address; of a look-alike also who says that it is one."""
    told = tuple(view.document(Result("check", {}, (one,)), page))
    if one.lookalike is None:
        return told
    return (*told, paragraph(page.cited(one.lookalike)))


def _instead(name: str, page: Formatter) -> str:
    """What a reader without scripts is told."""
    links = [leading(Kind.PAGE, one, page) for one in _INSTEAD[name]]
    told = paragraph(line(page.sentence("tool-needs-script"), " ", *parted(links)))
    return Writer(page, seen_from(name, _INSTEAD[name], page)).block(told)


def _finder(settings: Settings, hops: Hops, page: Formatter) -> Mapping[str, Any]:
    """What can be chosen: first where people of the country keep money."""
    home = (*hops.router.home(), *hops.router.cash())
    others = [key for key in hops.methods if key not in home]
    devices = [("", page.sentence("finder-any-device")), *((str(one), page.word(one)) for one in DEVICES if one)]
    lands = [(code, page.country_name(code)) for code in countries(settings.catalogue, settings.country)]
    return {
        "payouts": [
            ("", [("", page.sentence("finder-anywhere")), *_named(home, page)]),
            (page.sentence("finder-others"), _sorted(_named(others, page))),
        ],
        "devices": [("", devices)],
        "countries": [("", lands)],
    }


def _calculator(hops: Hops, page: Formatter) -> Mapping[str, Any]:
    """What can be chosen: accounts from which anything leads on before the others, then sites."""
    leading = [key for key in hops.holders if any(start == key != to for start, to in hops.ways)]
    others = [key for key in hops.holders if key not in leading]
    return {
        "starts": [
            (page.sentence("calculator-held"), _named(leading, page)),
            (page.sentence("calculator-sites"), [(one.platform.id, page.site(one.platform)) for one in hops.sites]),
            (page.sentence("finder-others"), _sorted(_named(others, page))),
        ],
        "targets": [("", _named(hops.targets, page))],
        "currencies": [("", [(code, page.language.currency(code)) for code in hops.usual_currencies])],
    }


def _named(keys: Iterable[str], page: Formatter) -> list[tuple[str, str]]:
    return [(key, page.method(key)) for key in keys]


def _sorted(named: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(named, key=lambda one: one[1].casefold())
