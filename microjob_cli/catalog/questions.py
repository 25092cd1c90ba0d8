"""What the records of `data/questions` know of language: words, what questions are about, what is declined."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from msgspec import Struct, field

from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.platform import Device, Status, Topic, WarningCode
from microjob_cli.catalog.text import Text

_WEIGHT = re.compile(r"([A-Za-z])(-?\d+)")
# What cues may speak of beside the words of the records: what else was found in a question.
MARKS = frozenset(
    """
    a-site two-sites same-site unknown-site a-method two-methods without-method lacking-method home-method held-method
    from-method to-method
    a-task two-tasks a-country dollars takas an-amount a-wage some-hours a-number an-address a-device under-age
    another-country an-offer an-unknown-name a-start
    """.split()
)
# The slots that words may fill, and the values that each can have.
_NUMBER = r"\d+(?:\.\d+)?"
# Any short name will do where nothing but records speaks of the values.
_ANY = r"[A-Za-z0-9_-]+"

_VALUES: Mapping[str, str] = {
    "number": _NUMBER,
    "multiplier": _NUMBER,
    "unit": "USD|BDT|cent|hour|minute|day|year|percent",
    "country": "[A-Z]{2}",
    "device": "|".join(Device),
    "status": "|".join(Status),
    "prefer": "arrives|soonest|most|safest",
    "order": "newest|highest",
    "aspect": "payouts|minimum|fee|days|devices|tasks|task_pay|accepts|founded",
    "payout_kind": "crypto",
    "no_investment": "true",
    **dict.fromkeys(
        "payout_methods task_types via fact signal skill rule problem age contrast user_profile".split(),
        _ANY,
    ),
}


class Word(Struct, frozen=True):
    """One thing that questions speak of, and the ways people write it.

    A spelling may be several words; `a/b` is either, `*` at its end stands for any ending. `sets` names slots that the
    word fills; `also` names the words that it says too.
    """

    id: str
    en: tuple[str, ...] = ()
    banglish: tuple[str, ...] = ()
    bn: tuple[str, ...] = ()
    sets: Mapping[str, str] = field(default_factory=dict)
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.sets:
            check_sets(self.sets)

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Every spelling with its language, one for each choice among the words that `/` parts."""
        for language in ("en", "banglish", "bn"):
            for written in getattr(self, language):
                choices = product(*(piece.split("/") for piece in written.split()))
                yield from ((" ".join(chosen), language) for chosen in choices)


def check_sets(sets: Mapping[str, str]) -> None:
    """Raises FormError for a slot that there is not, or a value that it cannot have."""
    for slot, value in sets.items():
        if slot not in _VALUES or not re.fullmatch(_VALUES[slot], value):
            raise FormError("sets", f"{slot}: {value}")


class Cue(Struct, frozen=True):
    """By which words something is known: all of these, none of those; `a/b` is either; marks such as `a-site` too."""

    all: tuple[str, ...]
    none: tuple[str, ...] = ()

    def speaks(self, said: frozenset[str]) -> bool:
        """Whether what was said fits."""
        return all(_said(part, said) for part in self.all) and not any(_said(part, said) for part in self.none)


def _said(part: str, said: frozenset[str]) -> bool:
    return any(word in said for word in part.split("/"))


class Saying(Struct, frozen=True):
    """A short answer in general words, for the slots that it names."""

    en: str
    bn: str
    when: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> Text:
        return Text(self.en, self.bn)


class Template(Struct, frozen=True):
    """A command that answers where its words and marks were said: `run` is as typed, with `{slots}` to be filled in.

    `also` is another one, for what is asked in the same breath.
    """

    run: str
    also: str | None = None
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


class Tells(Struct, frozen=True):
    """What a sort of question asks for of one site: fields, topics of notes, warnings, and whether it is any good."""

    fields: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    warnings: tuple[WarningCode, ...] = ()
    verdict: bool = False


class Intent(Struct, frozen=True):
    """One sort of question. `asks` completes "You ask ..."; `guide` is the topic to read on; `ignores` names slots.

    The first of `commands` that fits answers it; else the guide. With `of_a_site` the record of a site that is named
    answers, by what `tells` says; `aspect` is the row of a comparison that answers it of several. `of_one_site` and
    `of_sites`: how likely a strange word is the name of a site. `seeks`: it looks for sites, so a sum is the most that
    their minimum may be. `helps`: whom to turn to is told too. Whatever else is likelier, a question is of this sort
    when one of its `cues` speaks.
    """

    id: str
    asks: Text
    guide: str | None = None
    aspect: str | None = None
    of_a_site: bool = False
    of_one_site: bool = False
    of_sites: bool = False
    seeks: bool = False
    commands: tuple[Template, ...] = ()
    tells: Tells | None = None
    helps: bool = False
    ignores: tuple[str, ...] = ()
    says: tuple[Saying, ...] = ()
    cues: tuple[Cue, ...] = ()


class Refusal(Struct, frozen=True):
    """One sort of question that is declined, and what is said then. `ignores` names slots.

    `cues` say by which words its subject is named: where none speaks, nothing is declined as that; `certain`: those
    words leave little doubt. What is about
    nothing we know looks like a refusal with `trade`, the words of our trade, and none of them was said: it is not
    understood then.
    """

    id: str
    says: Text
    cues: tuple[Cue, ...]
    certain: bool = False
    trade: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()

    def is_named(self, said: frozenset[str]) -> bool:
        """Whether something that was said names its subject."""
        return any(cue.speaks(said) for cue in self.cues)


class Examples(Struct, frozen=True):
    """Questions of one intent or refusal (`id`), as people ask them: from these the leanings are learnt."""

    id: str
    en: tuple[str, ...] = ()
    banglish: tuple[str, ...] = ()
    bn: tuple[str, ...] = ()


class IntentWeights(Struct, frozen=True):
    """How far features of one sort lean towards each intent and refusal: learnt from the examples, not written by hand.

    `kinds` has a letter for each intent and refusal. The weights of a feature are in tenths, each behind the letter of
    its kind: `A12b-3`. `learnt_from` is a digest of the words and examples.
    """

    id: str
    learnt_from: str
    kinds: Mapping[str, str]
    weights: Mapping[str, str]

    def of(self, feature: str) -> Iterator[tuple[str, int]]:
        """Each kind that a feature leans towards or away from, with the weight; none for an unknown feature."""
        for letter, weight in _WEIGHT.findall(self.weights.get(feature, "")):
            yield self.kinds[letter], int(weight)
