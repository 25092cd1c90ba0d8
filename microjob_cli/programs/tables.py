"""The rows of an export: what the records say, and what follows from it on one day for one country.

`storage/export.sql` names the columns; a row takes what the records have under these names. Of a text `x_en` and `x_bn`
are the languages, of a date `x_first` and `x_last` the days that it can mean, of an amount `x_number` is the float and
`x_currency` the currency.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from microjob_cli.advice.search import Advice, Wish, find_platforms
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.explaining import claim_id, claims_of, value_text
from microjob_cli.catalog.facts import Claim, Fact
from microjob_cli.catalog.measures import Days, Figure, Minimum, Minutes, Pay, Percent, Score
from microjob_cli.catalog.money import Money, plain
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.record_facts import AGES, sort_of
from microjob_cli.catalog.transfer import TransferFacts
from microjob_cli.payouts.router import Router
from microjob_cli.settings import Settings
from microjob_cli.storage.export_file import tables
from microjob_cli.version import __version__

Row = dict[str, Any]
_ROLES = ("agreeing", "disputed", "earlier")
# Which column of `names` leads to a record of that part, and which one of `claims`.
_KEYS = {"platforms": "site", "methods": "method", "task_types": "task", "transfers": "transfer"}
_NOWHERE = object()
_NAMED = ("platforms", "methods", "task_types")


def tables_of(settings: Settings) -> Mapping[str, list[Row]]:
    """Every table's rows, those first that others refer to."""
    catalogue, evidence = settings.catalogue, settings.evidence
    found = find_platforms(Wish(), Router(catalogue, evidence, settings.country))
    advised = [*found.ranked, *found.unranked]
    said = [(*one, evidence.fact(one[-1], AGES.get(sort_of(one[0], one[2])))) for one in claims_of(catalogue)]
    nobody = {_KEYS[part]: None for part in _NAMED}
    return {
        "about": _about(settings),
        "sources": sources_of(catalogue),
        "methods": [_method(one, settings) for one in catalogue.methods.values()],
        "tasks": [_row("tasks", one) for one in catalogue.task_types.values()],
        "sites": [_site(place, one, settings.country) for place, one in enumerate(advised, 1)],
        "names": [
            _row("names", name, **{**nobody, "folded": folded, _KEYS[part]: name.id})
            for part in _NAMED
            for folded, name in catalogue.index(part).names.items()
        ],
        "transfers": [
            _row("transfers", TransferFacts(one, evidence), one, target=one.to, in_force=one.in_force(settings.today))
            for one in catalogue.transfers.values()
        ],
        "rates": rates_of(catalogue),
        "claims": list({row["id"]: row for one in said for row in _claims(*one)}.values()),
        "facts": [_fact(*one) for one in said],
        "payout_options": [_option(one, option) for one in advised for option in one.facts.payouts],
        **{
            table: [_row(table, said, site=one.facts.id) for one in advised for said in getattr(one.facts, name)]
            for table, name in (
                ("site_tasks", "tasks"), ("warnings", "warnings"), ("payment_proofs", "payment_proof"),
            )
        },
    }  # fmt: skip


def sources_of(catalogue: Catalogue) -> list[Row]:
    """The pages that all else rests on."""
    return [_row("sources", one, address=one.shown_address) for one in catalogue.sources.values()]


def rates_of(catalogue: Catalogue) -> list[Row]:
    """What currencies cost, on all days."""
    return [_row("rates", one, date=one.on) for one in catalogue.rates]


def searched(rows: Mapping[str, list[Row]], table: str) -> list[str]:
    """What is searched for each row of a table: every way in which its name is written."""
    key = {"sites": "site", "methods": "method"}[table]
    words: dict[str, list[str]] = {}
    for name in rows["names"]:
        words.setdefault(name[key], []).extend((name["written"], name["folded"]))
    return [" ".join(words[row["id"]]) for row in rows[table]]


def _about(settings: Settings) -> list[Row]:
    records, program = settings.catalogue.version, f"microjob {__version__}"
    known = {"day": settings.today, "country": settings.country, "records": records, "program": program}
    return [{"name": name, "value": str(value)} for name, value in known.items()]


def _row(table: str, *records: Any, **more: Any) -> Row:
    """A row of what `more` says, else of what the first of the records has that has it."""
    return {column: _cell(column, records, more) for column in tables()[table].columns}


