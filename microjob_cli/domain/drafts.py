"""The draft of a new platform record: what its keeper knows so far, from one source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from itertools import count

from msgspec import Struct

from microjob_cli.domain.catalogue import host
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.facts import Confidence, Kind, Source
from microjob_cli.domain.measures import Minimum
from microjob_cli.domain.payout import Answer
from microjob_cli.domain.platform import Status, WarningCode

LONGEST_ID = 60
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Parts of a host that name no publisher.
_COMMON = frozenset("www m co com org net gov edu ac help support blog docs medium blogspot wordpress".split())


class DraftOption(Struct, frozen=True):
    """A payout method (its id) that the source names, and the minimum if it tells."""

    method: str
    minimum: Minimum | None = None


class DraftWarning(Struct, frozen=True):
    """What somebody reports against the site, in both languages."""

    code: WarningCode
    en: str
    bn: str


class Draft(Struct, frozen=True):
    """A new record. Everything in it rests on `source`; None means not known."""

    id: str
    name: str
    website: str | None
    bengali_name: str | None
    source: Source
    confidence: Confidence
    status: Status
    country: str
    successor: str | None = None
    accepts: Answer | None = None
    payouts: tuple[DraftOption, ...] = ()
    warning: DraftWarning | None = None


class Written(Struct, frozen=True):
    """Where a draft went. `sources_file` is None for a source recorded before.

    `own` is the folder to name with `--data`; None for the shipped records, and for those that count `always`.
    """

    id: str
    name: str
    file: str
    source: str
    sources_file: str | None
    replaced: bool
    own: str | None
    always: bool


def is_id(text: str) -> bool:
    """Whether it is kebab-case and not too long for a file name."""
    return _ID.fullmatch(text) is not None and len(text) <= LONGEST_ID


def suggested_id(name: str) -> str:
    """`Example Gigs` -> `example-gigs`; empty for a name that is not in Latin letters."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char) and char not in "'’")
    if any(char.isalnum() and not char.isascii() for char in bare):
        return ""
    return "-".join(re.findall("[a-z0-9]+", bare.casefold()))[:LONGEST_ID].rstrip("-")


def suggested_site_id(name: str, website: str | None) -> str:
    """From the name, else from the host of the website."""
    return suggested_id(name) or (suggested_id(_publisher(website)) if website else "")


def suggested_source_id(address: str, date: PartialDate | None, taken: Container[str]) -> str:
    """The publisher and the month of the page, with a number where that is taken: `example-2024-10`, `example-2`."""
    month = f"-{str(date)[: len('2024-10')]}" if date else ""
    base = f"{suggested_id(_publisher(address))[: LONGEST_ID - 12] or 'source'}{month}"
    return next(name for number in count(1) if (name := base if number == 1 else f"{base}-{number}") not in taken)


def suggested_title(address: str) -> str:
    """What the address tells of the page: `https://example.com/how-to-earn.html` -> `how to earn`."""
    path = address.split("://", 1)[-1].partition("/")[2]
    last = next((part for part in reversed(re.split("[/?#]", path)) if re.search("[a-zA-Z]{3}", part)), "")
    return " ".join(re.findall("[a-zA-Z0-9]+", re.sub(r"\.\w{2,5}$", "", last))).casefold()


def full_title(title: str, address: str) -> str:
    """A title as sources carry it: the publisher in front."""
    publisher = host(address)
    return title if title.startswith(f"{publisher}:") else f"{publisher}: {title or 'a page'}"


def usual_confidence(kind: Kind) -> Confidence:
    """How far one source of a kind is relied on, as `docs/records.md` says."""
    return {Kind.OFFICIAL: Confidence.HIGH, Kind.FORUM: Confidence.LOW}.get(kind, Confidence.MEDIUM)


def _publisher(address: str) -> str:
    """The part of a host that names who stands behind it: `https://help.example.co.uk` -> `example`."""
    labels = host(address).partition(":")[0].split(".")
    telling = [label for label in labels[:-1] if label not in _COMMON]
    return max(telling or labels[:1], key=len)
