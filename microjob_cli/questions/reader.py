"""What a question in free words asks for: its intent and its slots, by the words and names in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct

from microjob_cli.addresses.finding import Link, links_and_rest, written_out
from microjob_cli.addresses.owners import hosts_of
from microjob_cli.catalog.catalogue import Catalogue, host
from microjob_cli.catalog.names import fold
from microjob_cli.catalog.questions import Intent, Refusal
from microjob_cli.questions.amounts import amounts
from microjob_cli.questions.indexes import known_names, spellings
from microjob_cli.questions.lexicon import Hit, Lexicon, Nearest, slots_of
from microjob_cli.questions.likelihoods import SOUNDS, likelihoods, sound
from microjob_cli.questions.naming import FoundName, Names
from microjob_cli.questions.parsed import ParsedQuestion, detect_language
from microjob_cli.questions.roles import WITHOUT, absent, roles_of
from microjob_cli.questions.slots import has_wage, slots
from microjob_cli.questions.tokens import Token, tokens
from microjob_cli.questions.unknown_names import unknown_names

# How likely the likeliest intent must be to be believed.
_BELIEVED = 0.25
# How likely another one must be beside it to be offered too.
_DOUBTFUL = 0.5
# A question with an address that is not understood asks what that address is.
_IS_IT_REAL = "platform-legitimacy"
# What is about neither our trade nor any other subject that is declined: no words could name it all.
_ANYTHING_ELSE = "other-domain"
# Who asks for a site that pays a sum a day asks what can be earned, not from how little it pays out.
_LEAST_PAID_OUT, _EARNED = "lowest-threshold", "earnings-estimate"


class Reading(Struct, frozen=True):
    """How a question was understood. Without intent and refusal it was not; `other` is another likely intent."""

    question: ParsedQuestion
    language: str
    slots: Mapping[str, Any]
    intent: Intent | None = None
    refusal: Refusal | None = None
    other: Intent | None = None


class Reader:
    """Reads questions by the records of one catalogue.

    `nearest` finds the known spelling of a mistyped word; `home` is the asker's country.
    """

    def __init__(self, catalogue: Catalogue, nearest: Nearest, home: str | None = None) -> None:
        self.catalogue, self.home = catalogue, home
        self.lexicon = Lexicon(spellings(catalogue), catalogue.words, nearest)
        self.known = known_names(catalogue)
        self.names = Names(self.known, self.lexicon, nearest)

    def read(self, text: str) -> Reading:
        """How a question is understood; the same text is always understood in the same way."""
        question = self.parse(text)
        language = detect_language(question.row, question.hits)
        cued = self._cued(question)
        if cued is not None:
            return Reading(question, language, slots(question, cued, self.home), cued)
        likely = self._likely(question)
        ranked = [kind for kind in likely if kind in self.catalogue.intents]
        declined = sum(likely[kind] for kind in likely if kind in self.catalogue.refusals)
        answered = likely[ranked[0]] if ranked else 0.0
        refusal = next((self.catalogue.refusals[kind] for kind in likely if kind in self.catalogue.refusals), None)
        refused = refusal is not None and declined > answered
        if max(declined, answered) < _BELIEVED or (refused and not _is_named(refusal, question)):
            about = self.catalogue.intents.get(_IS_IT_REAL) if question.addresses else None
            return Reading(question, language, slots(question, about, self.home), about)
        if refused:
            return Reading(question, language, slots(question, refusal, self.home), refusal=refusal)
        first, *others = (self.catalogue.intents[kind] for kind in ranked if likely[kind] > _DOUBTFUL * answered)
        if first.id == _LEAST_PAID_OUT and has_wage(question):
            first = self.catalogue.intents.get(_EARNED, first)
        return Reading(question, language, slots(question, first, self.home), first, other=next(iter(others), None))

    def _cued(self, question: ParsedQuestion) -> Intent | None:
        """The intent that the words alone make certain."""
        said = question.said
        return next((one for one in self.catalogue.intents.values() if any(cue.speaks(said) for cue in one.cues)), None)

    def _likely(self, question: ParsedQuestion) -> dict[str, float]:
        """How likely each intent and refusal is, without the refusals of whose subject there is no word.

        What looks like another matter altogether keeps its likelihood: it may be none of our questions.
        """
        likely = likelihoods(question, self.catalogue.leanings.values())
        dropped = {
            kind
            for kind, refusal in self.catalogue.refusals.items()
            if kind != _ANYTHING_ELSE and not _is_named(refusal, question)
        }
        kept = {kind: share for kind, share in likely.items() if kind not in dropped}
        whole = sum(kept.values())
        return {kind: share / whole for kind, share in kept.items()} if whole else {}

    def parse(self, text: str) -> ParsedQuestion:
        """The words, names and amounts in a question."""
        links = links_and_rest(text, self.known.platforms)[0]
        words = self.catalogue.words
        row = tokens(self._without_posers(text, links))
        recorded = self.names.recorded(row)
        hits = _outermost(self.lexicon.hits(row, {place for one in recorded for place in range(one.start, one.end)}))
        tasks = self.names.tasks(row, hits)
        names = tuple(self.names.found(row, hits, recorded, tasks))
        free = tuple(hit for hit in hits if not _covered(hit, names))
        numbers = tuple(amounts(row, hits, words, self.lexicon.unit))
        unwanted = absent(tasks, WITHOUT, free, row)
        return ParsedQuestion(
            text=text,
            row=row,
            hits=free,
            names=names,
            tasks=tuple(one for one in tasks if one not in unwanted),
            amounts=numbers,
            roles=roles_of(row, free, names, self.catalogue.methods),
            filled=slots_of(free, words),
            unknown_names=unknown_names(row, hits, names, (*tasks, *numbers), self._is_usual),
            links=links,
            implied=frozenset(word for hit in free for found in hit.words for word in words[found].also),
            countries=frozenset(word for hit in free for word in hit.words if "country" in words[word].sets),
        )

    def _without_posers(self, text: str, links: Sequence[Link]) -> str:
        """The question without addresses that hold the name of a site and are not its own: they name no site."""
        for link in links:
            if not self._is_own(link) and self.names.recorded(tokens(link.written)):
                text = written_out(text).replace(link.written, " ")
        return text

    def _is_own(self, link: Link) -> bool:
        """Whether a host, or one above it, is that of a recorded site."""
        labels = link.host.split(".")
        hosts = {".".join(labels[level:]) for level in range(len(labels))}
        found = (self.known.platforms.get(fold(label)) for label in (*labels, *hosts))
        sites = {one[0] for one in found if one}
        platforms = [self.catalogue.platforms[site] for site in sites]
        former = {host(one.website) for platform in platforms for one in platform.former_names if one.website}
        return any(not hosts.isdisjoint({*hosts_of(platform), *former}) for platform in platforms)

    def _is_usual(self, token: Token) -> bool:
        """Whether the example questions have that word, by its sound."""
        return sound(token) in self._sounds

    @cached_property
    def _sounds(self) -> Mapping[str, str]:
        learnt = self.catalogue.leanings.get(SOUNDS)
        return learnt.weights if learnt else {}


def _is_named(refusal: Refusal | None, question: ParsedQuestion) -> bool:
    """Whether a word of the subject that is declined was said."""
    return refusal is not None and not question.words.isdisjoint(refusal.words)


def _outermost(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits that no longer one contains."""
    return tuple(hit for hit in hits if not any(_inside(hit, other) for other in hits))


def _inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _covered(hit: Hit, names: Sequence[FoundName]) -> bool:
    """Whether the words are part of a name."""
    return any(one.start <= hit.start and hit.end <= one.end for one in names)
