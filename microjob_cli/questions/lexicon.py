"""Finds the known words in a question, the longest phrase first, spelt in whatever way."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from microjob_cli.catalog.questions import Word
from microjob_cli.questions.spelling import key, stems
from microjob_cli.questions.tokens import Token, tokens

# The best of some known spellings for a mistyped one, if there is any good enough.
Nearest = Callable[[str, Sequence[str]], str | None]

FILLER = "filler"
_LONGEST_PHRASE = 6
_SHORTEST_TYPO = 5
# A phrase may have such words in between: "koto (ta) din".
_PARTICLES = frozenset(
    {"e", "te", "er", "r", "ta", "ti", "o", "je", "to", "a", "the", "টা", "টি", "তো", "যে", "ও", "এ", "র"}
)


class Hit(Struct, frozen=True):
    """Known words found in some tokens. `languages` are those in which they are spelt so; `sure`: not guessed."""

    words: frozenset[str]
    start: int
    end: int
    languages: frozenset[str]
    sure: bool = True


_Phrases = dict[str, list[str]]


class Spellings(Struct, frozen=True):
    """Every phrase of the words, with the words that it makes (`bkash/en`: the word and the language of the spelling).

    Beginnings of phrases are in it too, with no words. `sound` is by how a phrase sounds; `begun` holds the sounds of
    spellings that may end in any way.
    """

    exact: Mapping[str, Sequence[str]]
    sound: Mapping[str, Sequence[str]]
    begun: Mapping[str, Sequence[str]]


def spellings_of(words: Iterable[Word]) -> Spellings:
    """All spellings of all words, made ready for finding them in questions."""
    exact: _Phrases = {}
    sound: _Phrases = {}
    begun: _Phrases = {}
    for word in words:
        for spelling, language in word.spellings():
            pieces, named = [token.folded for token in tokens(spelling)], f"{word.id}/{language}"
            if spelling.endswith("*") and len(pieces) == 1:
                begun.setdefault(key(pieces[0]), []).append(named)
            elif pieces:
                _add(exact, pieces, named)
                _add(sound, [key(piece) for piece in pieces], named)
    return Spellings(exact, sound, begun)


def _add(phrases: _Phrases, pieces: Sequence[str], named: str) -> None:
    for length in range(1, len(pieces)):
        phrases.setdefault(" ".join(pieces[:length]), [])
    words = phrases.setdefault(" ".join(pieces), [])
    if named not in words:
        words.append(named)


class Lexicon:
    """Finds the words of the records in questions."""

    def __init__(self, spellings: Spellings, words: Mapping[str, Word], nearest: Nearest) -> None:
        self._exact, self._sound, self._begun = spellings.exact, spellings.sound, spellings.begun
        self._words, self._nearest = words, nearest

    @cached_property
    def _known(self) -> list[str]:
        """Single words that a mistyped one may stand for."""
        return [spelt for spelt in sorted(self._exact) if len(spelt) >= _SHORTEST_TYPO and " " not in spelt]

    def is_word(self, text: str) -> bool:
        """Whether these tokens together are spelt exactly as a word of the records."""
        return bool(self._exact.get(_joined(tokens(text))))

    def stands_for_method(self, text: str) -> bool:
        """Whether these tokens are a word that stands for a payout method without being its name."""
        named = self._exact.get(text, ())
        return any("payout_methods" in self._words[word.partition("/")[0]].sets for word in named)

    def unit(self, token: Token) -> str | None:
        """The unit of which the token alone is the name."""
        words = (self._words[named.partition("/")[0]] for named in self._exact.get(token.folded, ()))
        return next((word.sets["unit"] for word in words if "unit" in word.sets), None)

    def hits(self, row: Sequence[Token], named: Container[int] = ()) -> list[Hit]:
        """Every phrase that is found, the longest at each place; they may overlap. Where a name is, none is guessed."""
        found = (self._longest(row, start, guess=start not in named) for start in range(len(row)))
        return [hit for hit in found if hit is not None]

    def _longest(self, row: Sequence[Token], start: int, *, guess: bool) -> Hit | None:
        spelt = _walk(self._exact, row, start, lambda token: [token.folded])
        sounded = _walk(self._sound, row, start, _sounds)
        best = max((one for one in (spelt, sounded) if one), key=lambda one: one.end, default=None)
        best = best or self._beginning(row[start], start)
        return best or (self._mistyped(row[start], start) if guess else None)

    def _beginning(self, token: Token, start: int) -> Hit | None:
        spelt = key(token.folded)
        for length in range(len(spelt), 2, -1):
            if spelt[:length] in self._begun:
                return _hit(self._begun[spelt[:length]], start, start + 1)
        return None

    def _mistyped(self, token: Token, start: int) -> Hit | None:
        """The word that a spelling nobody recorded comes nearest to."""
        if not token.is_word or len(token.folded) < _SHORTEST_TYPO:
            return None
        spelt = self._nearest(token.folded, self._known)
        named = self._exact[spelt] if spelt else ()
        return _hit(named, start, start + 1, sure=False) if named else None


def _walk(
    phrases: Mapping[str, Sequence[str]], row: Sequence[Token], start: int, forms: Callable[[Token], Sequence[str]]
) -> Hit | None:
    """The longest phrase from a place; particles may stand inside."""
    best: Hit | None = None
    reached = [("", start)]
    for _ in range(_LONGEST_PHRASE):
        following = []
        for begun, place in reached:
            for end in _next_places(row, place, started=bool(begun)):
                spelt = (f"{begun} {form}" if begun else form for form in forms(row[end - 1]))
                following += [(phrase, end) for phrase in spelt if phrase in phrases]
        for phrase, end in following:
            words = phrases[phrase]
            if words and (best is None or end > best.end):
                best = _hit(words, start, end)
            elif words and best is not None and end == best.end:
                best = _hit(words, start, end, beside=best)
        reached = following
    return best


def _next_places(row: Sequence[Token], place: int, *, started: bool) -> list[int]:
    """The ends of the next token of a phrase: at once, or after a particle; none where a comma or the like parts."""
    parted = started and place < len(row) and row[place].start - row[place - 1].end > 1
    ends = [place + 1] if place < len(row) and not parted else []
    if ends and started and place + 1 < len(row) and row[place].folded in _PARTICLES:
        ends.append(place + 2)
    return ends


def _sounds(token: Token) -> list[str]:
    return list(dict.fromkeys(key(stem) for stem in stems(token.folded)))


def _joined(row: Iterable[Token]) -> str:
    return " ".join(token.folded for token in row)


def _hit(named: Iterable[str], start: int, end: int, *, sure: bool = True, beside: Hit | None = None) -> Hit:
    pairs = [one.split("/") for one in named]
    words, languages = frozenset(word for word, _ in pairs), frozenset(language for _, language in pairs)
    if beside is not None:
        words, languages = words | beside.words, languages | beside.languages
    return Hit(words, start, end, languages, sure)


def slots_of(hits: Iterable[Hit], words: Mapping[str, Word]) -> dict[str, list[str]]:
    """The slots that the found words fill."""
    filled: dict[str, list[str]] = {}
    for hit in hits:
        for word in sorted(hit.words):
            for slot, value in words[word].sets.items():
                values = filled.setdefault(slot, [])
                if value not in values:
                    values.append(value)
    return filled
