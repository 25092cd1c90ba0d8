"""What a question in free words asks for: its intent and its slots, by the words and names in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.addresses.finding import Link, links_and_rest, written_out
from microjob_cli.catalog.catalogue import Catalogue, hosts_ever
from microjob_cli.catalog.names import fold
from microjob_cli.catalog.questions import Intent, Refusal
from microjob_cli.questions.amounts import amounts
from microjob_cli.questions.indexes import known_names, spellings
from microjob_cli.questions.lexicon import Lexicon, Nearest, slots_of
from microjob_cli.questions.likelihoods import SOUNDS, likelihoods, sound
from microjob_cli.questions.naming import Names
from microjob_cli.questions.parsed import ParsedQuestion, detect_language
from microjob_cli.questions.roles import WITHOUT, absent, devices_of, roles_of
from microjob_cli.questions.slots import slots
from microjob_cli.questions.tokens import LONGEST, Token, places_of, tokens
from microjob_cli.questions.unknown_names import quoted_names, unknown_names

# How likely the likeliest intent must be to be believed alone; else the likeliest few are offered. Some of them have
# the same command.
_SURE = 0.5
_LIKELY = 6
# How much likelier a refusal becomes by words that leave little doubt.
_CERTAIN = 20.0
# How likely another intent must be in a part of its own to be answered too, and how many words make a part.
_ALSO, _PART = 0.6, 3
# Questions of their own in a text; what stands before them in whole sentences is not one.
_QUESTION = re.compile(r"[^?!\u0964\n]+(?=\?)")
# What is about neither our trade nor any other subject that is declined.
_ANYTHING_ELSE = "other-domain"


class Reading(Struct, frozen=True):
    """How a question was understood: the likeliest intents first, none when it is declined; `sure`: the first is meant.

    Without intents and `refusal` it was not understood. `second` is what else is asked, in another part of it.
    """

    question: ParsedQuestion
    language: str
    intents: tuple[Intent, ...] = ()
    sure: bool = True
    refusal: Refusal | None = None
    second: Intent | None = None
    home: str | None = None

    @property
    def intent(self) -> Intent | None:
        return next(iter(self.intents), None)

    @property
    def slots(self) -> Mapping[str, Any]:
        return self.slots_for(self.intent or self.refusal)

    def slots_for(self, about: Intent | Refusal | None) -> Mapping[str, Any]:
        """What the question names, for one way to read it."""
        return slots(self.question, about, self.home)


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
        reading = Reading(question, detect_language(question.row, question.hits), home=self.home)
        cued = self._cued(question)
        if cued is not None:
            return self._with_parts(replace(reading, intents=(cued,)))
        likely = self._likely(question)
        refusal = self._refused(likely, question)
        if refusal is not None:
            return replace(reading, refusal=refusal)
        ranked = [self.catalogue.intents[kind] for kind in likely if kind in self.catalogue.intents]
        if not ranked or likely.get(_ANYTHING_ELSE, 0.0) > _SURE:
            return reading
        sure = likely[ranked[0].id] >= _SURE
        return self._with_parts(replace(reading, intents=tuple(ranked[:_LIKELY]), sure=sure))

    def _with_parts(self, reading: Reading) -> Reading:
        """What is asked in parts of their own, if that is clear: the first part first, what another asks after it."""
        parts = [part for part in _QUESTION.findall(reading.question.text[:LONGEST]) if len(part.split()) >= _PART]
        clear = [found for part in parts if (found := self._clear(part))] if len(parts) > 1 else []
        asked = list({one.id: one for one in clear}.values())
        if not asked or asked == [reading.intents[0]]:
            return reading
        if len(asked) > 1 and reading.intents[0] in asked:
            return replace(reading, intents=(asked[0], *reading.intents), second=asked[1], sure=True)
        return replace(reading, second=next(one for one in asked if one != reading.intents[0]))

    def _clear(self, part: str) -> Intent | None:
        """What a part of a question asks, if that is clear."""
        question = self.parse(part)
        kind, share = next(iter(self._likely(question).items()), ("", 0.0))
        return self._cued(question) or (self.catalogue.intents.get(kind) if share >= _ALSO else None)

    def _cued(self, question: ParsedQuestion) -> Intent | None:
        """The intent that the words alone make certain."""
        said = question.said
        return next((one for one in self.catalogue.intents.values() if any(cue.speaks(said) for cue in one.cues)), None)

    def _likely(self, question: ParsedQuestion) -> dict[str, float]:
        """How likely each intent and each refusal is, the likeliest first."""
        likely = likelihoods(question, self.catalogue.leanings.values())
        raised = {kind: share * self._possibility(kind, question) for kind, share in likely.items()}
        whole = sum(raised.values())
        return {kind: raised[kind] / whole for kind in sorted(raised, key=lambda kind: -raised[kind])}

    def _possibility(self, kind: str, question: ParsedQuestion) -> float:
        """A refusal needs a word of its subject.

        What looks like another matter altogether needs none, unless there is a word of our trade.
        """
        refusal = self.catalogue.refusals.get(kind)
        if refusal is None or (refusal.trade and question.said.isdisjoint(refusal.trade)):
            return 1.0
        if not refusal.is_named(question.said):
            return 0.0
        return _CERTAIN if refusal.certain else 1.0

    def _refused(self, likely: Mapping[str, float], question: ParsedQuestion) -> Refusal | None:
        """The likeliest refusal, where all of them together are likelier than all intents, and a word names one."""
        refusals = [self.catalogue.refusals[kind] for kind in likely if kind in self.catalogue.refusals]
        named = (one for one in refusals if one.is_named(question.said))
        return next(named, None) if sum(likely[one.id] for one in refusals) > _SURE else None

    def parse(self, text: str) -> ParsedQuestion:
        """The words, names and amounts in a question."""
        links = links_and_rest(text, self.known.platforms)[0]
        words = self.catalogue.words
        row = tokens(self._without_posers(text, links))
        recorded = self.names.recorded(row)
        found = self.lexicon.hits(row, places_of(recorded))
        hits = [hit for hit in found if not any(len(one.places) > len(hit.places) and one.holds(hit) for one in found)]
        tasks = self.names.tasks(row, hits)
        names = tuple(self.names.found(row, hits, recorded, tasks))
        free = tuple(hit for hit in hits if not any(name.holds(hit) for name in names))
        numbers = tuple(amounts(row, hits, self.lexicon))
        devices = devices_of(free, row, words)
        unwanted = absent(tasks, WITHOUT, free, row)
        return ParsedQuestion(
            text=text,
            row=row,
            hits=free,
            names=names,
            tasks=tuple(one for one in tasks if one not in unwanted),
            amounts=numbers,
            roles=roles_of(row, free, names, self.catalogue.methods),
            filled={**slots_of(free, words), **({"device": devices} if devices else {})},
            unknown_names=tuple(unknown_names(row, hits, names, (*tasks, *numbers), self._is_usual))
            or quoted_names(text, names),
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
        return any(not hosts.isdisjoint(hosts_ever(platform)) for platform in platforms)

    def _is_usual(self, token: Token) -> bool:
        """Whether the example questions have that word, by its sound."""
        learnt = self.catalogue.leanings.get(SOUNDS)
        return learnt is not None and sound(token) in learnt.weights
