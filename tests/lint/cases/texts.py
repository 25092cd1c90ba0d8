"""What is wrong with the records of questions, and with sentences in either language."""

from __future__ import annotations

from tests.lint.building import SITE, Case, site

_SCHEMA = "# yaml-language-server: $schema=../../schema"
INTENT = "questions/intents/rules.yaml"
INTENT_TEXT = f"{_SCHEMA}/intent.json\nid: rules\nasks: {{en: what the rules are, bn: নিয়ম কী}}\n"
EXAMPLES = "questions/examples/rules.yaml"
EXAMPLES_TEXT = f"{_SCHEMA}/example.json\nid: rules\nen: [may I use a proxy]\n"
OTHERS = "questions/examples/fees.yaml"
LEANINGS = "questions/leanings.yaml"
WORDS = "questions/words/outside.yaml"
WORDS_TEXT = f"{_SCHEMA}/words.json\ngambling: {{en: [betting], bn: [জুয়া]}}\n"
REFUSAL = "questions/refusals/gambling.yaml"
REFUSAL_TEXT = f"{_SCHEMA}/refusal.json\nid: gambling\nsays: {{en: no, bn: না}}\ncues: [{{all: [gambling]}}]\n"
REFUSED = "questions/examples/gambling.yaml"
REFUSED_TEXT = f"{_SCHEMA}/example.json\nid: gambling\nen: [a betting site for bKash]\n"


def _leanings(learnt_from: str) -> str:
    """Leanings whose digest stands on line 3."""
    weights = 'kinds: {a: rules}\n  weights: {"proxy": a9}\n'
    return f"{_SCHEMA[:-9]}schema/leanings.json\nwords:\n  learnt_from: {learnt_from}\n  {weights}"


def _note(en: str, bn: str) -> str:
    return site(f"notes:\n  - topic: pay\n    en: {en}\n    bn: {bn}\n    source: page\n    confidence: low\n")


def _in_note(rule: str, line: int, en: str, bn: str, says: str) -> Case:
    """A fault in one of the two sentences of a note."""
    passes, fails = {SITE: _note("It pays.", "PayPal-এ টাকা দে\u09af\u09bc।")}, {SITE: _note(en, bn)}
    return Case(rule, passes, fails, ((SITE, line, "notes.1.en" if line == 12 else "notes.1.bn"),), says)


# What the digest of EXAMPLES_TEXT alone is.
_LEARNT = "fcf25d16891f6ae2"

CASES = (
    Case(
        "examples-of-nothing",
        passes={INTENT: INTENT_TEXT, EXAMPLES: EXAMPLES_TEXT},
        fails={INTENT: INTENT_TEXT, OTHERS: EXAMPLES_TEXT.replace("rules", "fees")},
        at=((OTHERS, 2, "id"),),
        says="no intent and no refusal 'fees'",
    ),
    Case(
        "refusal-unnamed",
        passes={WORDS: WORDS_TEXT, REFUSAL: REFUSAL_TEXT, REFUSED: REFUSED_TEXT},
        fails={WORDS: WORDS_TEXT, REFUSAL: REFUSAL_TEXT, REFUSED: REFUSED_TEXT.replace("betting", "online income")},
        at=((REFUSED, 3, "en.1"),),
        says="no word",
    ),
    Case(
        "leanings-outdated",
        passes={INTENT: INTENT_TEXT, EXAMPLES: EXAMPLES_TEXT, LEANINGS: _leanings(_LEARNT)},
        fails={INTENT: INTENT_TEXT, EXAMPLES: EXAMPLES_TEXT, LEANINGS: _leanings("of-old")},
        at=((LEANINGS, 3, "words.learnt_from"),),
        says="were learnt from other words or examples",
    ),
    _in_note("empty-text", 12, '" "', "টাকা দেয়।", "The text is empty"),
    _in_note(
        "not-nfc", 13, "It pays.", "টাকা দে\u09df।  # as typed", "U+09DF BENGALI LETTER YYA",
    ),
    _in_note("bengali-missing", 13, "It pays.", "It pays.", "There is no Bengali in 'It pays.'"),
    _in_note("bengali-in-english", 12, "It pays টাকা.", "টাকা দেয়।", "There is Bengali in 'It pays টাকা.'"),
)  # fmt: skip
