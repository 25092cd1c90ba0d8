"""Sources as pages: that they are used and can be opened, whose they are, and what a reader is shown of them."""

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


def _case(rule: str, key: str, passes: dict[str, str], fails: dict[str, str], says: str) -> Case:
    """A fault in the one other source."""
    return Case(rule, passes, fails, ((SOURCES, 3, f"other.{key}".rstrip(".")),), says)


_FIRST, _NUMBERS = "https://copies.example/first", "http://103.16.74.116/first"
_MACHINE = "http://ec2-34-211-203-9.us-west-2.compute.amazonaws.com/news"
_SOMEBODYS, _FORUM = "https://medium.com/somebody/news", "https://redlib.example/r/gigs/comments/1/paid"
_ANYBODY = f"Anybody can put up a page at '{_SOMEBODYS}'"
_SAYS_NOTHING = "The title 'other.example: blog post 14' does not tell what the page is"

CASES = (
    _case("unused-source", "", _at("https://other.example/page"), {SOURCES: sources(source("other"))},
          "No record cites the source 'other'"),
    _case("source-address", "address", _at("http://page.example:8080/a?b=c#d"), _at("ftp://example.org/a"),
          "'ftp://example.org/a' is not a whole web address"),
    _case("source-twice", "address", _at("https://example.com/page?a=1"), _at("http://www.Example.com/page/#top"),
          "The source page has this address too"),
    _case("copy-without-original", "", _at(_FIRST, _COPY), _at(_FIRST, "kind: copy"),
          "a copy names the page that it copies"),
    _case("copy-without-original", "original", {}, _at(_FIRST, _COPY.replace("copy", "blog")),
          "'https://example.org/first'"),
    _case("address-of-numbers", "address", _at(_NUMBERS, _COPY), _at(_NUMBERS),
          f"'{_NUMBERS}' does not tell whose page it is"),
    _case("address-of-numbers", "address", _at("http://1000.example/first"), _at(_MACHINE),
          "under `original` the address"),
    _case("official-elsewhere", "address", _at("https://examplegigs.medium.com/news", _OFFICIAL),
          _at(_SOMEBODYS, _OFFICIAL), _ANYBODY),
    _case("official-elsewhere", "address", _at("https://other.example/rules", _OFFICIAL), _at(_FORUM, _OFFICIAL),
          "forum"),
    _case("title-says-nothing", "title", _titled("other.example: 7 ways to be paid"),
          _titled("other.example: blog post 14"), _SAYS_NOTHING),
    _case("title-says-nothing", "title", _titled("Other: limits"), _titled("other.example"), "headline"),
    _case("title-says-nothing", "title", _titled("A page of nobody"), _titled("other.example: lasu2kcsw2"),
          "'other.example: lasu2kcsw2'"),
)  # fmt: skip
