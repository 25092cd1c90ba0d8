"""Rules for sources: that a reader can open a page, knows whose it is, and is led to no false one."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from microjob_cli.catalog.facts import Source, SourceKind
from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.lint.platforms import is_web_address
from microjob_cli.lint.rule import Entry, Records, fault, rule

# Where anybody can put up a page; and the path of a Reddit forum, which its copies keep.
_ANYBODYS = frozenset(
    """
    blogspot.com facebook.com github.com githubusercontent.com medium.com netlify.app pages.dev pastebin.com reddit.com
    substack.com vercel.app web.app wordpress.com
    """.split()
)
_FORUM = re.compile(r"/r/\w+(?:/|$)")
# What a site's machine calls a page, with the number of the page or without, and codes that only the machine reads.
_NO_HEADLINE = re.compile(
    r"(?:amp|archives?|article|blog|blog ?post|content|details|embed|folders|index|news|node|page|post|print|search)"
    r"(?: ?\d+)?|(?=\S*\d)\S+",
    re.IGNORECASE,
)
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@rule(Records, "A source without a claim is either forgotten or left over.", Level.WARNING)
def unused_source(records: Records) -> Iterator[Finding]:
    """Sources that no record names; nothing while a file cannot be read, for it may name them."""
    if not records.complete:
        return
    used = {said.text("source") for entry in records.entries for said in entry.said()}
    for entry in records.of(Source):
        if entry.id not in used:
            yield fault(entry.key_place(), found=entry.id)


@rule(Entry, "What a reader cannot open she cannot check.")
def source_address(entry: Entry, records: Records) -> Iterator[Finding]:
    """The address of a source is a full web address."""
    address = entry.data.get("address")
    if entry.kind is Source and isinstance(address, str) and not is_web_address(address):
        yield fault(entry.place(("address",)), found=address)


@rule(Records, "The same page under two ids counts as two witnesses.")
def source_twice(records: Records) -> Iterator[Finding]:
    """Sources with the same address."""
    first: dict[str, Entry] = {}
    for entry in records.of(Source):
        address = entry.data.get("address")
        if isinstance(address, str):
            # A form that is equal for two ways to write the address of one page.
            host, slash, path = address.split("://", 1)[-1].partition("/")
            page = (host.casefold().removeprefix("www.") + slash + path.partition("#")[0]).rstrip("/")
            other = first.setdefault(page, entry)
            if other is not entry:
                yield fault(entry.place(("address",)), found=address, expected=(other.id,))


@rule(Entry, "A reader is sent to the page that was copied, not to the copy.")
def copy_without_original(entry: Entry, records: Records) -> Iterator[Finding]:
    """Copies that do not say where their first page stands, and such an address on what is no copy."""
    if entry.kind is not Source:
        return
    original, is_copy = entry.data.get("original"), entry.data.get("kind") == SourceKind.COPY
    if is_copy and not (isinstance(original, str) and is_web_address(original)):
        yield fault(entry.key_place(), found=entry.id)
    if original and not is_copy:
        yield fault(entry.place(("original",)), found=str(original))


@rule(Entry, "Nobody can see whose page it is, nor whether it is the same one tomorrow.")
def address_of_numbers(entry: Entry, records: Records) -> Iterator[Finding]:
    """Sources at an IP address, or at a machine named for one, that are not kept as copies of another page."""
    address = entry.data.get("address")
    own = entry.kind is Source and entry.data.get("kind") != SourceKind.COPY
    if own and isinstance(address, str) and _is_number(_host_and_path(address)[0]):
        yield fault(entry.place(("address",)), found=address)


def _host_and_path(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
    except ValueError:  # a bracket without its other half
        return "", ""
    return parts.hostname or "", parts.path


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return host.startswith("ec2-")
    return True


@rule(Records, "What a site says of itself weighs most, and here anybody can speak in its name.", Level.WARNING)
def official_elsewhere(records: Records) -> Iterator[Finding]:
    """Official sources where anybody can put up a page, unless the address names the site that they are cited for."""
    cited: dict[str, set[str]] = {}
    for entry in records.entries:
        words = re.findall(r"\w+", f"{entry.id} {entry.data.get('name', '')}".casefold())
        for said in entry.said():
            cited.setdefault(said.text("source"), set()).update(words)
    for entry in records.of(Source):
        address = entry.data.get("address")
        if entry.data.get("kind") != SourceKind.OFFICIAL or not isinstance(address, str):
            continue
        named = any(len(word) > 2 and word in address.casefold() for word in cited.get(entry.id, ()))
        host, path = _host_and_path(address)
        if not named and (".".join(host.rsplit(".", 2)[-2:]) in _ANYBODYS or _FORUM.match(path)):
            yield fault(entry.place(("address",)), found=address)


@rule(Entry, "Whoever reads a claim sees by the title what page it rests on.", Level.WARNING)
def title_says_nothing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Titles that are a host alone, or a host and what its machine calls the page."""
    title = entry.data.get("title")
    if entry.kind is not Source or not isinstance(title, str):
        return
    publisher, _, headline = title.partition(":")
    if _NO_HEADLINE.fullmatch(headline.strip()) or (not headline.strip() and _BARE_HOST.fullmatch(publisher.strip())):
        yield fault(entry.place(("title",)), found=title)
