"""What a page says to its readers: its text in lines, without what they do not read."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from microjob_cli.verify.looks import Outcome

_UNREAD = ("script", "style", "noscript", "template", "footer", "nav", "svg", "iframe")
_INLINE = frozenset("a abbr b bdi bdo cite code em font i kbd label mark q s small span strong sub sup time u".split())
_DIGITS = {ord("০") + number: str(number) for number in range(10)}
_SPACES = re.compile(r"[^\S\n]+")
# Fewer letters than any article or help page has: what is left when a program should have written the page.
_SHORTEST = 120
_NOT_HERE = re.compile(
    r"\b(?:404|page (?:was )?not found|(?:page|site) (?:does not|doesn't|no longer) exists?)\b|পাতাটি পাওয়া যায়নি"
)
_FOR_SALE = re.compile(
    r"\b(?:domain (?:name )?(?:is|may be) for sale|buy this domain|domain (?:is )?parked|parked (?:free|domain)"
    r"|this domain (?:has expired|is available)|sedo domain parking|hugedomains)\b"
)


class Page(Struct, frozen=True):
    """A page's lines, folded as `folded` does; what a table says, each cell behind the head of its column."""

    title: str
    lines: tuple[str, ...]


def folded(text: str) -> str:
    """The form in which pages and records are compared: NFC, no case, Latin digits, one space for many.

    NFC brings the two spellings of the Bengali nukta letters together.
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).casefold().translate(_DIGITS)
    return _SPACES.sub(" ", plain).strip()


def page_of(body: bytes, charset: str | None, is_html: bool) -> Page | Outcome:
    """The page in what a server sent, or why there is none to read."""
    text = _decoded(body, charset)
    if text is None:
        return Outcome.UNREADABLE
    title, lines = _of_html(text) if is_html else ("", text.splitlines())
    page = Page(folded(title), tuple(told for line in lines if (told := folded(line))))
    whole = " ".join((page.title, *page.lines))
    if _FOR_SALE.search(whole) and len(whole) < 5_000:
        return Outcome.PARKED
    if _NOT_HERE.search(" ".join((page.title, *page.lines[:3]))):
        return Outcome.GONE
    return page if sum(map(len, page.lines)) >= _SHORTEST or not is_html else Outcome.UNREADABLE


def _decoded(body: bytes, charset: str | None) -> str | None:
    """By UTF-8 where it is that, whatever the server calls it: nothing else looks like it by chance."""
    for name in ("utf-8-sig", charset, "cp1252"):
        try:
            text = body.decode(name) if name else None
        except (UnicodeDecodeError, LookupError):
            continue
        if text is not None:
            return None if "\x00" in text else text
    return None


def _of_html(text: str) -> tuple[str, list[str]]:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    for node in tree.css(",".join(_UNREAD)):
        node.decompose()
    title = tree.css_first("title")
    told = title.text() if title else ""
    if title:
        title.decompose()
    return told, "".join(_told(tree.body)).split("\n") if tree.body else []


def _told(node: Any) -> Iterator[str]:
    """The text inside a node; what is not inline stands on lines of its own."""
    for part in node.iter(include_text=True):
        if part.tag == "-text":
            yield part.text(deep=False).replace("\n", " ")
        elif part.tag == "table":
            yield "\n" + "\n".join(_rows(part)) + "\n"
        elif part.tag in _INLINE:
            yield from _told(part)
        else:
            yield "\n"
            yield from _told(part)
            yield "\n"


def _rows(table: Any) -> Iterator[str]:
    """A table's rows; in those below a row of heads each cell stands behind the head of its column."""
    rows = [row.css("th, td") for row in table.css("tr")]
    texts = [[_SPACES.sub(" ", cell.text(separator=" ").replace("\n", " ")).strip() for cell in row] for row in rows]
    is_headed = bool(rows) and len(rows[0]) > 1 and all(cell.tag == "th" for cell in rows[0])
    heads = texts[0] if is_headed else []
    for row in texts[is_headed:]:
        if len(row) == len(heads):
            yield "; ".join(cell if not place else f"{heads[place]}: {cell}" for place, cell in enumerate(row))
        else:
            yield " ; ".join(row)
