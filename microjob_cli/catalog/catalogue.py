"""All validated records together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.errors import FormError
from microjob_cli.catalog.facts import Claim, Confidence, Evidence, Source, Statement
from microjob_cli.catalog.measures import Minutes, Pay
from microjob_cli.catalog.money import Money, check_currency, is_rate
from microjob_cli.catalog.names import Aliases, Name, NameIndex, NameKind, fold, unnamed
from microjob_cli.catalog.text import Text

if TYPE_CHECKING:  # a call imports the kinds of records that it asks for
    from microjob_cli.catalog.earning_records import Assumption, LedgerEntry, PriceFloors, Study
    from microjob_cli.catalog.names import Firm
    from microjob_cli.catalog.offers import DangerSign, OfferWeights, OfferWord
    from microjob_cli.catalog.payout import PayoutMethod
    from microjob_cli.catalog.platform import Platform
    from microjob_cli.catalog.questions import Intent, IntentWeights, Refusal, Word
    from microjob_cli.catalog.text import Guide
    from microjob_cli.catalog.transfer import Incentive, Transfer


# A name that is an address.
_ADDRESS_NAME = re.compile(r"[\w-]+(?:\.[a-z]{2,})+", re.IGNORECASE)


class TaskType(Struct, frozen=True):
    """A kind of work. `breaks_rules` says which rule of another site it breaks, `danger` what it can cost.

    `minutes` and `pay` are what is said of it on any site.
    """

    id: str
    name: Text
    about: Text
    aliases: Aliases = field(default_factory=Aliases)
    breaks_rules: Text | None = None
    danger: Text | None = None
    minutes: tuple[Claim[Minutes], ...] = ()
    pay: tuple[Claim[Pay], ...] = ()

    @property
    def estimated(self) -> bool:
        """Whether it is work that this program reckons with: nothing that breaks rules or endangers who does it."""
        return self.breaks_rules is None and self.danger is None


class Help(Statement, frozen=True, kw_only=True):
    """Whom to turn to there when one was cheated. `topic` is an id for it, as `police`."""

    topic: str


class Country(Struct, frozen=True):
    """A country by its two-letter code: its name in running text, its currency, the usual wallet, whom to turn to."""

    id: str
    name: Text
    currency: str | None = None
    wallet: str | None = None
    help: tuple[Help, ...] = ()

    def __post_init__(self) -> None:
        if self.currency is not None:
            check_currency(self.currency)


class RateKind(StrEnum):
    """Who would give that rate to whom. The first five stand for what a bank gives for dollars earned."""

    INTERBANK = "interbank"
    REFERENCE = "reference"
    BANK_BUYING = "bank-buying"
    EXPORT = "export"
    MARKET = "market"
    MID_MARKET = "mid-market"
    REMITTANCE_OFFER = "remittance-offer"
    REMITTANCE_CAP = "remittance-cap"
    AUCTION = "auction"
    CENTRAL_BANK_SALE = "central-bank-sale"
    RETAIL = "retail"
    PEG = "peg"
    OPEN_MARKET = "open-market"
    STREET = "street"


_EARNED = frozenset(list(RateKind)[:5])


class ExchangeRate(Struct, frozen=True):
    """How many `quote` one `base` cost on a day, and what kind of rate that was."""

    base: str
    quote: str
    rate: Decimal
    on: PartialDate
    kind: RateKind
    source: str
    confidence: Confidence

    def __post_init__(self) -> None:
        if not is_rate(self.rate):
            raise FormError("rate", str(self.rate))
        for code in (self.base, self.quote):
            check_currency(code)


class Origin(Struct, frozen=True):
    """A file of one's own that holds a whole record, or adds to it.

    `counts` tells by the name of each field how many claims or statements it adds, before all others.
    """

    file: str
    whole: bool
    counts: Mapping[str, int]


class Origins(Struct, frozen=True):
    """The files of one's own behind one record, the uppermost first. `id` is as `platforms/sproutgigs`."""

    id: str
    files: tuple[Origin, ...]

    def of(self, field: str, held: Sequence[Any]) -> Mapping[Any, str]:
        """The file of each claim or statement that a field holds, where it is one's own."""
        found: dict[Any, str] = {}
        start = 0
        for origin in self.files:
            end = len(held) if origin.whole else start + origin.counts.get(field, 0)
            found |= {one: origin.file for one in held[start:end] if one not in found}
            start = end
        return found


