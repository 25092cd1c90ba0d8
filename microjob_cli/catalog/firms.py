"""Whose a web address is: addresses that really belong to somebody, and firms whose names frauds borrow."""

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.names import Aliases
from microjob_cli.catalog.text import Text


class OwnAddress(Struct, frozen=True, omit_defaults=True):
    """A host that is somebody's own, with all below it; after `until` a former one. `source` tells whose it is."""

    address: str
    source: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: Text | None = None


class Firm(Struct, frozen=True, omit_defaults=True):
    """A well-known firm that is neither a site nor a payout method of the records. `anybody` can have a page there."""

    id: str
    name: Text
    addresses: tuple[OwnAddress, ...]
    aliases: Aliases = field(default_factory=Aliases)
    anybody: bool = False
