"""Which claims a page can be asked for: the figures that must stand on it, and beside whose names."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.explaining import claims_of
from microjob_cli.catalog.facts import Bound, Claim
from microjob_cli.catalog.measures import Days, Fee, Minimum, Pay, Percent, Range
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import Answer
from microjob_cli.catalog.platform import WarningCode


class Wanted(Struct, frozen=True):
    """A figure that must stand on the page. None: no limit on that side. `per`: what money is for, as `hour`."""

    unit: str
    low: Decimal | None
    high: Decimal | None
    per: str | None = None


class ClaimToFind(Struct, frozen=True):
    """One claim, where it stands (the part of the catalogue, the record's id, the dotted name of its field), and what
    makes it known on a page: `subjects` are keys of records beside whose names it stands, none where no page can be
    asked for it. Without `figures` the subject's name alone must stand there.
    """

    part: str
    record: str
    field: str
    claim: Claim[Any]
    subjects: tuple[str, ...] = ()
    figures: tuple[Wanted, ...] = ()

    @property
    def sort(self) -> str:
        """Its field without what it is about: `payouts.minimum` of `payouts.bkash.minimum`."""
        steps = self.field.split(".")
        return f"{steps[0]}.{steps[-1]}" if len(steps) == 3 else steps[0]

    @property
    def about(self) -> str:
        """The method, kind of work or country that its field names; else the record itself."""
        steps = self.field.split(".")
        return steps[1] if len(steps) > 1 else self.record

    @property
    def key(self) -> str:
        """What names it in the history of looks."""
        return f"{self.part}/{self.record} {self.field} {self.claim.source} {self.claim.value}"


# Of these a page says no more than the name: a method, a kind of work, a country.
NAMED = ("payouts.offered", "tasks.offered", "accepts")
_WITH_FIGURES = (
    "payouts.minimum", "payouts.fee", "payouts.days", "tasks.pay", "task_pay", "earnings", "success_rate",
    "review_days", "founded",
)  # fmt: skip
_OF_TRANSFERS = ("fee", "days", "limits.least", "limits.most")
# Whose pages are never opened: the program warns of them.
_FRAUD = (WarningCode.FRAUD_REPORT, WarningCode.INVESTMENT_SCHEME)


def every_claim(catalogue: Catalogue, names: tuple[str, ...] = ()) -> Iterator[ClaimToFind]:
    """Every claim of the sites, methods and transfers, or of those that are named."""
    avoided = hosts_to_avoid(catalogue)
    for part, key, field, held in claims_of(catalogue):
        if part in ("platforms", "methods", "transfers") and (not names or key in names):
            yield from (to_find(ClaimToFind(part, key, field, claim), catalogue, avoided) for claim in held)


def checkable(catalogue: Catalogue, names: tuple[str, ...] = ()) -> tuple[ClaimToFind, ...]:
    """Those of them that a page can be asked for."""
    return tuple(one for one in every_claim(catalogue, names) if one.subjects)


def to_find(one: ClaimToFind, catalogue: Catalogue, avoided: frozenset[str]) -> ClaimToFind:
    """The claim with what a page can be asked for; as it is where it cannot, or where its page is not to be opened."""
    address = catalogue.sources[one.claim.source].address
    subjects, figures = _subjects(one, catalogue), _figures(one.claim)
    is_open = address.startswith(("http://", "https://")) and host_of(address) not in avoided
    if is_open and subjects and (figures or (figures == () and one.claim.value is Answer.YES)):
        return replace(one, subjects=subjects, figures=figures)
    return one


def hosts_to_avoid(catalogue: Catalogue) -> frozenset[str]:
    hosts: set[str] = set()
    for platform in catalogue.platforms.values():
        hosts.update(host_of(one.address) for one in platform.lookalikes)
        if platform.website and any(warning.code in _FRAUD for warning in platform.warnings):
            hosts.add(host_of(platform.website))
    return frozenset(hosts)


def host_of(address: str) -> str:
    """The host of an address, with or without `https://`, without `www.`."""
    from urllib.parse import urlsplit

    return (urlsplit(address if "://" in address else f"//{address}").hostname or "").removeprefix("www.")


def _subjects(said: ClaimToFind, catalogue: Catalogue) -> tuple[str, ...]:
    """The records beside whose names a claim of that sort stands; empty where it cannot be looked for."""
    if said.part == "transfers" and said.sort in _OF_TRANSFERS:
        transfer = catalogue.transfers[said.record]
        return (transfer.start, transfer.to)
    if said.part == "platforms" and said.sort in (*NAMED, *_WITH_FIGURES):
        return (said.about,)
    return ()


def _figures(claim: Claim[Any]) -> tuple[Wanted, ...] | None:
    """The figures that a claim is made of; none for a yes or no, None for what pages write in too many ways."""
    match claim.value:
        case Minimum() as minimum:
            return tuple(_money(amount) for amount in minimum.amounts)
        case Money() as money:
            return (_money(money),)
        case Percent() as percent:
            return (Wanted("%", percent.value, percent.value),)
        case Fee() as fee if not fee.free:
            share = (_ranged(fee.percent, "%"),) if fee.percent else ()
            return (*share, *((_money(fee.fixed),) if fee.fixed else ()))
        case Days() as days:
            return (_ranged(days.span_of_days, "working days" if days.working else "days"),)
        case Pay() as pay:
            return (_ranged(pay.amount, pay.currency, str(pay.per)),)
        case PartialDate(year=year, month=None) if claim.bound is Bound.EXACT:
            return (Wanted("year", Decimal(year), Decimal(year)),)
        case Answer():
            return ()
    return None


def _money(money: Money) -> Wanted:
    return Wanted(money.currency, money.amount, money.amount)


def _ranged(amount: Range, unit: str, per: str | None = None) -> Wanted:
    return Wanted(unit, amount.low, amount.high, per)


def names_of(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """What each method, kind of work, country and site is called, in every script, by its key."""
    named: dict[str, tuple[str, ...]] = {}
    for part in (catalogue.methods, catalogue.task_types):
        named |= {key: (one.name.en, one.name.bn, *one.aliases.all) for key, one in part.items()}
    named |= {key: (country.name.en, country.name.bn) for key, country in catalogue.countries.items()}
    for key, site in catalogue.platforms.items():
        former = (one.name for one in site.former_names)
        named.setdefault(key, (site.name, *former, *site.aliases.en, *site.aliases.bn))
    return named


class Plan(Struct, frozen=True):
    """How many claims there are; how many of them a page can be asked for; of how many of these no date is known.

    `dated_by_run`: the undated ones whose page is kept current, which a look may date. The counts are by field, and by
    host.
    """

    claims: int
    checkable: int
    undated: int
    dated_by_run: int
    pages: int
    by_field: Mapping[str, int]
    by_host: Mapping[str, int]


def plan(catalogue: Catalogue, names: tuple[str, ...] = ()) -> Plan:
    """What a run would look for."""
    every = tuple(every_claim(catalogue, names))
    found = [one for one in every if one.subjects]
    undated = [one for one in found if one.claim.as_of is None]
    sources = [catalogue.sources[one.claim.source] for one in found]
    living = sum(catalogue.sources[one.claim.source].living for one in undated)
    fields = Counter(one.sort if one.part == "platforms" else f"transfer.{one.sort}" for one in found)
    hosts = Counter(host_of(source.address) for source in sources)
    return Plan(
        len(every), len(found), len(undated), living, len({source.id for source in sources}),
        dict(fields.most_common()), dict(hosts.most_common()),
    )  # fmt: skip
