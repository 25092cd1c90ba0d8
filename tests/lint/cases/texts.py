"""Sentences in both languages."""

from __future__ import annotations

from tests.lint.building import SITE, Case, site


def _note(en: str, bn: str) -> str:
    return site(f"notes:\n  - topic: pay\n    en: {en}\n    bn: {bn}\n    source: page\n    confidence: low\n")


CASES = (
    Case(
        "empty-text",
        passes={SITE: _note("It pays.", "টাকা দেয়।")},
        fails={SITE: _note('" "', "টাকা দেয়।")},
        at=((SITE, 12, "notes.1.en"),),
        says="The text is empty",
    ),
    Case(
        "not-nfc",
        passes={SITE: _note("It pays.", "টাকা দে\u09af\u09bc।")},
        fails={SITE: _note("It pays.", "টাকা দে\u09df।  # as typed")},
        at=((SITE, 13, "notes.1.bn"),),
        says="U+09DF BENGALI LETTER YYA",
        mended=_note("It pays.", "টাকা দে\u09af\u09bc।  # as typed"),
    ),
    Case(
        "bengali-missing",
        passes={SITE: _note("It pays.", "PayPal-এ টাকা দেয়।")},
        fails={SITE: _note("It pays.", "It pays.")},
        at=((SITE, 13, "notes.1.bn"),),
        says="There is no Bengali in 'It pays.'",
    ),
    Case(
        "bengali-in-english",
        passes={SITE: _note("It pays.", "টাকা দেয়।")},
        fails={SITE: _note("It pays টাকা.", "টাকা দেয়।")},
        at=((SITE, 12, "notes.1.en"),),
        says="There is Bengali in 'It pays টাকা.'",
    ),
)
