"""Web addresses, as far as rules need to know them."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[^\s/?#@:\\]+\.[^\s/?#@:\\.]+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether it is a full http or https address with a host."""
    return _ADDRESS.fullmatch(text) is not None


def same_page(address: str) -> str:
    """A form that is equal for two ways to write the address of one page."""
    host, slash, path = address.split("://", 1)[-1].partition("/")
    return (host.casefold().removeprefix("www.") + slash + path.partition("#")[0]).rstrip("/")
