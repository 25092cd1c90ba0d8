"""Currencies by their ISO 4217 codes, and the coins and tokens that sites pay in by their tickers."""

from __future__ import annotations

from decimal import Decimal

from microjob_cli.catalog.errors import FormError

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
