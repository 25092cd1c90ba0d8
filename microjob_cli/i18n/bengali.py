"""Bengali: its digits, lakhs, months and currencies. Imported only when Bengali is asked for.

Babel, whose tables take 6 MB and longer to read than all else that Bengali needs, is asked for rare currencies alone.
"""

from __future__ import annotations

import re
import unicodedata

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.text import Text
from microjob_cli.i18n import Language
from microjob_cli.i18n.catalogue import catalogue

_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
_LATIN_DIGITS = str.maketrans("০১২৩৪৫৬৭৮৯", "0123456789")
# Babel still spells the first two months the old way.
_MONTHS = "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর".split()
# Before the last three digits, and before every two ahead of them: thousands, lakhs, crores.
_SET_APART = re.compile(r"(?<=\d)(?=(?:\d\d)*\d{3}$)")
# What people call them; Babel says "US dollar" and "Bangladeshi taka", and knows no coins
# and not every currency.
_CURRENCIES = {
    "BDT": "টাকা",
    "USD": "ডলার",
    "EUR": "ইউরো",
    "GBP": "পাউন্ড",
    "BTC": "বিটকয়েন",
    "LTC": "লাইটকয়েন",
    "ETH": "ইথার",
    "DOGE": "ডজকয়েন",
    "DASH": "ড্যাশ",
    "USDT": "ইউএসডিটি",
    "USDC": "ইউএসডিসি",
    "JMPT": "জেএমপিটি",
    "XAF": "মধ্য আফ্রিকার ফ্রাঁ",
    "XOF": "পশ্চিম আফ্রিকার ফ্রাঁ",
    "ZWG": "জিম্বাবুয়ের জিগ",
}


class Bengali(Language):
    """Bengali as people in Bangladesh write it."""

    code = "bn"

    def __init__(self, *, latin_digits: bool = False) -> None:
        self.latin_digits = latin_digits

    def for_tables(self) -> Bengali:
        return Bengali(latin_digits=True)

    def translated(self, sentence: str) -> str:
        told = catalogue(self.code).gettext(sentence) if sentence else ""
        return told.translate(_LATIN_DIGITS) if self.latin_digits else told

    def text(self, text: Text) -> str:
        return text.bn

    def grouped(self, whole: int) -> str:
        return self.digits(_SET_APART.sub(",", str(whole)))

    def figure(self, digits: str) -> str:
        return self.digits(super().figure(digits))

    def digits(self, text: str) -> str:
        return text if self.latin_digits else text.translate(_DIGITS)

    def currency(self, code: str) -> str:
        known = _CURRENCIES.get(code)
        if known is None:
            from babel.numbers import get_currency_name

            known = get_currency_name(code, locale=self.code)
        return unicodedata.normalize("NFC", known)

    def date(self, day: PartialDate) -> str:
        return self.digits(super().date(day))

    def month(self, month: int) -> str:
        return unicodedata.normalize("NFC", _MONTHS[month - 1])

    def short_date(self, day: PartialDate) -> str:
        return str(day) if self.latin_digits else self.date(day)
