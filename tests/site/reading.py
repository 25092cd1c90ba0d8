"""Reads a page as a browser would: its links, its text, what it loads."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

_EMPTY = {"meta", "link", "input", "img", "br", "hr"}


class Element(NamedTuple):
    """A tag with what stands in it."""

    tag: str
    attributes: dict[str, str]


class Read(HTMLParser):
    """All elements of a page, and its text with the blanks folded. Fails where tags do not match."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self._text).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of that tag."""
        return [one.attributes for one in self.elements if one.tag == tag]

    @property
    def links(self) -> list[str]:
        """All that it leads to or loads."""
        named = (one.attributes.get(name) for one in self.elements for name in ("href", "src"))
        return [link for link in named if link]


def read(path: Path) -> Read:
    return Read(path.read_text(encoding="utf-8"))
