"""The rows of an export: what the records say, and what follows from it on one day for one country."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from microjob_cli.advice.search import Advice, Wish, find_platforms
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.explaining import claim_id, claims_of, value_text
from microjob_cli.catalog.facts import Claim, Fact, Statement
from microjob_cli.catalog.measures import Days, Figure, Minimum, Minutes, Pay, Percent, Score
from microjob_cli.catalog.money import Money, plain
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.record_facts import AGES, sort_of
from microjob_cli.catalog.text import Text
from microjob_cli.catalog.transfer import TransferFacts
from microjob_cli.payouts.router import Router
from microjob_cli.settings import Settings
from microjob_cli.version import __version__

Row = dict[str, Any]
_ROLES = ("agreeing", "disputed", "earlier")
# Which column of `names` leads to a record of that part, and which one of `claims`.
_KEYS = {"platforms": "site", "methods": "method", "task_types": "task", "transfers": "transfer"}
_NAMED = ("platforms", "methods", "task_types")
_DAYS = ("as_of", "seen", "since", "until")


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
        "tasks": [_task(one) for one in catalogue.task_types.values()],
        "sites": [_site(place, one, settings.country) for place, one in enumerate(advised, 1)],
        "names": [
            {**nobody, "written": name.written, "folded": folded, "kind": name.kind, _KEYS[part]: name.id}
            for part in _NAMED
            for folded, name in catalogue.index(part).names.items()
        ],
        "transfers": [_transfer(one, settings) for one in catalogue.transfers.values()],
        "rates": rates_of(catalogue),
        "claims": list({row["id"]: row for one in said for row in _claims(*one)}.values()),
        "facts": [_fact(*one) for one in said],
        "payout_options": [_option(one, option) for one in advised for option in one.facts.payouts],
        "site_tasks": [
            {"site": one.facts.id, "task": task.task, "offered": _value(task.offered), "pay": _value(task.pay)}
            for one in advised
            for task in one.facts.tasks
        ],
        "warnings": [
            {"site": one.facts.id, "code": said.code, "weight": said.weight, **_stated(said)}
            for one in advised
            for said in one.facts.warnings
        ],
        "payment_proofs": [_proof(one.facts.id, said) for one in advised for said in one.facts.payment_proof],
    }


def sources_of(catalogue: Catalogue) -> list[Row]:
    """The pages that all else rests on."""
    return [
        {
            **_plain(one, "id", "title", "kind", "living", "archive"),
            "address": one.shown_address,
            **_day("date", one.date),
            **_both("note", one.note),
        }
        for one in catalogue.sources.values()
    ]


def rates_of(catalogue: Catalogue) -> list[Row]:
    """What currencies cost, on all days."""
    return [
        {
            **_plain(one, "base", "quote", "kind", "source", "confidence"),
            **{"rate": plain(one.rate), "rate_number": float(one.rate)},
            **_day("date", one.on),
        }
        for one in catalogue.rates
    ]


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


def _day(name: str, day: PartialDate | None) -> Row:
    """A date as text, with the first and the last day that it can mean."""
    return {name: _text(day), f"{name}_first": _text(day and day.first), f"{name}_last": _text(day and day.last)}


def _sum(name: str, money: Money | None, plainly: str = "") -> Row:
    """An amount as decimal text and as a number, and its currency; the text under the name with `plainly` behind it."""
    return {
        f"{name}{plainly}": money and plain(money.amount),
        f"{name}_number": money and float(money.amount),
        f"{name}_currency": money and money.currency,
    }


def _plain(record: Any, *names: str) -> Row:
    return {name: getattr(record, name) for name in names}


def _both(name: str, text: Text | None) -> Row:
    return {f"{name}_en": text and text.en, f"{name}_bn": text and text.bn}


def _size(value: Any) -> Row:
    """The numbers in a value: the ends of its range, and the unit."""
    low: Decimal | None
    high: Decimal | None
    match value:
        case Money():
            low, high, unit = value.amount, value.amount, value.currency
        case Minimum() if len(value.amounts) == 1:
            return _size(value.amounts[0])
        case Percent():
            low, high, unit = value.value, value.value, "%"
        case Score():
            low, high, unit = value.points, value.points, f"of {plain(value.out_of)}"
        case Pay():
            low, high, unit = value.amount.low, value.amount.high, f"{value.currency} per {value.per}"
        case Figure():
            low, high, unit = value.amount.low, value.amount.high, value.unit
        case Minutes():
            low, high, unit = value.amount.low, value.amount.high, "minutes"
        case Days():
            low, high, unit = value.low, value.high, "working days" if value.working else "days"
        case _:
            return {"low": None, "high": None, "unit": None}
    return {"low": _number(low), "high": _number(high), "unit": unit}


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _value(fact: Fact[Any]) -> str | None:
    return value_text(fact.value) if fact.known else None


def _stated(said: Statement) -> Row:
    return {**_both("text", said.text), **_day("as_of", said.as_of), **_plain(said, "source", "confidence", "basis")}


def _method(one: Any, settings: Settings) -> Row:
    fact, country = settings.evidence.fact, settings.country
    facts = {"reaches": one.reaches.get(country, ()), "standing": one.standing.get(country, ()), "closed": one.closed}
    known = {name: _value(fact(held)) for name, held in facts.items()}
    return {**_plain(one, "id", "kind", "currency", "country"), **_both("name", one.name), **known}


def _task(one: Any) -> Row:
    texts = (_both(name, getattr(one, name)) for name in ("name", "about", "breaks_rules", "danger"))
    return {"id": one.id, **{name: text for both in texts for name, text in both.items()}}


def _site(place: int, one: Advice, country: str) -> Row:
    facts, seen = one.facts, one.testimony
    return {
        "id": facts.id,
        "place": place,
        "name": facts.name,
        "website": facts.platform.website,
        "verdict": one.verdict,
        "reasons": " ".join(reason.code for reason in one.judgement.reasons),
        "excluded": one.excluded,
        "evidence": seen.level,
        "proofs": seen.proofs,
        "witnesses": seen.witnesses,
        **_day("evidence_date", seen.day),
        "evidence_source": seen.source,
        "reach": " ".join(option.method for option in one.judgement.usable),
        **{name: _value(getattr(facts, name)) for name in facts.fields()},
        **_day("founded", facts.founded.value),
        "accepts": _value(facts.accepts_from(country)),
        **_day("confirmed", facts.confirmed),
    }


def _transfer(one: Any, settings: Settings) -> Row:
    facts = TransferFacts(one, settings.evidence)
    return {
        **_plain(one, "id", "country", "start", "kind"),
        "target": one.to,
        **_both("way", one.way),
        **_day("valid_from", one.valid_from),
        **_day("valid_to", one.valid_to),
        "in_force": one.in_force(settings.today),
        **{name: _value(getattr(facts, name)) for name in facts.fields()},
        **_sum("fee_minimum", facts.fee_minimum.value),
        **_sum("fee_maximum", facts.fee_maximum.value),
    }


def _claims(part: str, record: str, field: str, held: list[Claim[Any]], fact: Fact[Any]) -> Iterator[Row]:
    roles = {id(claim): role for role in _ROLES for claim in getattr(fact, role)} | {id(fact.chosen): "chosen"}
    words, about = field.split("."), {**dict.fromkeys(_KEYS.values()), _KEYS.get(part, "part"): record}
    if part == "platforms" and words[0] in ("payouts", "tasks"):
        about["method" if words[0] == "payouts" else "task"] = words[1]
    for claim in held:
        yield {
            **about,
            **_plain(claim, "bound", "source", "confidence", "basis"),
            **{"id": claim_id(record, field, claim), "part": part, "record": record, "field": field},
            "value": value_text(claim.value),
            **_size(claim.value),
            **{key: day for name in _DAYS for key, day in _day(name, getattr(claim, name)).items()},
            "role": roles.get(id(claim)),
            "shown": claim is fact.chosen,
            **_both("note", claim.note),
        }


def _fact(part: str, record: str, field: str, _held: list[Claim[Any]], fact: Fact[Any]) -> Row:
    return {
        **{"part": part, "record": record, "field": field, "site": record if part == "platforms" else None},
        "claim": claim_id(record, field, fact.chosen) if fact.chosen else None,
        "value": _value(fact),
        **_size(fact.value),
        "stale": fact.stale,
        **_day("confirmed", fact.confirmed),
        **{role: len(getattr(fact, role)) for role in _ROLES},
    }


def _option(advice: Advice, option: PayoutFacts) -> Row:
    least, claim = option.minimum.value, option.minimum.chosen
    return {
        "site": advice.facts.id,
        "method": option.method,
        "current": option.current,
        "usable": option in advice.judgement.usable,
        **{name: _value(getattr(option, name)) for name in option.fields()},
        **_sum("minimum", least.amounts[0] if least and len(least.amounts) == 1 else None, "_amount"),
        "minimum_bound": claim and claim.bound,
        **_day("since", option.since.value),
        **_day("until", option.until.value),
    }


def _proof(site: str, said: Any) -> Row:
    return {
        "site": site,
        **_plain(said, "paid", "by", "method", "country"),
        **_sum("amount", said.amount),
        **_stated(said),
    }
