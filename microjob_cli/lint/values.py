"""Rules for values: addresses and countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from microjob_cli.catalog.catalogue import Country
from microjob_cli.catalog.codes import COUNTRY_CODES
from microjob_cli.catalog.findings import Finding
from microjob_cli.catalog.platform import Platform
from microjob_cli.lint.records import Entry, Records
from microjob_cli.lint.rule import Scope, fault, rule
from microjob_cli.lint.splice import replaced
from microjob_cli.storage.places import FieldPath

_ADDRESS = re.compile(r"https?://[^\s/?#@:\\]+\.[^\s/?#@:\\.]+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
_BY_COUNTRY = ("accepts", "reaches", "standing")
# Often written, but no codes of ISO 3166.
_MEANT = {"UK": "GB", "EL": "GR"}


def is_web_address(text: str) -> bool:
    """Whether it is a full http or https address with a host."""
    return _ADDRESS.fullmatch(text) is not None


@rule(
    "website",
    Scope.RECORD,
    reason="People open what stands here: it must be the whole address and nothing else.",
)
def website(entry: Entry, records: Records) -> Iterator[Finding]:
    """The website of a platform or of a former name, unless it is null, is written in full."""
    for path, address in entry.texts() if entry.kind is Platform else ():
        if path[-1:] == ("website",) and not is_web_address(address):
            yield fault(entry.place(path), found=address)


@rule("country-code", Scope.RECORD, reason="A filter by country would never find what is written in another way.")
def country_code(entry: Entry, records: Records) -> Iterator[Finding]:
    """Values and keys that should be country codes and are none."""
    for path, code, is_key in _codes(entry):
        if code not in COUNTRY_CODES:
            place = entry.key_place(path) if is_key else entry.place(path)
            meant = _MEANT.get(code.upper(), code.upper())
            known = meant in COUNTRY_CODES
            fix = replaced(entry.document, (*entry.path, *path), meant, key=is_key) if known else None
            yield fault(place, found=code, expected=(meant,) if known else (), fix=fix)


def _codes(entry: Entry) -> Iterator[tuple[FieldPath, str, bool]]:
    """Path and text of everything that names a country, and whether it is a key."""
    if entry.kind is Country:
        yield (), entry.id, True
    for path, value in entry.walk():
        if not path:
            continue
        if path[-1] in _BY_COUNTRY and isinstance(value, dict):
            yield from (((*path, key), key, True) for key in value)
        elif isinstance(value, str) and (path[-1] == "country" or _is_headquarters(path)):
            yield path, value, False


def _is_headquarters(path: FieldPath) -> bool:
    return path[0] == "headquarters" and path[-1] == "value"
