"""What only a site on the web needs: which pages there are, and what was said last, for feed readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment

from microjob_cli.programs.calling import called
from microjob_cli.render.page_documents import lately
from microjob_cli.render.pages import formatter_of_page
from microjob_cli.settings import Settings

Files = Iterator[tuple[str, bytes]]

FEED = "feed.xml"


def feed(settings: Settings, base: str, drawing: Environment) -> Files:
    """The sites of which something was said last, in the language of the settings, as Atom."""
    page, code = formatter_of_page(settings), settings.language.code
    entries = lately(called("recommend", {"all": True}, settings), page)
    context = {"base": base, "language": code, "entries": entries, "title": page.say("Micro-job sites, newest reports")}
    yield f"{code}/{FEED}", drawing.get_template(FEED).render(context).encode()


def sitemap(base: str, names: Iterable[str], drawing: Environment) -> Files:
    """Every page by its address."""
    pages = sorted(name for name in names if name.endswith(".html"))
    yield "sitemap.xml", drawing.get_template("sitemap.xml").render(base=base, pages=pages).encode()
