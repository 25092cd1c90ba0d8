"""Sources as pages: whose they are, and what a reader is shown of them."""

from __future__ import annotations

from tests.lint.building import SITE, SOURCES, Case, site, source, sources

_CITED = site("owner: [{value: Gigs, source: other, confidence: low}]\n")
_COPY = 'kind: copy, original: "https://example.org/first"'
_OFFICIAL = "kind: official"


def _titled(title: str) -> dict[str, str]:
    line = f'other: {{title: "{title}", address: "https://other.example/1", kind: blog}}\n'
    return {SITE: _CITED, SOURCES: sources(line)}


def _at(address: str, more: str = "kind: blog") -> dict[str, str]:
    return {SITE: _CITED, SOURCES: sources(source("other", more, address))}


CASES = (
    Case(
        "copy-without-original",
        passes=_at("https://copies.example/first", _COPY),
        fails=_at("https://copies.example/first", "kind: copy"),
        at=((SOURCES, 3, "other"),),
        says="a copy names the page that it copies",
    ),
    Case(
        "copy-without-original",
        passes={},
        fails=_at("https://copies.example/first", _COPY.replace("copy", "blog")),
        at=((SOURCES, 3, "other.original"),),
        says="'https://example.org/first'",
    ),
    Case(
        "address-of-numbers",
        passes=_at("http://103.16.74.116/first", _COPY),
        fails=_at("http://103.16.74.116/first"),
        at=((SOURCES, 3, "other.address"),),
        says="'http://103.16.74.116/first' does not tell whose page it is",
    ),
    Case(
        "address-of-numbers",
        passes=_at("http://1000.example/first"),
        fails=_at("http://ec2-34-211-203-9.us-west-2.compute.amazonaws.com/news"),
        at=((SOURCES, 3, "other.address"),),
        says="under `original` the address",
    ),
    Case(
        "official-elsewhere",
        passes=_at("https://examplegigs.medium.com/news", _OFFICIAL),
        fails=_at("https://medium.com/somebody/news", _OFFICIAL),
        at=((SOURCES, 3, "other.address"),),
        says="Anybody can put up a page at 'https://medium.com/somebody/news'",
    ),
    Case(
        "official-elsewhere",
        passes=_at("https://other.example/rules", _OFFICIAL),
        fails=_at("https://redlib.example/r/gigs/comments/1/paid", _OFFICIAL),
        at=((SOURCES, 3, "other.address"),),
        says="forum",
    ),
    Case(
        "title-says-nothing",
        passes=_titled("other.example: 7 ways to be paid"),
        fails=_titled("other.example: blog post 14"),
        at=((SOURCES, 3, "other.title"),),
        says="The title 'other.example: blog post 14' does not tell what the page is",
    ),
    Case(
        "title-says-nothing",
        passes=_titled("Other: limits"),
        fails=_titled("other.example"),
        at=((SOURCES, 3, "other.title"),),
        says="headline",
    ),
    Case(
        "title-says-nothing",
        passes=_titled("A page of nobody"),
        fails=_titled("other.example: lasu2kcsw2"),
        at=((SOURCES, 3, "other.title"),),
        says="'other.example: lasu2kcsw2'",
    ),
)
