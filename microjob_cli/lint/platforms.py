"""Rules for addresses and countries, for what must be said of a platform, and for what `check` knows."""

import re
from collections.abc import Iterator

from microjob_cli.catalog.catalogue import Country
from microjob_cli.catalog.findings import Finding, Level
from microjob_cli.catalog.money import COUNTRY_CODES
from microjob_cli.catalog.names import Firm
from microjob_cli.catalog.offers import DangerSign
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform, Status, WarningCode
from microjob_cli.lint.rule import Entry, Records, Said, fault, rule
from microjob_cli.storage.reading import FieldPath

_ADDRESS = re.compile(r"https?://[^\s/?#@:\\]+\.[^\s/?#@:\\.]+(?::[0-9]+)?(?:[/?#]\S*)?", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}")
_BY_COUNTRY = ("accepts", "reaches", "standing")
# Often written, but no codes of ISO 3166.
_MEANT = {"UK": "GB", "EL": "GR"}


def is_web_address(text: str) -> bool:
    """Whether it is a full http or https address with a host."""
    return _ADDRESS.fullmatch(text) is not None


@rule(Platform, "People open what stands here: it must be the whole address and nothing else.")
def website(entry: Entry, records: Records) -> Iterator[Finding]:
    """The website of a platform or of a former name, unless it is null, is written in full."""
    for path, address in entry.texts():
        if path[-1:] == ("website",) and not is_web_address(address):
            yield fault(entry.place(path), found=address)


@rule(Entry, "A filter by country would never find what is written in another way.")
def country_code(entry: Entry, records: Records) -> Iterator[Finding]:
    """Values and keys that should be country codes and are none."""
    for path, code, is_key in _codes(entry):
        if code not in COUNTRY_CODES:
            place = entry.key_place(path) if is_key else entry.place(path)
            meant = _MEANT.get(code.upper(), code.upper())
            yield fault(place, found=code, expected=(meant,) if meant in COUNTRY_CODES else ())


def _codes(entry: Entry) -> Iterator[tuple[FieldPath, str, bool]]:
    """Path and text of everything that names a country, and whether it is a key."""
    if entry.kind is Country:
        yield (), entry.id, True
    for path, value in entry.walk():
        if not path:
            continue
        if path[-1] in _BY_COUNTRY and isinstance(value, dict):
            yield from (((*path, key), key, True) for key in value)
        elif isinstance(value, str) and (path[-1] == "country" or (path[0], path[-1]) == ("headquarters", "value")):
            yield path, value, False


_WHY_NOT_PAYING = (WarningCode.FRAUD_REPORT, WarningCode.NON_PAYMENT_REPORT)
_GIVING = (WarningCode.PAY_TO_JOIN, WarningCode.MUST_RECRUIT)
_WHY_GIVING = (*_GIVING, WarningCode.INVESTMENT_SCHEME, WarningCode.FRAUD_REPORT)
_LISTS = {"payouts": "method", "tasks": "task", "ratings": "rater"}


@rule(Platform, "Whether a site still works is the first thing to know of it, even if the answer is `unknown`.")
def no_status(entry: Entry, records: Records) -> Iterator[Finding]:
    """Platforms whose list of status claims is empty; that the key is missing is told with the form."""
    if not entry.amends and "status" in entry.data and not entry.data["status"]:
        yield fault(entry.key_place(("status",)))


@rule(Entry, "An accusation names its evidence: who reported it, and when.")
def unexplained_non_payment(entry: Entry, records: Records) -> Iterator[Finding]:
    """Status not-paying-reports without a warning that says who reported what."""
    warned = {warning.text("code") for warning in entry.listed("warnings")}
    claim = _status(entry, Status.NOT_PAYING_REPORTS)
    if claim and warned.isdisjoint(_WHY_NOT_PAYING):
        yield fault(entry.place((*claim.path, "value")), found=claim.text("value"), expected=_WHY_NOT_PAYING)


