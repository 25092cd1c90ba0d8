"""What the beginning of a word can become: for whoever types and presses Tab."""

import unicodedata
from collections.abc import Iterable, Iterator

from microjob_cli.catalog.names import Name, NameIndex, NameKind, fold

_KEPT = "LMN"  # the categories of letters, marks and digits
_JOINERS = "Cf"
_HARMLESS = frozenset(" .,-_/=\u200c\u200d")  # to any shell, within a word
_HARMLESS_SAID = _HARMLESS | frozenset(":()")
_LOOSE = frozenset({NameKind.ALIAS, NameKind.ADDRESS})


def names_begun(typed: str, names: Iterable[Name]) -> Iterator[tuple[str, Name]]:
    """Each record that the beginning of a name leads to, once, by its surest name.

    The word goes on from what was typed, however that is written, and holds nothing that means something to a shell.
    Among Latin letters aliases come only where nothing else does: many are mistypings, or whole phrases.
    """
    begun, told = fold(typed), set[str]()
    if typed and not begun:
        return
    matching = [name for folded, name in NameIndex(names).names.items() if folded.startswith(begun)]
    if typed.isascii():
        matching = [name for name in matching if name.kind not in _LOOSE] or matching
    for name in matching:
        rest = _rest(begun, _as_one_word(name.written))
        if name.id not in told and rest is not None:
            told.add(name.id)
            yield typed + (rest.lstrip("-.") if typed and not fold(typed[-1]) else rest), name


def words_begun(typed: str, words: Iterable[str]) -> Iterator[str]:
    """The words with that beginning, in any case, with `_` or `-`; each goes on from what was typed."""
    begun = _alike(typed)
    return (typed + word[len(typed) :] for word in words if _alike(word).startswith(begun))


def harmless(offers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Offers, each with what is said of it, of which no shell runs anything: zsh evaluates both, bash takes it raw."""
    return [
        (word, _only(_HARMLESS_SAID, about))
        for word, about in offers
        if word == _only(_HARMLESS, word) and not word.startswith("-")
    ]


def _only(also: frozenset[str], text: str) -> str:
    """The letters, marks and digits of a text, and these."""
    return "".join(char for char in text if char in also or unicodedata.category(char)[0] in _KEPT)


def _as_one_word(text: str) -> str:
    """`Pico Workers` -> `pico-workers`: it folds as the name does and needs no quotes."""
    plain = unicodedata.normalize("NFC", text.casefold())
    pieces = (_piece(char) for char in plain)
    return "-".join(part for part in "".join(pieces).split("-") if part)


def _piece(char: str) -> str:
    category = unicodedata.category(char)
    if category[0] in _KEPT or char == ".":
        return char
    return "" if category == _JOINERS else "-"


def _rest(begun: str, word: str) -> str | None:
    """What is left of a word after the part that folds to what was begun."""
    return next((word[end:] for end in range(len(word) + 1) if fold(word[:end]) == begun), None)


def _alike(word: str) -> str:
    return word.casefold().replace("_", "-")