# A list in catalogue files, and the word under which it holds the ids of platforms with payouts.
PLATFORMS, WITH_PAYOUTS = "platforms", "with payouts"


class Catalogue(Struct, frozen=True):
    """The records by id. `version` changes whenever a record does; `newest` is the newest date of any claim.

    `indexes` are those by which names are found, `lists` what a catalogue file keeps ready for whoever reads questions.
    """

    platforms: Mapping[str, Platform]
    methods: Mapping[str, PayoutMethod]
    task_types: Mapping[str, TaskType]
    sources: Mapping[str, Source]
    countries: Mapping[str, Country]
    transfers: Mapping[str, Transfer]
    incentives: Mapping[str, Incentive]
    rates: tuple[ExchangeRate, ...]
    version: str
    newest: PartialDate | None
    price_floors: Mapping[str, PriceFloors] = field(default_factory=dict)
    studies: Mapping[str, Study] = field(default_factory=dict)
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    ledger: Mapping[str, LedgerEntry] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    words: Mapping[str, Word] = field(default_factory=dict)
    intents: Mapping[str, Intent] = field(default_factory=dict)
    refusals: Mapping[str, Refusal] = field(default_factory=dict)
    leanings: Mapping[str, IntentWeights] = field(default_factory=dict)
    danger_signs: Mapping[str, DangerSign] = field(default_factory=dict)
    offer_words: Mapping[str, OfferWord] = field(default_factory=dict)
    offer_leanings: Mapping[str, OfferWeights] = field(default_factory=dict)
    firms: Mapping[str, Firm] = field(default_factory=dict)
    origins: Mapping[str, Origins] = field(default_factory=dict)
    indexes: dict[str, NameIndex] = field(default_factory=dict)
    lists: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def evidence(self, today: date) -> Evidence:
        """The sources as they count on that day."""
        return Evidence(self.sources, today)

    def origins_of(self, part: str, key: str) -> Origins | None:
        """The files of one's own behind a record of that part, as in `platforms`; None for one that is as shipped."""
        return self.origins.get(f"{part}/{key}")

    @property
    def own_rates(self) -> Mapping[ExchangeRate, str]:
        """The exchange rates that stand in files of one's own, with the file."""
        found = ((rate, self.origins_of("rates", str(place))) for place, rate in enumerate(self.rates))
        return {rate: origins.files[0].file for rate, origins in found if origins}

    @property
    def with_payouts(self) -> Sequence[str]:
        """The ids of the platforms of whose payouts anything is said. A file knows them without decoding the others."""
        kept = self.lists.get(PLATFORMS)
        return kept[WITH_PAYOUTS] if kept else [key for key, one in self.platforms.items() if one.payouts]

    def index(self, part: str) -> NameIndex:
        """Finds what a word names among the platforms, the methods or the task types."""
        if part not in self.indexes:
            names = platform_names if part == "platforms" else names_in_both_languages
            self.indexes[part] = NameIndex(names(getattr(self, part)))
        return self.indexes[part]

    def platform(self, word: str) -> tuple[Platform, Name]:
        """The platform a word names, and the name that matched. Raises NotFound."""
        _, name = self.named(word, ("platforms",), "no-such-platform")
        return self.platforms[name.id], name

    def method(self, word: str) -> PayoutMethod:
        """The payout method a word names. Raises NotFound."""
        return self.methods[self.named(word, ("methods",), "no-such-method")[1].id]

    def task_type(self, word: str) -> TaskType:
        """The task type a word names. Raises NotFound."""
        return self.task_types[self.named(word, ("task_types",), "no-such-task")[1].id]

    def named(self, word: str, parts: Sequence[str], error: str) -> tuple[str, Name]:
        """The first of some parts in which a word names a record, and its name there. Raises NotFound of that code."""
        found = next(((part, name) for part in parts if (name := self.index(part).find(word))), None)
        return found or unnamed(word, [self.index(part) for part in parts], error)


