"""How money can be paid out: methods, and one platform's use of a method."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Claim, Evidence, Statement
from microjob_cli.catalog.measures import Days, Fee, Minimum
from microjob_cli.catalog.money import check_currency
from microjob_cli.catalog.names import Aliases, OwnAddress
from microjob_cli.catalog.record_facts import FactOf, RecordFacts
from microjob_cli.catalog.text import Text


class Answer(StrEnum):
    """A yes or no that may hold for some only. Unknown is the absence of claims, not an answer."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class MethodKind(StrEnum):
    """What sort of thing a payout method is."""

    MOBILE_WALLET = "mobile-wallet"
    BANK = "bank"
    CASH = "cash"
    E_WALLET = "e-wallet"
    CRYPTO = "crypto"
    CARD = "card"
    GIFT = "gift"
    TRANSFER_OPERATOR = "transfer-operator"
    PROCESSOR = "processor"
    AIRTIME = "airtime"


class Standing(StrEnum):
    """What the law or the regulator of a country says of a method or transfer, the best first."""

    CLEAR = "clear"
    RESTRICTED = "restricted"
    UNKNOWN = "unknown"
    FORBIDDEN = "forbidden"


class FactTopic(StrEnum):
    """What a sentence about a method or transfer is about."""

    AVAILABILITY = "availability"
    COST = "cost"
    LIMITS = "limits"
    PAPERS = "papers"
    LAW = "law"
    HISTORY = "history"


class MethodFact(Statement, frozen=True, kw_only=True):
    """Something worth knowing of a method or transfer, in one country or (None) everywhere."""

    topic: FactTopic
    country: str | None = None


class Danger(Statement, frozen=True, kw_only=True):
    """What can cost the user of a method money or freedom, in one country or (None) everywhere."""

    country: str | None = None


class PayoutMethod(Struct, frozen=True, omit_defaults=True):
    """How money can be paid out or held. `reaches` tells per country whether people there can receive by it."""

    id: str
    name: Text
    kind: MethodKind
    currency: str | None = None
    country: str | None = None
    aliases: Aliases = field(default_factory=Aliases)
    former_names: tuple[str, ...] = ()
    addresses: tuple[OwnAddress, ...] = ()
    reaches: Mapping[str, tuple[Claim[Answer], ...]] = field(default_factory=dict)
    standing: Mapping[str, tuple[Claim[Standing], ...]] = field(default_factory=dict)
    closed: tuple[Claim[PartialDate], ...] = ()
    facts: tuple[MethodFact, ...] = ()
    dangers: tuple[Danger, ...] = ()

    def __post_init__(self) -> None:
        if self.currency is not None:
            check_currency(self.currency)


class PayoutOption(Struct, frozen=True, omit_defaults=True):
    """One platform's use of one payout method; each field is the list of its claims."""

    method: str
    offered: tuple[Claim[Answer], ...] = ()
    minimum: tuple[Claim[Minimum], ...] = ()
    fee: tuple[Claim[Fee], ...] = ()
    days: tuple[Claim[Days], ...] = ()
    since: tuple[Claim[PartialDate], ...] = ()
    until: tuple[Claim[PartialDate], ...] = ()
    superseded_by: tuple[Claim[str], ...] = ()


class PayoutFacts(RecordFacts[PayoutOption]):
    """A payout option as it stands on the day of the evidence."""

    part = "payouts."
    offered = FactOf[Answer]()
    minimum = FactOf[Minimum]()
    fee = FactOf[Fee]()
    days = FactOf[Days]()
    since = FactOf[PartialDate]()
    until = FactOf[PartialDate]()
    superseded_by = FactOf[str]()

    @property
    def method(self) -> str:
        return self.record.method

    @cached_property
    def current(self) -> bool:
        """Whether it is offered, at least to some, and has not ended."""
        return self.offered.value in (Answer.YES, Answer.PARTLY) and not ended(self.until.chosen, self.evidence)


def ended(until: Claim[PartialDate] | None, evidence: Evidence) -> bool:
    """Whether a day has come by which a claim says that something had ended."""
    if until is None:
        return False
    by_then = until.value.last
    return evidence.today > by_then or (until.bound is Bound.AT_MOST and evidence.today >= by_then)
