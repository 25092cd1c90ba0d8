"""What is wrong with the records of questions."""

from __future__ import annotations

from tests.lint.building import Case

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


# What the digest of EXAMPLES_TEXT alone is.
_LEARNT = "fcf25d16891f6ae2"

CASES = (
    Case(
        "refusal-unnamed",
        passes={WORDS: WORDS_TEXT, REFUSAL: REFUSAL_TEXT, REFUSED: REFUSED_TEXT},
        fails={WORDS: WORDS_TEXT, REFUSAL: REFUSAL_TEXT, REFUSED: REFUSED_TEXT.replace("betting", "online income")},
        at=((REFUSED, 3, "en.1"),),
        says="no word",
    ),
)
