"""Web addresses in running text."""

from __future__ import annotations

import re

from microjob_cli.domain.catalogue import host

# "picoworkers dot org" is an address too.
_SPOKEN_DOT = re.compile(r"(?<=\w)\s*(?:\(dot\)|\[dot\]|\bdot\b|ডট)\s*(?=\w)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<![@\w])(https?://)?((?:[a-z0-9-]+\.)+([a-z]{2,}))\b", re.IGNORECASE)
# A full stop without a space behind it does not make an address: without `https://` only these endings do.
_ENDINGS = frozenset(
    """
    com org net info biz xyz site online website top club shop store live vip pro app me io co cc sbs icu fun life world
    work cash money earn tk ml ga in bd us uk eu pk de ru ai tech dev cloud link page click space agency space
    """.split()
)


def addresses(text: str) -> tuple[str, ...]:
    """The host of every web address in a text, in order."""
    found = _ADDRESS.findall(_SPOKEN_DOT.sub(".", text))
    return tuple(dict.fromkeys(host(named) for begun, named, ending in found if begun or ending.casefold() in _ENDINGS))
