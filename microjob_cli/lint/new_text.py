"""What the rules say of a text before it is in a record: for whoever asks a person for one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from microjob_cli.domain.catalogue import Catalogue, method_names, platform_names, task_names
from microjob_cli.domain.confusable import mixed_alphabet, skeleton
from microjob_cli.domain.errors import UsageProblem
from microjob_cli.domain.names import Name, NameIndex, fold
from microjob_cli.lint.addresses import is_web_address
from microjob_cli.lint.bengali import has_bengali
from microjob_cli.lint.characters import HIDDEN, named

LONGEST = 1000


def plain_text(text: str) -> str:
    """A text in its standard form, on one line. Raises UsageProblem for what no record may hold."""
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    unseen = HIDDEN.search(composed)
    odd = unseen[0][0] if unseen else next((char for char in composed if _unprintable(char)), None)
    if odd:
        raise UsageProblem("hidden-character", character=named(odd))
    if len(composed) > LONGEST:
        raise UsageProblem("too-long", most=LONGEST)
    for word in re.findall(r"\w+", composed):
        if alphabet := mixed_alphabet(word):
            raise UsageProblem("mixed-letters", found=word, alphabet=alphabet.capitalize())
    return composed


def _unprintable(char: str) -> bool:
    """Halves of characters, and code points without a character; joiners were looked at before."""
    return not char.isprintable() and char not in "\u200c\u200d"


def web_address(text: str) -> str:
    """A full web address. Raises UsageProblem."""
    address = plain_text(text)
    if not is_web_address(address):
        raise UsageProblem("bad-address", found=address)
    return address


def bengali_text(text: str) -> str:
    """A text in Bengali. Raises UsageProblem."""
    composed = plain_text(text)
    if not has_bengali(composed):
        raise UsageProblem("not-bengali", found=composed)
    return composed


def english_text(text: str) -> str:
    """A text without Bengali. Raises UsageProblem."""
    composed = plain_text(text)
    if has_bengali(composed):
        raise UsageProblem("not-english", found=composed)
    return composed


class TakenNames:
    """The names in a catalogue, and those that a reader would take for them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._platforms = NameIndex(platform_names(catalogue.platforms))
        self._by_look: dict[str, Name] = {}
        for name in _every(catalogue):
            self._by_look.setdefault(skeleton(name.written), name)

    def owner(self, text: str) -> str | None:
        """The id of the platform that has this name. Raises UsageProblem for what only looks like a name."""
        found = self._platforms.find(text)
        if found:
            return found.id
        twin = self._by_look.get(skeleton(text))
        if twin and fold(twin.written) != fold(text):
            raise UsageProblem("looks-like", found=text, other=twin.written, id=twin.id)
        return None


def _every(catalogue: Catalogue) -> Iterator[Name]:
    yield from platform_names(catalogue.platforms)
    yield from method_names(catalogue.methods)
    yield from task_names(catalogue.task_types)
