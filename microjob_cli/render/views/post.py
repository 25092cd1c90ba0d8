"""An article for a blog: worded for readers who have no program, with its sources and how to object."""

from collections.abc import Iterable

from msgspec.structs import replace

from microjob_cli.options import Format
from microjob_cli.render import document as doc
from microjob_cli.render import markdown_writer
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.jsonable import Json
from microjob_cli.render.pages import closing, danger_signs, for_page, page_title, sources
from microjob_cli.render.views import recommend, show
from microjob_cli.result import Result

# What it is printed as unless another format is asked for.
FORMAT = Format.MARKDOWN
_COLUMNS = ("topic", "kind", "text")


def document(result: Result, page: Formatter) -> doc.Document:
    """The article, its sources, and what may be done with it."""
    reader = replace(page, on_page=True, folded=False)
    title, *article = for_page(_article(result, reader), reader)
    return (title, *article, *sources(tuple(article), reader), *for_page(closing(reader), reader))


def items(result: Result, page: Formatter) -> list[Json]:
    return [{**result.query, "text": markdown_writer.write(document(result, page), page.outside)}]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return _COLUMNS, [[item[name] for name in _COLUMNS] for item in items(result, page)]


def _article(result: Result, page: Formatter) -> Iterable[doc.Block]:
    """All about a site; which sites pay by a method; or the signs of danger."""
    match result.query["kind"]:
        case "site":
            return show.document(result.items[0], page)
        case "method":
            title = page.say("Which sites pay by {method}?", method=page.method(result.query["topic"]))
            return (doc.heading(title, 1), *recommend.document(result.items[0], page))
    return (doc.heading(page_title("danger", page), 1), *danger_signs(page))
