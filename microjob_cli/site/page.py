"""One page of the site, and where things are seen from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from msgspec import Struct, field

from microjob_cli.render.document import Document, Kind, Target
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.targets import Where, outside

# The folder of the pages of each kind.
FOLDERS = {Kind.SITE: "site", Kind.METHOD: "pay", Kind.GUIDE: "learn", Kind.TASK: "task"}


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


def name_of(target: Target) -> str | None:
    """The name of the page that a span leads to; None for what is no page."""
    if target.kind is Kind.PAGE:
        return target.key
    return f"{FOLDERS[target.kind]}/{target.key}" if target.kind in FOLDERS else None


def root_of(name: str) -> str:
    """What leads from a page to the folder of all languages."""
    return "../" * (name.count("/") + 1)


def seen_from(name: str, known: Collection[str], page: Formatter) -> Where:
    """Where spans on a page lead: to pages of the same language, else to the sources."""
    leave, up = outside(page), "../" * name.count("/")

    def where(target: Target) -> str | None:
        to = name_of(target)
        if to is None:
            return leave(target)
        return f"{up}{to}.html" if to in known else None

    return where
