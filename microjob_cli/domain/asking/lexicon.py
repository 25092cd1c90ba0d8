"""Finds the known words in a question, the longest phrase first, spelt in whatever way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from microjob_cli.domain.asking.records import Word
from microjob_cli.domain.asking.spelling import key, stems
from microjob_cli.domain.asking.tokens import Token, parts, tokens

# The best of some known spellings for a mistyped one, if there is any good enough.
Nearest = Callable[[str, Sequence[str]], str | None]

FILLER = "filler"
_LONGEST_PHRASE = 6
_SHORTEST_TYPO = 5
# A phrase may have such words in between: "koto (ta) din".
_PARTICLES = frozenset(
    {"e", "te", "er", "r", "ta", "ti", "o", "je", "to", "a", "the", "টা", "টি", "তো", "যে", "ও", "এ", "র"}
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Known words found in some tokens. `languages` are those in which they are spelt so; `sure`: not guessed."""

    words: frozenset[str]
    start: int
    end: int
    languages: frozenset[str]
    sure: bool = True


class _Node:
    """What may follow some spelt tokens, and the words that they make. Thousands are made, so it is no dataclass."""

    __slots__ = ("after", "words")

    def __init__(self) -> None:
        self.after: dict[str, _Node] = {}
        self.words: set[tuple[str, str]] = set()


class Lexicon:
    """All spellings of all words, for finding them in questions."""

    def __init__(self, words: Iterable[Word], nearest: Nearest) -> None:
        self._nearest = nearest
        self._exact, self._sound = _Node(), _Node()
        self._prefixes: dict[str, set[tuple[str, str]]] = {}
        self._standing_in: set[str] = set()
        for word in words:
            for spelling, language in word.spellings():
                self._add(spelling, (word.id, language))
                if "payout_methods" in word.sets:
                    self._standing_in.add(" ".join(token.folded for token in tokens(spelling)))
        self._known = [spelt for spelt in self._exact.after if len(spelt) >= _SHORTEST_TYPO]

    def _add(self, spelling: str, named: tuple[str, str]) -> None:
        pieces = parts(spelling)
        if not pieces:
            return
        if spelling.endswith("*") and len(pieces) == 1:
            self._prefixes.setdefault(key(pieces[0]), set()).add(named)
            return
        for root, spelt in ((self._exact, pieces), (self._sound, [key(piece) for piece in pieces])):
            node = root
            for part in spelt:
                following = node.after.get(part)
                if following is None:
                    following = node.after[part] = _Node()
                node = following
            node.words.add(named)

    def knows(self, folded: str) -> bool:
        """Whether this is exactly the spelling of a word, or begins one of several."""
        return folded in self._exact.after

    def is_word(self, text: str) -> bool:
        """Whether these tokens together are spelt exactly as a word of the records."""
        node: _Node | None = self._exact
        for token in tokens(text):
            node = node.after.get(token.folded) if node else None
        return node is not None and bool(node.words)

    def stands_for_method(self, text: str) -> bool:
        """Whether these tokens are a word that stands for a payout method without being its name."""
        return text in self._standing_in

    def hits(self, row: Sequence[Token]) -> list[Hit]:
        """Every phrase that is found, the longest at each place; they may overlap."""
        found = []
        for start in range(len(row)):
            hit = self._longest(row, start)
            if hit is not None:
                found.append(hit)
        return found

    def _longest(self, row: Sequence[Token], start: int) -> Hit | None:
        spelt = self._walk(self._exact, row, start, lambda token: [token.folded])
        sounded = self._walk(self._sound, row, start, _sounds)
        best = max((one for one in (spelt, sounded) if one), key=lambda one: one.end, default=None)
        return best or self._beginning(row[start], start) or self._mistyped(row[start], start)

    def _walk(
        self, root: _Node, row: Sequence[Token], start: int, forms: Callable[[Token], Sequence[str]]
    ) -> Hit | None:
        """The longest phrase from a place; particles may stand inside."""
        best: Hit | None = None
        reached = [(root, start)]
        for _ in range(_LONGEST_PHRASE):
            following = []
            for node, place in reached:
                for end in _next_places(row, place, started=node is not root):
                    following += [(node.after[form], end) for form in forms(row[end - 1]) if form in node.after]
            for node, end in following:
                if node.words and (best is None or end > best.end):
                    best = _hit(node.words, start, end)
                elif node.words and best is not None and end == best.end:
                    best = _hit(node.words, start, end, beside=best)
            reached = following
        return best

    def _beginning(self, token: Token, start: int) -> Hit | None:
        spelt = key(token.folded)
        for length in range(len(spelt), 2, -1):
            if spelt[:length] in self._prefixes:
                return _hit(self._prefixes[spelt[:length]], start, start + 1)
        return None

    def _mistyped(self, token: Token, start: int) -> Hit | None:
        """The word that a spelling nobody recorded comes nearest to."""
        if token.number is not None or len(token.folded) < _SHORTEST_TYPO:
            return None
        spelt = self._nearest(token.folded, self._known)
        node = self._exact.after[spelt] if spelt else None
        return _hit(node.words, start, start + 1, sure=False) if node and node.words else None


def _next_places(row: Sequence[Token], place: int, *, started: bool) -> list[int]:
    """The ends of the next token of a phrase: at once, or after a particle."""
    ends = [place + 1] if place < len(row) else []
    if started and place + 1 < len(row) and row[place].folded in _PARTICLES:
        ends.append(place + 2)
    return ends


def _sounds(token: Token) -> list[str]:
    return list(dict.fromkeys(key(stem) for stem in stems(token.folded)))


def _hit(
    words: Iterable[tuple[str, str]], start: int, end: int, *, sure: bool = True, beside: Hit | None = None
) -> Hit:
    named = list(words)
    ids, languages = {word for word, _ in named}, {language for _, language in named}
    if beside is not None:
        ids |= beside.words
        languages |= beside.languages
    return Hit(frozenset(ids), start, end, frozenset(languages), sure)


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