@rule(Entry, "The field keeps a site from being ranked, the warning tells why: neither alone.")
def pay_to_join(entry: Entry, records: Records) -> Iterator[Finding]:
    """Sites where one must give something first that have no warning of it, and such a warning without the field."""
    given = next((said for said in entry.listed("pay_to_join") if said.text("value") in ("pay", "recruit")), None)
    told = {warning.text("code") for warning in entry.listed("warnings")}
    warned = next((warning for warning in entry.listed("warnings") if warning.text("code") in _GIVING), None)
    if given and told.isdisjoint(_WHY_GIVING) and not entry.amends:
        yield fault(entry.place((*given.path, "value")), found=given.text("value"), expected=_WHY_GIVING)
    if warned and not given and not entry.amends:
        yield fault(entry.place((*warned.path, "code")), found=warned.text("code"), expected=("pay_to_join",))


@rule(Entry, "Who asks for a merged site wants to know where it went.", Level.WARNING)
def no_successor(entry: Entry, records: Records) -> Iterator[Finding]:
    """Status merged without a successor."""
    claim = _status(entry, Status.MERGED)
    if claim and not entry.data.get("successor"):
        yield fault(entry.place((*claim.path, "value")), found=claim.text("value"))


def _status(entry: Entry, status: Status) -> Said | None:
    """The first claim of that status in a record of its own."""
    claims = () if entry.amends else entry.listed("status")
    return next((claim for claim in claims if claim.text("value") == status), None)


@rule(Entry, "An option counts only when somebody says that it is offered; its minimum alone would never be shown.")
def offered_missing(entry: Entry, records: Records) -> Iterator[Finding]:
    """Payout options without a claim in `offered`."""
    for option in entry.listed("payouts"):
        if not option.data.get("offered") and not entry.amends:
            yield fault(entry.place(option.path), found=option.text("method"))


@rule(Entry, "Without an end the program goes on to offer what is no longer there.")
def superseded_without_end(entry: Entry, records: Records) -> Iterator[Finding]:
    """Options with `superseded_by` and without `until`."""
    for option in entry.listed("payouts"):
        if option.data.get("superseded_by") and not option.data.get("until"):
            yield fault(entry.key_place((*option.path, "superseded_by")), found=option.text("method"))


@rule(Entry, "The claims of one thing belong together: apart they are never compared.")
def entry_repeated(entry: Entry, records: Records) -> Iterator[Finding]:
    """Entries whose method, task or rater an earlier entry has."""
    for name, key in _LISTS.items():
        seen: set[str] = set()
        for item in entry.listed(name):
            label = item.text(key)
            if label and label in seen:
                yield fault(entry.place((*item.path, key)), found=label)
            seen.add(label)


@rule(Entry, "All below the host is taken for the owner's own: it must be a host and no more.")
def own_address(entry: Entry, records: Records) -> Iterator[Finding]:
    """The own addresses of sites, payout methods and firms are hosts: `bkash.com`."""
    for one in _own(entry):
        if not _HOST.fullmatch(one.text("address").removeprefix("www.")):
            yield fault(entry.place((*one.path, "address")), found=one.text("address"))


@rule(Records, "An address that two records call their own tells nobody whose it is.")
def own_address_twice(records: Records) -> Iterator[Finding]:
    """Own addresses that another record, or the same one, has already."""
    first: dict[str, str] = {}
    for entry in records.of(Platform, PayoutMethod, Firm):
        for one in _own(entry):
            before = first.setdefault(one.text("address"), entry.id)
            earlier = (other for other in _own(entry) if int(other.path[-1]) < int(one.path[-1]))
            if before != entry.id or one.text("address") in (other.text("address") for other in earlier):
                yield fault(entry.place((*one.path, "address")), found=one.text("address"), expected=(before,))


@rule(DangerSign, "Who reads a sign believes it when it happened to somebody.", Level.WARNING)
def sign_without_case(entry: Entry, records: Records) -> Iterator[Finding]:
    """Danger signs of which no case is told."""
    if not entry.listed("seen"):
        yield fault(entry.id_place(), found=entry.id)


def _own(entry: Entry) -> tuple[Said, ...]:
    return entry.listed("addresses") if entry.kind in (Platform, PayoutMethod, Firm) else ()
