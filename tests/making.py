"""Small records for tests, with only what a test speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from microjob_cli.catalog.catalogue import Catalogue, Country, ExchangeRate, RateKind
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Claim, Confidence, Evidence, Source, SourceKind
from microjob_cli.catalog.measures import Minimum
from microjob_cli.catalog.names import Aliases
from microjob_cli.catalog.payout import Answer, MethodKind, PayoutMethod, PayoutOption, Standing
from microjob_cli.catalog.platform import PaymentProof, Platform, SiteWarning, Status, WarningCode, Witness
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.settings import Records, Settings

T = TypeVar("T")

TODAY = date(2026, 11, 23)
FRESH = "2026-10-01"


def settings_for(catalogue: Catalogue, **fields: Any) -> Settings:
    """What a command is given that answers from this catalogue on the fixed day."""
    return Settings(TODAY, records=Records.of(catalogue), **fields)


def day(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def source(key: str, kind: SourceKind, dated: str | None = None, host: str | None = None) -> Source:
    return Source(key, f"{host or key}.example: a page", f"https://{host or key}.example/page", kind, day(dated))


# One source of each kind, and what the rules tell apart: a second publisher, a page dated later, an old page.
SOURCES = {
    one.id: one
    for one in (
        source("official", SourceKind.OFFICIAL),
        source("independent", SourceKind.INDEPENDENT),
        source("same-publisher", SourceKind.INDEPENDENT, host="independent"),
        source("news", SourceKind.NEWS),
        source("blog", SourceKind.BLOG),
        source("forum", SourceKind.FORUM),
        source("news-2026-10", SourceKind.NEWS, "2026-10"),
        source("own-blog", SourceKind.BLOG, host="blog.site"),
        Source("own-copy", "a copy", "https://copies.example/1", SourceKind.COPY, original="https://site.example/help"),
        source("dated-2027", SourceKind.OFFICIAL, "2027-01-01"),
        source("dated-2020", SourceKind.OFFICIAL, "2020-06"),
    )
}
EVIDENCE = Evidence(SOURCES, TODAY)


def claim(
    value: T,
    said_by: str = "blog",
    as_of: str | None = None,
    confidence: str = "medium",
    *,
    since: str | None = None,
    until: str | None = None,
    **more: Any,
) -> Claim[T]:
    """A claim, with its dates as a record writes them."""
    return Claim(value, said_by, Confidence(confidence), as_of=day(as_of), since=day(since), until=day(until), **more)


def yes(said_by: str = "official", as_of: str | None = FRESH, **more: Any) -> tuple[Claim[Answer], ...]:
    return (claim(Answer.YES, said_by, as_of, **more),)


def least(text: str, said_by: str = "official", as_of: str | None = FRESH, **more: Any) -> tuple[Claim[Minimum], ...]:
    return (claim(Minimum.parse(text), said_by, as_of, **more),)


def option(method: str = "bkash", smallest: str | None = None, **fields: Any) -> PayoutOption:
    """A payout option that an official source offers, unless `fields` say something else."""
    known = {"offered": yes(), "minimum": least(smallest) if smallest else ()}
    return PayoutOption(method, **{**known, **fields})


def warning(code: WarningCode, as_of: str | None = FRESH, said_by: str = "blog") -> SiteWarning:
    return SiteWarning("English.", "বাংলা।", said_by, Confidence.MEDIUM, day(as_of), code=code)


def proof(
    said_by: str = "blog", as_of: str | None = FRESH, paid: Answer = Answer.YES, by: Witness = Witness.WORKER
) -> PaymentProof:
    """Somebody tells of having been paid, or not."""
    return PaymentProof("English.", "বাংলা।", said_by, Confidence.MEDIUM, day(as_of), paid=paid, by=by)


def platform(key: str = "site", **fields: Any) -> Platform:
    """A platform of which nothing is known but what `fields` say."""
    known: dict[str, Any] = {
        "name": key.title(),
        "website": f"https://{key}.example",
        "aliases": Aliases(),
        "status": (),
    }
    return Platform(key, **{**known, **fields})


def site(key: str = "site", **fields: Any) -> Platform:
    """A platform with nothing against it: active, open to Bangladesh, paying by bKash, all said officially."""
    known: dict[str, Any] = {
        "status": (claim(Status.ACTIVE, "official", FRESH),),
        "accepts": {"BD": yes()},
        "payouts": (option("bkash", "300 BDT"),),
    }
    return platform(key, **{**known, **fields})


def facts(of: Platform, today: date = TODAY) -> PlatformFacts:
    return PlatformFacts(of, Evidence(SOURCES, today))


def method(key: str, **fields: Any) -> PayoutMethod:
    return PayoutMethod(key, Text(key.title(), key), **{"kind": MethodKind.E_WALLET, **fields})


def wallet(key: str, country: str = "BD") -> PayoutMethod:
    """A wallet in which people of a country keep money."""
    return method(key, kind=MethodKind.MOBILE_WALLET, country=country)


def rate(
    text: str, base: str = "USD", quote: str = "BDT", on: str = "2026-01-01", kind: str = "interbank"
) -> ExchangeRate:
    said_on = PartialDate.parse(on)
    return ExchangeRate(base, quote, Decimal(text), said_on, RateKind(kind), "news", Confidence.HIGH)


METHODS: Mapping[str, PayoutMethod] = {
    one.id: one
    for one in (
        wallet("bkash"),
        wallet("nagad"),
        method("skrill"),
        method("forbidden-coin", standing={"BD": (claim(Standing.FORBIDDEN, "official", FRESH),)}),
        method("paypal", reaches={"BD": (claim(Answer.NO, "official", FRESH),)}),
    )
}


def catalogue(**parts: Any) -> Catalogue:
    """A catalogue of Bangladesh, of which only `parts` are known."""
    known: dict[str, Any] = {
        "platforms": {},
        "methods": METHODS,
        "task_types": {},
        "sources": SOURCES,
        "countries": {"BD": Country("BD", Text("Bangladesh", "বাংলাদেশ"), "BDT")},
        "transfers": {},
        "incentives": {},
        "rates": (),
    }
    return Catalogue(**{**known, **parts}, version="test", newest=None)
