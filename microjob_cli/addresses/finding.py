"""Web addresses in running text: the host to which each would lead a browser.

The public suffix list tells what anybody can register under. A full stop without a space behind it does not make an
address, so without `https://` only these endings do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec import Struct

from microjob_cli.catalog.names import fold

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# "picoworkers dot org" and "picoworkers[.]org" are addresses too.
_SPOKEN_DOT = re.compile(r"(?<=\w)\s*(?:\(dot\)|\[dot\]|\[\.\]|\(\.\)|\bdot\b|ডট)\s*(?=\w)", re.IGNORECASE)
# A scheme with any slashes, then all up to the path; the path itself names no further address.
_LINKED = r"(?:https?|hxxps?):[/\\]*(?P<authority>[^\s/?#\\]*)\S*"
# None of these stands in a host: spaces, punctuation, arrows, pictures. Marks of letters do, which `\w` does not know.
_NO_LETTER = (
    r"\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\xbf\s\u0964\u0965\u2000-\u20ff\u2190-\u2bff\u3000-\u303f\ufe00-\ufe0f"
    r"\U0001f000-\U0001ffff"
)
# Its last part: letters of another alphabet, a coded ending, or a word, perhaps with digits.
_ENDING = (
    rf"(?:(?:(?![\x00-\x7f])[^{_NO_LETTER}]){{2,}}+|xn--[a-z\d-]+"
    r"|[^\W\d_\u0980-\u09ff][^\W_\u0980-\u09ff]+)"
)
# Without a scheme: perhaps something with an `@`, the host, perhaps a port, a path. What stands behind must not go on
# the host, nor turn it into the name before an `@`.
_BARE = (
    r"(?<![\w.%+@-])(?:(?P<user>[\w.%+:-]{1,100})@)?"
    rf"(?P<host>(?:[^{_NO_LETTER}]+\.)+(?!https?:|hxxps?:){_ENDING})"
    r"(?::\d*)?(?:-?[\u0980-\u09ff]|-\w*(?![\w.@-])|[/?#\\]\S*|\.(?!\w)|(?=[^\w.%+@-])|$)"
)
_ADDRESS = re.compile(f"{_LINKED}|{_BARE}", re.IGNORECASE)
# What can stand in no host: there the running text goes on.
_AFTER = re.compile(r"""[<>"|^{}\[\]\u0964]""")
_PUNCTUATION = "'(),;:!*.…"
# An ending of Bengali joined to an address: "sproutgigs.com-e", "sproutgigs.comএ".
_JOINED = re.compile(r"(?<=\.)(?!xn--)([a-z]{2,})(?:-[^.]*|[\u0980-\u09ff]+)$")
# Addresses of one letter that are in wide use; else such a thing is an abbreviation: "B.Com", "M.Sc.".
_ONE_LETTER = frozenset({"t.me", "t.co", "t.ly", "m.me", "x.com"})
_ABBREVIATED = 3
_BENGALI = re.compile("[\u0980-\u09ff]")
# Endings that are words of English or Banglish too, or what files are called: without a path they are the beginning of
# the next sentence, or a file.
_WORDS_TOO = frozenset(
    """
    able adult best bid book box build business buy call car care case cool day deal deals discover eat faith family
    fan fast film fire fish fit fly food free game get gift gives giving got green guide health help here holiday
    hot house how inc law like limited living llc love ltd man map meet men mom movie name new news next now off one
    open pay phone photo place play plus post property read rest review rich run safe save school science select sex
    show smile star talk today tools total travel trust video vote watch weather win wine wow you zero
    am ar as at be by de do er es id is it je ke ki la ma me mo mu my na ne ni no nu om pa pe se so to us
    java md mov pl ps py rs sh zip
    """.split()
)
# No name in the Internet is longer.
_LONGEST_HOST = 253


class Link(Struct, frozen=True):
    """An address in a text: the host to which it leads, and the whole of it as it stands there."""

    host: str
    written: str


