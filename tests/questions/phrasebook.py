"""A small phrasebook and a few records, for tests of how questions are taken apart."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from microjob_cli.catalog.catalogue import Catalogue, Country, TaskType
from microjob_cli.catalog.names import Aliases, suggest_spelling
from microjob_cli.catalog.payout import MethodKind, PayoutMethod
from microjob_cli.catalog.platform import FormerName
from microjob_cli.catalog.questions import Cue, Intent, IntentWeights, Refusal, Word
from microjob_cli.catalog.text import Text
from microjob_cli.questions.lexicon import Lexicon, spellings_of
from microjob_cli.questions.parsed import ParsedQuestion
from microjob_cli.questions.reader import Reader
from microjob_cli.storage.folders import LAYOUTS, shipped_folder
from microjob_cli.storage.loading import read_folder
from tests.making import platform

_WORDS = (
    Word("payment", ("payment", "pay", "send money"), ("pement", "taka dey"), ("পেমেন্ট", "টাকা দেয়")),
    Word("withdraw", ("withdraw", "cash out"), ("widro", "tulbo"), ("উইথড্র", "তুলব")),
    Word("lowest", ("lowest", "smallest"), ("sobcheye kom",), ("সবচেয়ে কম",)),
    Word("low", ("low",), ("kom",), ("কম",)),
    Word("how-much-days", (), ("koto din",), ("কত দিন",)),
    Word("real", ("legit", "real"), ("asol",), ("আসল",)),
    Word("exchange", (), ("vang*",), ("ভাঙ*",)),
    Word("site", ("site", "sites"), ("sait",), ("সাইট",)),
    Word("account", ("account",), ("akaunt",), ("একাউন্ট",)),
    Word("filler", ("the", "is", "which"), ("ki", "ami"), ("কি", "আমি", "কোন")),
    Word("crypto", ("crypto",), (), ("ক্রিপ্টো",), {"payout_kind": "crypto"}),
    Word("mobile", ("phone",), ("mobile",), ("মোবাইল",), {"device": "mobile"}),
    Word("dollar-held", ("my dollars",), (), ("আমার ডলার",), {"payout_methods": "payoneer"}, ("payment",)),
    Word("each-day", ("a day",), ("dine",), ("দিনে",)),
    Word("each-week", ("a week",), (), ("সপ্তাহে",)),
    Word("both-of-them", ("both",), ("duitai",), ("দুটোই",)),
    Word("country-bd", ("bangladeshi",), (), ("বাংলাদেশি",), {"country": "BD"}),
    Word("owned-in", (), ("deshi",), ("দেশি",)),
    Word("newest", ("newest",), (), ("সবচেয়ে নতুন",), {"order": "newest"}),
    Word("each-month", ("a month",), ("mase",), ("মাসে",)),
    Word("without", ("without", "except"), ("chara", "bade"), ("ছাড়া", "বাদে")),
    Word("have-not", ("don't have", "not work", "neither"), ("nai", "kaj kore na"), ("নাই", "কাজ করে না")),
    Word("nothing-but", ("nothing but",), ("chara kisu bujhi na",), ("ছাড়া কিছু বুঝি না",)),
    Word("no-name-in-it", ("in cash we trust",), (), ("নগদ টাকা চাই",)),
    Word("ready-money", ("cash",), (), ("নগদ",)),
    *(
        Word(f"number-{value}", (en,), (banglish,), (bn,), {"number": value})
        for value, en, banglish, bn in (
            ("0.5", "half", "adha", "আধা"), ("2", "two", "dui", "দুই"), ("10", "ten", "dosh", "দশ"),
        )
    ),
    *(
        Word(f"number-{value}", (en,), (banglish,), (bn,), {"multiplier": value})
        for value, en, banglish, bn in (
            ("100", "hundred", "sho", "শ"), ("1000", "thousand", "hajar", "হাজার"), ("100000", "lakh", "lac", "লাখ"),
        )
    ),
    *(
        Word(f"unit-{value}", en, banglish, bn, {"unit": value})
        for value, en, banglish, bn in (
            ("USD", ("dollar", "dollars", "usd"), ("dolar",), ("ডলার",)),
            ("BDT", ("taka", "tk", "bdt"), ("takar",), ("টাকা", "টাকায়")),
            ("cent", ("cent", "cents"), ("sent",), ("সেন্ট",)),
            ("hour", ("hour", "hours"), ("ghonta",), ("ঘণ্টা",)),
            ("day", ("days",), ("din",), ("দিন",)),
            ("minute", ("minute", "minutes"), ("minit",), ("মিনিট",)),
            ("percent", ("percent",), (), ("শতাংশ",)),
        )
    ),
)  # fmt: skip
WORDS: Mapping[str, Word] = {word.id: word for word in _WORDS}
LEXICON = Lexicon(spellings_of(WORDS.values()), WORDS, suggest_spelling)


def method(key: str, name: str, kind: MethodKind, *bn: str, **more: Any) -> PayoutMethod:
    return PayoutMethod(key, Text(name, bn[0] if bn else name), kind, aliases=Aliases(bn=bn), **more)


METHODS = {
    one.id: one
    for one in (
        method("bkash", "bKash", MethodKind.MOBILE_WALLET, "বিকাশ"),
        method("nagad", "Nagad", MethodKind.MOBILE_WALLET, "নগদ"),
        method("bank", "Bank account", MethodKind.BANK, "ব্যাংক"),
        method("paypal", "PayPal", MethodKind.E_WALLET, "পেপাল"),
        method("skrill", "Skrill", MethodKind.E_WALLET, "স্ক্রিল", former_names=("Moneybookers",)),
        method("payoneer", "Payoneer", MethodKind.E_WALLET, "পেওনিয়ার"),
        method("bitcoin", "Bitcoin", MethodKind.CRYPTO, "বিটকয়েন"),
    )
}
PLATFORMS = {
    one.id: one
    for one in (
        platform(
            "sproutgigs",
            name="SproutGigs",
            website="https://sproutgigs.com",
            former_names=(FormerName("Picoworkers", "blog"),),
            aliases=Aliases(("sprout gig",), ("piko worker",), ("স্প্রাউটগিগস", "পিকোওয়ার্কার্স")),
        ),
        platform("hotovaga", name="Hotovaga", website="https://hotovaga.com", aliases=Aliases(bn=("হতভাগা",))),
        platform("rapidworkers", name="RapidWorkers", website="https://rapidworkers.com"),
    )
}
TASKS = {
    "survey": TaskType("survey", Text("Surveys", "সার্ভে"), Text("", ""), Aliases(("survey",), (), ("জরিপ",))),
    "likes": TaskType("likes", Text("Likes", "লাইক"), Text("", ""), Aliases(("like",))),
}


def catalogue(**records: Any) -> Catalogue:
    """These records, and nothing of any other kind but what is given."""
    known: dict[str, Any] = {name: {} for name in Catalogue.__struct_fields__}
    known |= {"platforms": PLATFORMS, "methods": METHODS, "task_types": TASKS, "words": WORDS, "rates": ()}
    known |= {"countries": {"BD": Country("BD", Text("Bangladesh", "বাংলাদেশ"), "BDT", "bkash")}}
    return Catalogue(**{**known, "version": "0", "newest": None, **records})


def intents(*keys: str) -> dict[str, Intent]:
    return {key: Intent(key, Text(key, key)) for key in keys}


@functools.cache
def shipped_intents() -> Mapping[str, Intent]:
    """The intents of the shipped records."""
    only = [layout for layout in LAYOUTS if layout.kind is Intent]
    return {key: loaded.record for key, loaded in read_folder(shipped_folder(), only).of(Intent).items()}


def refusals(*keys: str, words: tuple[str, ...] = (), trade: tuple[str, ...] = ()) -> dict[str, Refusal]:
    return {key: Refusal(key, Text(key, key), tuple(Cue((word,)) for word in words), trade=trade) for key in keys}


def leaning(sort: str, kinds: Mapping[str, str], *weights: str) -> IntentWeights:
    """Weights as `a feature, then what it leans towards`: "lowest a30b-5"."""
    return IntentWeights(sort, "", kinds, dict(weight.rsplit(" ", 1) for weight in weights))


def reader(**records: Any) -> Reader:
    made = catalogue(**records)
    return Reader(made, suggest_spelling)


READER = reader()


def parse(text: str) -> ParsedQuestion:
    """The words, names and amounts that are found in a question."""
    return READER.parse(text)
