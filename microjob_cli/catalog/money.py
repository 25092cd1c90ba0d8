"""Money, exact decimals with a currency; the codes of currencies (ISO 4217, tickers of coins) and countries."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Self

from msgspec import Struct

from microjob_cli.catalog.errors import FormError

COUNTRY_CODES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA
    CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
    MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS
    RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW
    TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)


CURRENCIES = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
    SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
    WST XAF XCD XOF XPF YER ZAR ZMW ZWG
    BTC LTC ETH DOGE DASH USDT USDC JMPT
    """.split()
)

# How many decimal places the smallest unit has; two where nothing is said.
MINOR_UNITS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("USDT USDC".split(), 6),
    **dict.fromkeys("BTC LTC ETH DOGE DASH JMPT".split(), 8),  # as fine as a sum can be written
}


def check_currency(code: str) -> None:
    """Raises FormError for what is no currency."""
    if code not in CURRENCIES:
        raise FormError("currency", code)


def is_rate(number: Decimal) -> bool:
    """Whether so many units of one currency can be what one unit of another costs."""
    return number.is_finite() and Decimal("1e-9") <= number <= Decimal("1e9")


# For rounding sums of any size: the usual context has no room for the cents of a billion billion dollars in rials.
WIDE = Context(prec=100)

_TEXT = re.compile(r"(\d{1,15}(?:\.\d{1,8})?) ([A-Z]{3,5})")


class Money(Struct, frozen=True):
    """An amount, never negative, in one currency (ISO 4217 code or a coin's ticker)."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not self.amount.is_finite() or self.amount < 0 or self.currency not in CURRENCIES:
            raise FormError("money", f"{self.amount} {self.currency}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """`5 USD` -> Money. Raises FormError."""
        match = _TEXT.fullmatch(text.strip())
        if match is None or match[2] not in CURRENCIES:
            raise FormError("money", text)
        return cls(Decimal(match[1]), match[2])

    @property
    def exponent(self) -> Decimal:
        """One minor unit of the currency: 0.01 for taka."""
        return Decimal(1).scaleb(-MINOR_UNITS.get(self.currency, 2))

    def rounded(self) -> "Money":
        """Half up to the currency's minor unit, as every stage of a payout is rounded."""
        return Money(self.amount.quantize(self.exponent, ROUND_HALF_UP, WIDE), self.currency)

    @property
    def span(self) -> tuple[str, Decimal, Decimal]:
        return self.currency, self.amount, self.amount

    def __str__(self) -> str:
        return f"{plain(self.amount)} {self.currency}"


def plain(number: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: 5, 0.5, 1000."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
