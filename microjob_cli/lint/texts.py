"""Rules for the words by which questions are understood, and for all texts: in their language and standard form."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.offers import OfferExample, OfferWeights, OfferWord
from microjob_cli.catalog.questions import MARKS, Examples, Intent, IntentWeights, Refusal, Word
from microjob_cli.lint.files import code_point, named
from microjob_cli.lint.rule import Entry, Records, fault, rule
from microjob_cli.questions.lexicon import Lexicon, spellings_of
from microjob_cli.questions.tokens import tokens

_LATIN = ("en", "banglish")


@rule(Examples, "A question that is an example of nothing cannot be answered.")
def examples_of_nothing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Example questions whose id names neither an intent nor a refusal."""
    known = (*records.ids.get(Intent, ()), *records.ids.get(Refusal, ()))
    if entry.id not in known:
        yield fault(entry.id_place(), found=entry.id, expected=known)


@rule(Records, "Other words of such an example, which are not about the subject, would make its refusal likelier.")
def refusal_unnamed(records: Records) -> Iterator[Finding]:
    """Examples of a refusal in which no word names its subject; of what is about anything else there is none."""
    if not records.complete:
        return
    words: dict[str, Word] = {}
    for entry in records.of(Word):
        en, banglish, bn = (tuple(entry.data.get(name, ())) for name in (*_LATIN, "bn"))
        words[entry.id] = Word(entry.id, en, banglish, bn)
    cues = {entry.id: entry.data.get("cues", ()) for entry in records.of(Refusal) if "trade" not in entry.data}
    for entry in records.of(Examples):
        if entry.id in cues:
            subject = {name for cue in cues[entry.id] for part in cue["all"] for name in part.split("/")}
            lexicon = Lexicon(spellings_of(words[name] for name in subject & words.keys()), words, lambda _, __: None)
            for path, text in entry.texts():
                if path[-1] != "id" and not any(_names(cue["all"], text, lexicon) for cue in cues[entry.id]):
                    yield fault(entry.place(path), found=text, expected=tuple(sorted(subject)))


def _names(parts: Sequence[str], text: str, lexicon: Lexicon) -> bool:
    """Whether a text has a word for each part of a cue; marks, such as a site that is named, count as there."""
    said = MARKS.union(*(hit.words for hit in lexicon.hits(tokens(text))))
    return all(not said.isdisjoint(part.split("/")) for part in parts)


@rule(Records, "What is written into words and examples is understood only once it has been learnt.", Level.WARNING)
def leanings_outdated(records: Records) -> Iterator[Finding]:
    """Leanings that were learnt from other words or examples; nothing while a file cannot be read."""
    if not records.complete:
        return
    offers = (offers_learnt_from(records), "learn_offers")
    learnt = {IntentWeights: (learnt_from(records), "learn_questions"), OfferWeights: offers}
    for entry in records.of(*learnt):
        digest, tool = learnt[entry.kind]
        if entry.data.get("learnt_from") != digest:
            yield fault(entry.place(("learnt_from",)), found=entry.id, hint=tool)


def learnt_from(records: Records) -> str:
    """A digest of all words and examples of questions."""
    return _digest(records.of(Word, Examples))


def offers_learnt_from(records: Records) -> str:
    """A digest of all words and examples of offers."""
    return _digest(records.of(OfferWord, OfferExample))


def _digest(entries: Iterable[Entry]) -> str:
    told = [(entry.kind.__name__, entry.id, entry.data) for entry in entries]
    told.sort(key=lambda one: (*one[:2], json.dumps(one[2], sort_keys=True)))
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


# Digits and marks alone make no text Bengali.
_BENGALI_LETTER = re.compile("[\u0985-\u09b9\u09ce\u09dc-\u09df]")


@rule(Entry, "What nobody says is left out: then the program answers that it is unknown.")
def empty_text(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts of nothing but spaces."""
    for path, text in entry.texts():
        if not text.strip():
            yield fault(entry.place(path))


@rule(
    Entry, "The same word in two sequences of characters is two words for every search and comparison.", Level.WARNING
)
def not_nfc(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts in which a letter is written in another sequence of characters than the standard one."""
    for path, text in entry.texts():
        composed = unicodedata.normalize("NFC", text)
        if composed != text:
            letter = next(old for old, new in zip(text, f"{composed} ", strict=False) if old != new)
            yield fault(entry.place(path), code_point(letter), hint=named(letter))


@rule(Entry, "Who reads Bengali must get the warning too, and not an English sentence in its place.")
def bengali_missing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts under `bn` without a single Bengali letter; lists of aliases too."""
    for path, text in entry.texts():
        if "bn" in path[-2:] and not _BENGALI_LETTER.search(text):
            yield fault(entry.place(path), found=text)


@rule(Entry, "The two languages were swapped, or a translation is unfinished.")
def bengali_in_english(entry: Entry, records: Records) -> Iterator[Finding]:
    """Texts under `en` or `banglish` with Bengali letters; lists of aliases too."""
    for path, text in entry.texts():
        if any(step in _LATIN for step in path[-2:]) and _BENGALI_LETTER.search(text):
            yield fault(entry.place(path), found=text)
