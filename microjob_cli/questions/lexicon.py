"""Finds the known words in a question, the longest phrase first, spelt in whatever way."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from microjob_cli.catalog.questions import Word
from microjob_cli.questions.tokens import Span, Token, key, stems, tokens

# The best of some known spellings for a mistyped one, if there is any good enough.
Nearest = Callable[[str, Sequence[str]], str | None]

FILLER = "filler"
_LONGEST_PHRASE = 6
_SHORTEST_TYPO, _SHORTEST_BEGINNING = 5, 3
# A phrase may have such words in between: "koto (ta) din".
_PARTICLES = frozenset("e te er r ta ti o je to a the your apnar টা টি তো যে ও এ র আপনার".split())


class Hit(Span, frozen=True):
    """Known words found in some tokens. `languages` are those in which they are spelt so; `sure`: not guessed."""

    words: frozenset[str]
    languages: frozenset[str]
    sure: bool = True


class Spellings(Struct, frozen=True):
    """Every phrase of the words, with the words that it makes (`bkash/en`: the word and the language of the spelling).

    Beginnings of phrases are in it too, with no words. `sound` is by how a phrase sounds; `begun` holds the sounds of
    spellings that may end in any way.
    """

    exact: Mapping[str, Sequence[str]]
    sound: Mapping[str, Sequence[str]]
    begun: Mapping[str, Sequence[str]]

    def beginning(self, token: Token) -> Sequence[str]:
        """What the longest spelling makes with which the token begins."""
        spelt = key(token.folded)
        lengths = range(len(spelt), _SHORTEST_BEGINNING - 1, -1)
        return next((self.begun[spelt[:length]] for length in lengths if spelt[:length] in self.begun), ())


def spellings_of(words: Iterable[Word]) -> Spellings:
    """All spellings of all words, made ready for finding them in texts."""
    exact: dict[str, list[str]] = {}
    sound: dict[str, list[str]] = {}
    begun: dict[str, list[str]] = {}
    for word in words:
        for spelling, language in word.spellings():
            pieces, named = [token.folded for token in tokens(spelling)], f"{word.id}/{language}"
            if spelling.endswith("*") and len(pieces) == 1:
                begun.setdefault(key(pieces[0]), []).append(named)
            elif pieces:
                _add(exact, pieces, named)
                _add(sound, [key(piece) for piece in pieces], named)
    return Spellings(exact, sound, begun)


def _add(phrases: dict[str, list[str]], pieces: Sequence[str], named: str) -> None:
    for length in range(1, len(pieces)):
        phrases.setdefault(" ".join(pieces[:length]), [])
    words = phrases.setdefault(" ".join(pieces), [])
    if named not in words:
        words.append(named)


def phrases_from(
    phrases: Mapping[str, Sequence[str]], row: Sequence[Token], start: int, forms: Callable[[Token], Iterable[str]]
) -> Iterator[tuple[str, int]]:
    """What the phrases make that begin at a place, and where each ends. `forms`: how a token may be read."""
    reached = [("", start)]
    for _ in range(_LONGEST_PHRASE):
        following = []
        for begun, place in reached:
            for end in _ends(row, place, started=place > start):
                spelt = (f"{begun} {form}".lstrip() for form in forms(row[end - 1]))
                following += [(phrase, end) for phrase in spelt if phrase in phrases]
        yield from ((named, end) for phrase, end in following for named in phrases[phrase])
        reached = following


def _ends(row: Sequence[Token], place: int, *, started: bool) -> list[int]:
    """The ends of the next token of a phrase: at once, or after a particle; none where a comma or the like parts."""
    if place >= len(row) or (started and row[place].start - row[place - 1].end > 1):
        return []
    skips = started and place + 1 < len(row) and row[place].folded in _PARTICLES
    return [place + 1, place + 2] if skips else [place + 1]


class Lexicon:
    """Finds the words of the records in questions."""

    def __init__(self, spellings: Spellings, words: Mapping[str, Word], nearest: Nearest) -> None:
        self._spellings, self.words, self._nearest = spellings, words, nearest

    @cached_property
    def _known(self) -> list[str]:
        """Single words that a mistyped one may stand for."""
        exact = sorted(self._spellings.exact)
        return [spelt for spelt in exact if len(spelt) >= _SHORTEST_TYPO and " " not in spelt]

    def is_word(self, text: str) -> bool:
        """Whether these tokens together are spelt exactly as a word of the records."""
        return bool(self._spellings.exact.get(" ".join(token.folded for token in tokens(text))))

    def sets(self, text: str, slot: str) -> str | None:
        """What the word that is spelt exactly so fills a slot with."""
        words = (self.words[named.partition("/")[0]] for named in self._spellings.exact.get(text, ()))
        return next((word.sets[slot] for word in words if slot in word.sets), None)

    def hits(self, row: Sequence[Token], named: Container[int] = ()) -> list[Hit]:
        """Every phrase that is found, the longest at each place; they may overlap. Where a name is, none is guessed."""
        found = (self._longest(row, start, guess=start not in named) for start in range(len(row)))
        return [hit for hit in found if hit is not None]

    def _longest(self, row: Sequence[Token], start: int, *, guess: bool) -> Hit | None:
        spelt = list(phrases_from(self._spellings.exact, row, start, lambda token: (token.folded,)))
        sounded = list(phrases_from(self._spellings.sound, row, start, _sounds))
        reached = [max((end for _, end in found), default=start) for found in (spelt, sounded)]
        found, end = (spelt, reached[0]) if reached[0] >= reached[1] else (sounded, reached[1])
        if found:
            return _hit([named for named, last in found if last == end], start, end)
        if begun := self._spellings.beginning(row[start]):
            return _hit(begun, start, start + 1)
        return self._mistyped(row[start], start) if guess else None

    def _mistyped(self, token: Token, start: int) -> Hit | None:
        """The word that a spelling nobody recorded comes nearest to."""
        if not token.is_word or len(token.folded) < _SHORTEST_TYPO:
            return None
        spelt = self._nearest(token.folded, self._known)
        named = self._spellings.exact[spelt] if spelt else ()
        return _hit(named, start, start + 1, sure=False) if named else None


def _sounds(token: Token) -> Iterable[str]:
    return dict.fromkeys(key(stem) for stem in stems(token.folded))


def _hit(named: Iterable[str], start: int, end: int, *, sure: bool = True) -> Hit:
    words, languages = zip(*(one.split("/") for one in named), strict=True)
    return Hit(start, end, frozenset(words), frozenset(languages), sure)


def slots_of(hits: Iterable[Hit], words: Mapping[str, Word]) -> dict[str, list[str]]:
    """The slots that the found words fill."""
    filled: dict[str, dict[str, None]] = {}
    for hit in hits:
        for word in sorted(hit.words):
            for slot, value in words[word].sets.items():
                filled.setdefault(slot, {})[value] = None
    return {slot: list(values) for slot, values in filled.items()}