def addresses(text: str, names: Container[str] = ()) -> tuple[str, ...]:
    """The host of every web address in a text, in order. `names`: as below."""
    return tuple(dict.fromkeys(link.host for link in links_and_rest(text, names)[0]))


def links_and_rest(text: str, names: Container[str] = ()) -> tuple[tuple[Link, ...], str]:
    """Every address in a text, in order, and the words beside them.

    `names`: the folded names of sites. With any word behind a full stop they are addresses: nobody else is so called.
    """
    plain = written_out(text)
    whole = plain.strip()
    found, rest, end = [], [], 0
    for match in _ADDRESS.finditer(plain):
        host = _host(match, names, alone=match[0] == whole)
        if host or match["user"]:
            start = _beginning(plain, match.start(), end)
            rest.append(plain[end:start])
            if host:
                found.append(Link(host, plain[start : match.end()]))
            end = match.end()
    return tuple(found), " ".join([*rest, plain[end:]])


def written_out(text: str) -> str:
    """The text as browsers read addresses, with its spoken dots as dots: `sproutgigs dot com`."""
    return _SPOKEN_DOT.sub(".", _plain(text))


def readable(address: str) -> str:
    """A host with the letters that its coded labels stand for."""
    return ".".join(map(_decoded, address.split(".")))


def _plain(text: str) -> str:
    """The text as browsers read addresses: letters of one width, no signs that are not seen."""
    if text.isascii():
        return text
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", seen).replace("。", ".")


def _host(match: re.Match[str], names: Container[str], *, alone: bool) -> str:
    """The host that was found; empty where it is none. `alone`: nothing else was written."""
    if match["host"] is None:
        named = _host_of(match["authority"])
    else:
        goes_on = match[0].rpartition(match["host"])[2][:1] in ("/", ":", "?", "#")
        named = match["host"]
        if not _is_address(match["user"], named.casefold(), names, marked=goes_on or alone):
            return ""
    named = named.casefold()
    return named.removeprefix("www.") if "." in named and len(named) <= _LONGEST_HOST else ""


def _host_of(authority: str) -> str:
    """The host without what stands before an `@`, which only looks like one, and without the port."""
    named = _AFTER.split(authority.rpartition("@")[2], maxsplit=1)[0].partition(":")[0]
    return _JOINED.sub(r"\1", _plain(unquote(named)).casefold().rstrip(_PUNCTUATION))


def _is_address(user: str | None, named: str, names: Container[str], *, marked: bool) -> bool:
    """Whether a host without a scheme is meant as one: not as the end of a sentence, nor in an e-mail address."""
    return _ends_like_one(named, names, marked=marked) and (
        user is None or _ends_like_one(user.casefold().partition(":")[0], names, marked=False)
    )


def _ends_like_one(named: str, names: Container[str], *, marked: bool) -> bool:
    """Whether it ends as addresses do. `marked`: it has a path or stands alone, as sentences and degrees do not."""
    first, *others = named.removeprefix("www.").split(".")
    if named.startswith("www.") or named in _ONE_LETTER:
        return bool(others)
    if len(first) == 1 and others and len(others[0]) <= _ABBREVIATED:
        return False
    if not _BENGALI.match(others[-1] if others else "") and any(
        fold(label) in names for label in (first, *others[:-1])
    ):
        return bool(others)
    return any((marked or label not in _WORDS_TOO) and _endings().is_public(label) for label in others)


@cache
def _endings() -> PublicSuffixList:
    """The list, read once: it takes as long as a short call of the program."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True, accept_unknown=False, accept_encoded_idn=False)


def _beginning(text: str, start: int, least: int) -> int:
    """Where an address begins: what stands before its `@` belongs to it."""
    if text[start - 1 : start] == "@":
        while start > least and not text[start - 1].isspace():
            start -= 1
    return start


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label
