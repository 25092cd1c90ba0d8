"""Web addresses in running text: the host to which each would lead a browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

# "picoworkers dot org" and "picoworkers[.]org" are addresses too.
_SPOKEN_DOT = re.compile(r"(?<=\w)\s*(?:\(dot\)|\[dot\]|\[\.\]|\(\.\)|\bdot\b|ডট)\s*(?=\w)")
# A scheme with any slashes, then all up to the path; the path itself names no further address.
_LINKED = r"(?:https?|hxxps?):[/\\]*(?P<authority>[^\s/?#\\]*)\S*"
# Without a scheme: perhaps something with an `@`, the host, perhaps a port, a path. What stands behind must not go on
# the host, nor turn it into the name before an `@`.
_BARE = (
    r"(?<![\w.%+@-])(?:(?P<user>[\w.%+-]+)@)?(?P<host>(?:[\w\u0980-\u09ff-]+\.)+(?!xn--)[a-z]{2,})"
    r"(?::\d*)?(?:-?[\u0980-\u09ff]|-\w*(?![\w.@-])|[/?#\\]\S*|\.(?!\w)|(?=[\s,;!?|*…\"'<>()\[\]{}\u0964])|$)"
)
_ADDRESS = re.compile(f"{_LINKED}|{_BARE}")
# What can stand in no host: there the running text goes on.
_AFTER = re.compile(r"""[<>"|^{}\[\]\u0964]""")
_PUNCTUATION = "'(),;:!*.…"
# An ending of Bengali joined to an address: "sproutgigs.com-e", "sproutgigs.comএ".
_JOINED = re.compile(r"(?<=\.)(?!xn--)([a-z]{2,})(?:-[^.]*|[\u0980-\u09ff]+)$")
# A full stop without a space behind it does not make an address: without `https://` only these endings do.
_ENDINGS = frozenset(
    """
    com org net info biz xyz site online website top club shop store live vip pro app me io co cc sbs icu fun life world
    work cash money earn tk ml ga in bd us uk eu pk de ru ai tech dev cloud link page click space agency
    """.split()
)


def addresses(text: str) -> tuple[str, ...]:
    """The host of every web address in a text, in order."""
    return tuple(dict.fromkeys(_hosts(written_out(text))))


def written_out(text: str) -> str:
    """The text as browsers read addresses, with its spoken dots as dots: `sproutgigs dot com`."""
    return _SPOKEN_DOT.sub(".", _plain(text))


def readable(address: str) -> str:
    """A host with the letters that its coded labels stand for."""
    return ".".join(map(_decoded, address.split(".")))


def _plain(text: str) -> str:
    """The text as browsers read addresses: letters of one width, no case, no signs that are not seen."""
    if text.isascii():
        return text.casefold()
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", seen).casefold().replace("。", ".")


def _hosts(text: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(text):
        if match["host"] is None:
            named = _host_of(match["authority"])
        else:
            named = match["host"] if _is_address(match["user"], match["host"]) else ""
        if "." in named:
            yield named.removeprefix("www.")


def _host_of(authority: str) -> str:
    """The host without what stands before an `@`, which only looks like one, and without the port."""
    named = _AFTER.split(authority.rpartition("@")[2], maxsplit=1)[0].partition(":")[0]
    return _JOINED.sub(r"\1", _plain(unquote(named)).rstrip(_PUNCTUATION))


def _is_address(user: str | None, named: str) -> bool:
    """Whether a host without a scheme is meant as one: not as the end of a sentence, nor in an e-mail address."""
    return _ends_like_one(named) and (user is None or _ends_like_one(user))


def _ends_like_one(text: str) -> bool:
    return any(label in _ENDINGS for label in text.split(".")[1:])


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label
