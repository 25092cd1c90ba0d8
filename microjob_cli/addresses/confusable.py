"""Letters that look like Latin ones but are not."""

from __future__ import annotations

import unicodedata

# Small letters of other alphabets, and digits, by the Latin letter that they can be taken for.
_LOOKS_LIKE = {
    **dict(zip("авсԁеһіјкӏмнорԛѕтуѵԝхү", "abcdehijklmhopqstyvwxy", strict=True)),
    **dict(zip("αβεζικμνορτυχωγ", "abezikmvoptuxwy", strict=True)),
    **dict(zip("օսոհց", "ounhg", strict=True)),
    **dict(zip("ıɑɡſ", "iags", strict=True)),
    **dict(zip("01০", "olo", strict=True)),
}
# Two letters that together are drawn like one.
_PAIRS = (("rn", "m"), ("vv", "w"))
# Alphabets with letters that are drawn like Latin ones. Bengali has none.
_ALIKE = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")


def skeleton(text: str) -> str:
    """What a name looks like: equal for two names that a reader cannot tell apart."""
    decomposed = unicodedata.normalize("NFKD", text.replace("I", "l")).casefold()
    bare = "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
    letters = (_LOOKS_LIKE.get(char, char) for char in bare)
    seen = "".join(char for char in letters if unicodedata.category(char)[0] in "LMN")
    for pair, letter in _PAIRS:
        seen = seen.replace(pair, letter)
    return unicodedata.normalize("NFC", seen)


def mixed_alphabet(word: str) -> str:
    """The alphabet whose letters stand among the Latin ones of a word, as in `GREEK`; empty when none does."""
    alphabets = {unicodedata.name(char, "").split(" ", 1)[0] for char in word if char.isalpha()}
    return next((alphabet for alphabet in _ALIKE if alphabet in alphabets), "") if "LATIN" in alphabets else ""
