"""Where a span leads: the address of what it names, for media that know no pages of ours."""

import re
from collections.abc import Callable

from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.render.document import Kind, Target
from microjob_cli.render.formatter import Formatter

Where = Callable[[Target], str | None]
# What may be followed; anything else in its place, a script too, stays text.
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\|]+", re.IGNORECASE)


def followed(address: str | None) -> str | None:
    """An address if it is one that may be followed."""
    return address if address and _ADDRESS.fullmatch(address) else None


def addressed(target: Target) -> str | None:
    """Where addresses lead; names of sites and sources lead nowhere."""
    return followed(target.key) if target.kind is Kind.ADDRESS else None


def outside(page: Formatter) -> Where:
    """Where sources, addresses and sites lead; nobody is sent to a site that is reported to defraud or not to pay."""

    def where(target: Target) -> str | None:
        match target.kind:
            case Kind.SOURCE:
                source = page.catalogue.sources.get(target.key)
                return followed(source.shown_address) if source else None
            case Kind.SITE:
                site = page.catalogue.platforms.get(target.key)
                return followed(site.website) if site and PlatformFacts(site, page.evidence).usable else None
        return addressed(target)

    return where