def _cell(column: str, records: Sequence[Any], more: Row) -> Any:
    value = _held(column, records, more)
    if value is not _NOWHERE:
        return _told(value)
    whole, _, part = column.rpartition("_")
    value = _held(whole, records, more)
    return _part(value.value if isinstance(value, Fact) else value, part)


def _held(name: str, records: Sequence[Any], more: Row) -> Any:
    if name in more:
        return more[name]
    for one in records:
        found = getattr(one, name, _NOWHERE)
        if found is not _NOWHERE:
            return found
    return _NOWHERE


def _told(value: Any) -> Any:
    """A value as a column holds it."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, Fact) and not isinstance(value.value, Money):
        return value_text(value.value) if value.known else None
    match value.value if isinstance(value, Fact) else value:
        case Money() as money:
            return plain(money.amount)
        case Decimal() as number:
            return plain(number)
        case PartialDate() as day:
            return str(day)
    return value


def _part(value: Any, part: str) -> Any:
    """One of the values that stand beside an amount, a date or a text."""
    if value is None:
        return None
    if part == "number":
        return float(value.amount if isinstance(value, Money) else value)
    found = getattr(value, part)
    return str(found) if isinstance(found, date) else found


def _size(value: Any) -> Row:
    """The numbers in a value: the ends of its range, and the unit."""
    unit: str | None
    low: Decimal | None
    high: Decimal | None
    match value:
        case Money() | Minimum() | Percent() | Minutes():
            unit, low, high = value.span or (None, None, None)
        case Score():
            unit, low, high = f"of {plain(value.out_of)}", value.points, value.points
        case Pay():
            unit, low, high = f"{value.currency} per {value.per}", value.amount.low, value.amount.high
        case Figure():
            unit, low, high = value.unit, value.amount.low, value.amount.high
        case Days():
            unit, low, high = "working days" if value.working else "days", value.low, value.high
        case _:
            unit, low, high = None, None, None
    return {"low": _part(low, "number"), "high": _part(high, "number"), "unit": unit}


def _method(one: Any, settings: Settings) -> Row:
    fact, country = settings.evidence.fact, settings.country
    reaches, standing = fact(one.reaches.get(country, ())), fact(one.standing.get(country, ()))
    return _row("methods", one, reaches=reaches, standing=standing, closed=fact(one.closed))


def _site(place: int, one: Advice, country: str) -> Row:
    facts, seen = one.facts, one.testimony
    return _row(
        "sites", facts, facts.platform, one, seen,
        place=place,
        reasons=" ".join(reason.code for reason in one.judgement.reasons),
        evidence=seen.level,
        evidence_date=seen.day,
        evidence_source=seen.source,
        reach=" ".join(option.method for option in one.judgement.usable),
        accepts=facts.accepts_from(country),
    )  # fmt: skip


def _claims(part: str, record: str, field: str, held: list[Claim[Any]], fact: Fact[Any]) -> Iterator[Row]:
    roles = {id(claim): role for role in _ROLES for claim in getattr(fact, role)} | {id(fact.chosen): "chosen"}
    words, about = field.split("."), {**dict.fromkeys(_KEYS.values()), _KEYS.get(part, "part"): record}
    if part == "platforms" and words[0] in ("payouts", "tasks"):
        about["method" if words[0] == "payouts" else "task"] = words[1]
    for claim in held:
        more = {
            **about,
            **{"id": claim_id(record, field, claim), "part": part, "record": record, "field": field},
            "value": value_text(claim.value),
            **_size(claim.value),
            "role": roles.get(id(claim)),
            "shown": claim is fact.chosen,
        }
        yield _row("claims", claim, **more)


def _fact(part: str, record: str, field: str, _held: list[Claim[Any]], fact: Fact[Any]) -> Row:
    more = {
        **{"part": part, "record": record, "field": field, "site": record if part == "platforms" else None},
        "claim": claim_id(record, field, fact.chosen) if fact.chosen else None,
        "value": value_text(fact.value) if fact.known else None,
        **_size(fact.value),
        **{role: len(getattr(fact, role)) for role in _ROLES},
    }
    return _row("facts", fact, **more)


def _option(advice: Advice, option: PayoutFacts) -> Row:
    least, claim = option.minimum.value, option.minimum.chosen
    single = least.amounts[0] if least and len(least.amounts) == 1 else None
    return _row(
        "payout_options", option,
        site=advice.facts.id,
        usable=option in advice.judgement.usable,
        minimum_amount=single,
        minimum_number=_part(single, "number"),
        minimum_currency=_part(single, "currency"),
        minimum_bound=claim and claim.bound,
    )  # fmt: skip
