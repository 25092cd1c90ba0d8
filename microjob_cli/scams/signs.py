"""Which danger signs an offer shows, and the words by which each was known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from microjob_cli.addresses.finding import Link
from microjob_cli.addresses.owners import Owner, OwnerKind
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import UNLESS, DangerSign, Shown
from microjob_cli.questions.indexes import offered_spellings
from microjob_cli.scams.likeness import likeness
from microjob_cli.scams.words import Wording, worded

_OWN_PHRASE = "own-phrase"
# A word of the records.
_ORDINARY = "ordinary-name"
_NAMED = {OwnerKind.PLATFORM: "a-site", OwnerKind.METHOD: "a-method", OwnerKind.FIRM: "a-firm"}
# What a link says, wherever in the text it stands: each is the sign that a link of that kind shows.
PRIVATE_CONTACT = "private-contact"
_LINKS = {PRIVATE_CONTACT: "a-chat-link", "hidden-address": "a-short-link", "open-form": "a-form-link"}
# Sentences that begin within so many words of each other are near enough for words that may stand apart.
_CLOSE, _STEP = 75, 15


# A text that is less likely a fraud than this, times the signs that rules found, shows none whatever its words; one
# likelier than that shows the signs that are likeliest, though no rule knows it. Found by texts from which nothing had
# been learnt, for alarms at one honest text in twenty.
_HONEST, _SURELY = 0.5, 0.95


def signs_shown(
    wordings: Sequence[Wording], catalogue: Catalogue, links: Sequence[Link] = (), named: Iterable[Owner] = ()
) -> Iterator[Shown]:
    """The signs that a text shows, by rules and as a whole; `named`: whose address or name is in it."""
    signs, marks = catalogue.danger_signs, marks_of(links, catalogue)
    by_rule = set(_by_rules(wordings, signs.values(), marks | {_NAMED[one.kind] for one in named}))
    like = likeness(wordings, marks, catalogue.offer_leanings)
    if like and like.fraud * max(1, len(by_rule)) < _HONEST:
        return
    likely = like.signs if like and like.fraud >= _SURELY else {}
    for sign in signs.values():
        if sign.id in by_rule:
            yield Shown(sign)
        elif sign.id in likely:
            yield Shown(sign, likely[sign.id])


def _by_rules(wordings: Sequence[Wording], signs: Collection[DangerSign], everywhere: frozenset[str]) -> Iterator[str]:
    """The signs of which a clue fits what stands close together."""
    for sign in signs:
        sentences = [_counting(wording, sign) | everywhere for wording in wordings]
        apart = _together(wordings, sentences) if any(clue.apart for clue in sign.clues) else ()
        contexts = {False: set(sentences), True: set(apart)}
        if any(clue.speaks(said) for clue in sign.clues for said in contexts[clue.apart]):
            yield sign.id


def signs_in(text: str, catalogue: Catalogue) -> tuple[Shown, ...]:
    """The signs that a short text shows by its words."""
    return tuple(signs_shown([worded(text, offered_spellings(catalogue))], catalogue))


def ordinary_names(catalogue: Catalogue) -> frozenset[str]:
    """Names of recorded sites, methods and firms that are usual words too."""
    word = catalogue.offer_words.get(_ORDINARY)
    return frozenset(spelling for spelling, _ in word.spellings()) if word else frozenset()


def signs_of_link(link: Link, signs: Iterable[DangerSign]) -> tuple[DangerSign, ...]:
    """The signs that a link shows."""
    return tuple(sign for sign in signs if any(_leads_to(link, known) for known in sign.hosts))


def marks_of(links: Sequence[Link], catalogue: Catalogue) -> frozenset[str]:
    """What the links of a text say, wherever in it they stand."""
    shown = [sign.id for link in links for sign in signs_of_link(link, catalogue.danger_signs.values())]
    return frozenset(("a-link", *(_LINKS[sign] for sign in shown if sign in _LINKS)) if links else ())


def _counting(wording: Wording, sign: DangerSign) -> frozenset[str]:
    """What counts for the sign in a sentence."""
    spans = [one for one in wording.said if one.word == f"{UNLESS}{sign.id}"]
    said = (one for one in wording.said if not any(span.holds(one) for span in spans))
    return frozenset(_OWN_PHRASE if one.word == sign.id else one.word for one in said)


def _together(wordings: Sequence[Wording], said: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """What is said in sentences that follow each other closely, from one in every few words on."""
    begins = list(accumulate((len(wording.row) for wording in wordings), initial=0))[:-1]
    next_one = 0
    for first, begin in enumerate(begins):
        if begin >= next_one:
            next_one = begin + _STEP
            yield frozenset[str]().union(*said[first : bisect_left(begins, begin + _CLOSE, lo=first + 1)])


def _leads_to(link: Link, known: str) -> bool:
    """Whether the link leads to that host, or one below it, and there to that path if it names one."""
    host, slash, path = known.partition("/")
    behind = link.written.casefold().partition(link.host)[2]
    return f".{link.host}".endswith(f".{host}") and behind.startswith(slash + path)
