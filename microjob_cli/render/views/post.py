"""An article for a blog: worded for readers who have no program, with its sources and how to object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from microjob_cli.options import Format
from microjob_cli.render import document as doc
from microjob_cli.render import markdown_writer
from microjob_cli.render.document import line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.pages import closing, danger_signs, for_page, page_title, sources
from microjob_cli.render.views import recommend, show
from microjob_cli.result import Result

# What it is printed as unless another format is asked for.
FORMAT = Format.MARKDOWN


def document(result: Result, page: Formatter) -> doc.Document:
    """The article, its sources, and what may be done with it."""
    reader = replace(page, on_page=True, folded=False)
    title, *article = for_page(_ARTICLES[result.query["kind"]](result, reader), reader)
    return (title, *article, *sources(tuple(article), reader), *for_page(closing(reader), reader))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [{**result.query, "text": markdown_writer.write(document(result, page), page.outside)}]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = ("topic", "kind", "text")
    return columns, [[item[name] for name in columns] for item in items(result, page)]


def _of_method(result: Result, page: Formatter) -> doc.Document:
    """Which sites pay by it: a row a site, with who says so and when that was."""
    title = doc.Heading(line(page.say("Which sites pay by {method}?", method=page.method(result.query["topic"]))), 1)
    return (title, *recommend.document(result.items[0], page))


def _of_site(result: Result, page: Formatter) -> doc.Document:
    return show.document(result.items[0], page)


def _of_signs(result: Result, page: Formatter) -> doc.Document:
    return (doc.Heading(line(page_title("danger", page)), 1), *danger_signs(page))


_ARTICLES = {"method": _of_method, "site": _of_site, "danger-signs": _of_signs}
