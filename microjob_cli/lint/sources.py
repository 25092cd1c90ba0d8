"""Rules for sources, that a reader can open a page and knows whose it is; and for claims and their dates."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Confidence, Source, SourceKind
from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.transfer import Incentive, Transfer
from microjob_cli.lint.platforms import is_web_address
from microjob_cli.lint.rule import Entry, Plain, Records, Said, day_of, fault, rule
from microjob_cli.storage.references import CODES, references

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


@rule(Source, "What a reader cannot open she cannot check.")
def source_address(entry: Entry, records: Records) -> Iterator[Finding]:
    """The address of a source is a full web address."""
    address = entry.data.get("address")
    if isinstance(address, str) and not is_web_address(address):
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


@rule(Source, "A reader is sent to the page that was copied, not to the copy.")
def copy_without_original(entry: Entry, records: Records) -> Iterator[Finding]:
    """Copies that do not say where their first page stands, and such an address on what is no copy."""
    original, is_copy = entry.data.get("original"), entry.data.get("kind") == SourceKind.COPY
    if is_copy and not (isinstance(original, str) and is_web_address(original)):
        yield fault(entry.key_place(), found=entry.id)
    if original and not is_copy:
        yield fault(entry.place(("original",)), found=str(original))


@rule(Source, "Nobody can see whose page it is, nor whether it is the same one tomorrow.")
def address_of_numbers(entry: Entry, records: Records) -> Iterator[Finding]:
    """Sources at an IP address, or at a machine named for one, that are not kept as copies of another page."""
    address = entry.data.get("address")
    own = entry.data.get("kind") != SourceKind.COPY
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


@rule(Source, "Whoever reads a claim sees by the title what page it rests on.", Level.WARNING)
def title_says_nothing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Titles that are a host alone, or a host and what its machine calls the page."""
    publisher, _, headline = entry.text("title").partition(":")
    if _NO_HEADLINE.fullmatch(headline.strip()) or (not headline.strip() and _BARE_HOST.fullmatch(publisher.strip())):
        yield fault(entry.place(("title",)), found=entry.text("title"))


_DATES = ("as_of", "since", "until", "date", "on")
# Records whose claims tell on which day they held.
_OF_A_DAY = (Platform, PayoutMethod, Transfer, Incentive)
_PERIODS = (("since", "until"), ("valid_from", "valid_to"))
# What makes two claims of one value the same claim.
_SAME = ("source", "as_of", "since", "until", "bound")


@rule(Entry, "A claim without its source, or a payout by a method that nobody describes, cannot be shown.")
def unknown_reference(entry: Entry, records: Records) -> Iterator[Finding]:
    """Sources, payout methods, task types and platforms; each has a code of its own, as in `no-such-source`."""
    named = [*references(entry.data)]
    if entry.amends:
        named.append((("amends",), entry.id, Platform))
    for path, name, kind in named:
        known = records.ids.get(kind, ())
        if name not in known:
            yield Finding(CODES[kind], entry.place(path), name, known)


@rule(Entry, "A date that has not come yet is a slip, and the program leaves out what is dated after today.")
def date_in_future(entry: Entry, records: Records) -> Iterator[Finding]:
    """Dates of claims, sources and rates that have not come yet."""
    for path, text in entry.texts():
        day = day_of(text) if path and path[-1] in _DATES else None
        if day and day.first > records.today:
            yield fault(entry.place(path), found=text, expected=(str(records.today),))


@rule(Entry, "One of the two dates is wrong, and facts are chosen by their dates.", Level.WARNING)
def dated_after_source(entry: Entry, records: Records) -> Iterator[Finding]:
    """Claims and sentences dated later than the page they rest on."""
    for said in entry.said():
        day, source = said.day("as_of"), records.sources.get(said.text("source"))
        written = source.day("date") if source else None
        if day and written and day.first > written.last:
            place = entry.place((*said.path, "as_of"))
            yield fault(place, found=str(day), expected=(str(written),), hint=said.text("source"))


@rule(Entry, "An undated claim counts as older than any dated one, and its page does show a date.", Level.WARNING)
def date_left_out(entry: Entry, records: Records) -> Iterator[Finding]:
    """Claims and sentences without a date whose page has one."""
    for said in entry.said() if entry.kind in _OF_A_DAY else ():
        source = records.sources.get(said.text("source"))
        if "confidence" in said.data and "as_of" not in said.data and source and source.day("date"):
            yield fault(entry.place(said.path), found=said.text("source"), expected=(source.text("date"),))


@rule(Entry, "Such a period holds on no day, so nothing in it would ever be shown.")
def ended_before_begun(entry: Entry, records: Records) -> Iterator[Finding]:
    """Ends that lie before their beginnings: of claims, of transfers, of payout options."""
    for path, value in entry.walk():
        for first, last in _PERIODS if isinstance(value, dict) else ():
            begun, ended = day_of(value.get(first)), day_of(value.get(last))
            if begun and ended and ended.last < begun.first:
                yield fault(entry.place((*path, last)), found=str(ended), expected=(str(begun),))
    for option in entry.listed("payouts"):
        yield from _ended_option(entry, option)


def _ended_option(entry: Entry, option: Said) -> Iterator[Finding]:
    """All claims of its end lie before all claims of its beginning."""
    begun = _days(entry, option, "since", open_side="at_most")
    ended = _days(entry, option, "until", open_side="at_least")
    if begun and ended and max(day.last for day in ended) < min(day.first for day in begun):
        place = entry.place((*option.path, "until", 0, "value"))
        yield fault(place, found=str(ended[0]), expected=(str(begun[0]),))


def _days(entry: Entry, option: Said, key: str, open_side: str) -> list[PartialDate]:
    """The claimed dates; none when a claim leaves that side open."""
    claims = entry.listed(*option.path, key)
    if any(claim.text("bound") == open_side for claim in claims):
        return []
    return [day for claim in claims if (day := claim.day("value"))]


@rule(Entry, "The confidence decides which of two claims is shown.", Level.WARNING)
def overrated_forum(entry: Entry, records: Records) -> Iterator[Finding]:
    """High confidence on a forum, where neither the statement nor the page has a date."""
    for said in entry.said():
        source = records.sources.get(said.text("source"))
        if said.text("confidence") != Confidence.HIGH or "as_of" in said.data or source is None:
            continue
        if source.text("kind") == SourceKind.FORUM and not source.day("date"):
            yield fault(entry.place((*said.path, "confidence")), found=said.text("source"))


@rule(Entry, "Twice the same claim counts as two that agree.", Level.WARNING)
def claim_repeated(entry: Entry, records: Records) -> Iterator[Finding]:
    """Claims of one list that say the same, of the same day, by the same source."""
    for path, held in entry.walk():
        first: dict[tuple[str, ...], Plain] = {}
        for claim in entry.listed(*path) if isinstance(held, list) else ():
            if "value" not in claim.data:
                continue
            value = claim.data["value"]
            told = ", ".join(sorted(map(str, value))) if isinstance(value, list) else str(value)
            before = first.setdefault((told, *(str(claim.data.get(key)) for key in _SAME)), claim.data)
            if before is not claim.data:
                yield fault(entry.place(claim.path), found=told)