def platform_names(platforms: Mapping[str, Platform]) -> Iterator[Name]:
    """Every name that leads to a platform, the surest first."""
    yield from (Name(key, key, NameKind.ID) for key in platforms)
    yield from (Name(platform.name, key, NameKind.NAME) for key, platform in platforms.items())
    for key, platform in platforms.items():
        yield from (Name(former.name, key, NameKind.FORMER) for former in platform.former_names)
    for key, platform in platforms.items():
        yield from (Name(alias, key, _kind_of_alias(alias, platform)) for alias in platform.aliases.all)
    for key, platform in platforms.items():
        if platform.website:
            yield Name(host(platform.website), key, NameKind.ADDRESS)


def _kind_of_alias(alias: str, platform: Platform) -> NameKind:
    """An alias that is a spelling of a former name tells of the rename too."""
    former = {fold(name.name) for name in platform.former_names}
    spelled = fold(alias)
    near = any(spelled.startswith(name[:-1]) or name.startswith(spelled) for name in former)
    return NameKind.FORMER if near else NameKind.ALIAS


def names_in_both_languages(records: Mapping[str, Any]) -> Iterator[Name]:
    """Every name that leads to a payout method or a task type, the surest first."""
    yield from (Name(key, key, NameKind.ID) for key in records)
    for key, record in records.items():
        yield from (Name(name, key, NameKind.NAME) for name in (record.name.en, record.name.bn))
    for key, record in records.items():
        yield from (Name(former, key, NameKind.FORMER) for former in getattr(record, "former_names", ()))
    for key, record in records.items():
        yield from (Name(alias, key, NameKind.ALIAS) for alias in record.aliases.all)


def host(address: str) -> str:
    """`https://www.example.com/path` -> `example.com`."""
    bare = address.split("://", 1)[-1].split("/", 1)[0].casefold()
    return bare.removeprefix("www.")


def hosts_of(platform: Platform) -> list[str]:
    """The recorded host of a site, those among its names, and its other ones."""
    named = [name for name in (platform.name, *platform.aliases.en) if _ADDRESS_NAME.fullmatch(name)]
    others = [one.address for one in platform.addresses if one.until is None]
    return [host(one) for one in ([platform.website] if platform.website else []) + named + others]


def hosts_ever(platform: Platform) -> frozenset[str]:
    """Where a site is, and where it was under another name."""
    return frozenset((*hosts_of(platform), *(host(one.website) for one in platform.former_names if one.website)))


def newest_rate(rates: tuple[ExchangeRate, ...], base: str, quote: str, today: date) -> ExchangeRate | None:
    """The newest rate for money earned between two currencies on or before a day; of one day the most reliable."""
    known = [
        rate
        for rate in rates
        if rate.base == base and rate.quote == quote and rate.kind in _EARNED and rate.on.first <= today
    ]
    return max(known, key=lambda rate: (rate.on.first, -_CONFIDENCES.index(rate.confidence)), default=None)


_CONFIDENCES = tuple(Confidence)


class Converted(Struct, frozen=True):
    """An amount in another currency, unrounded, and the rate that was used."""

    money: Money
    rate: ExchangeRate


def convert(money: Money, currency: str, rates: tuple[ExchangeRate, ...], today: date) -> Converted | None:
    """The amount in another currency by the newest rate on or before the day, in either direction; None without one."""
    if rate := newest_rate(rates, money.currency, currency, today):
        return Converted(Money(money.amount * rate.rate, currency), rate)
    rate = newest_rate(rates, currency, money.currency, today)
    return Converted(Money(money.amount / rate.rate, currency), rate) if rate else None
