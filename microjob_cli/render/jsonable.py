"""Domain values -> what JSON can hold, in the shapes that `docs/json.md` promises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Claim, Evidence, Fact, Statement
from microjob_cli.catalog.measures import Days, Fee, Figure, Minimum, Minutes, Pay, Percent, Range, Score
from microjob_cli.catalog.money import WIDE, Money
from microjob_cli.catalog.payout import PayoutFacts
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.text import Text
from microjob_cli.render.formatter import Coded, Formatter
from microjob_cli.result import Remark, Result, Stream

if TYPE_CHECKING:  # an answer that judges no site need not load what judges
    from microjob_cli.advice.search import Advice
    from microjob_cli.advice.testimony import Testimony
    from microjob_cli.advice.verdict import Judgement

Json = dict[str, Any]
SCHEMA = "microjob/1"


def number(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def money(value: Money) -> Json:
    """The amount as text at the currency's minor unit, or with more places where it has more."""
    amount = value.amount
    if -int(amount.normalize().as_tuple().exponent) <= -int(value.exponent.as_tuple().exponent):
        amount = amount.quantize(value.exponent, context=WIDE)
    return {"amount": f"{amount:f}", "currency": value.currency}


def _range(value: Range) -> Json:
    return {"low": number(value.low), "high": number(value.high)}


def _minimum(value: Minimum, bound: Bound = Bound.EXACT) -> Json:
    return {"amounts": [money(amount) for amount in value.amounts], "bound": str(bound)}


def _fee(value: Fee) -> Json:
    return {
        "percent": _range(value.percent) if value.percent else None,
        "fixed": money(value.fixed) if value.fixed else None,
        "charged": str(value.charged),
    }


_AS_IT_IS = frozenset((str, bool, int, float, type(None)))
# The values that have a form of their own, by their type.
_FORMS: Mapping[type, Callable[[Any], Any]] = {
    **dict.fromkeys((tuple, list), lambda held: [plain(one) for one in held]),
    frozenset: lambda held: sorted(plain(one) for one in held),
    PartialDate: str,
    Decimal: number,
    Money: money,
    Minimum: _minimum,
    Fee: _fee,
    Days: lambda days: {**_range(days.span_of_days), "unit": "working" if days.working else "calendar"},
    Pay: lambda pay: {**_range(pay.amount), "currency": pay.currency, "per": str(pay.per)},
    Minutes: lambda minutes: _range(minutes.amount),
    Figure: lambda figure: {**_range(figure.amount), "unit": figure.unit},
    Percent: lambda percent: number(percent.value),
    Score: lambda score: {"points": number(score.points), "out_of": number(score.out_of)},
}


def plain(value: Any) -> Any:
    """Any value of the domain."""
    kind = type(value)
    if kind in _AS_IT_IS:
        return value
    if kind in _FORMS:
        return _FORMS[kind](value)
    if isinstance(value, str | date):  # of a closed list, an id, a day
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, Struct):
        return fields_of(value, *value.__struct_fields__)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def fields_of(value: Any, *names: str) -> Json:
    """Those of its fields as they are."""
    return {name: plain(getattr(value, name)) for name in names}


def facts_of(value: Any, page: Formatter, *names: str) -> Json:
    """Those of its facts, each with every claim."""
    return {name: fact(getattr(value, name), page) for name in names}


def told(text: Text | None, page: Formatter) -> Json | None:
    """A record's sentence in the user's language: under the key `text`, the only one that differs by language."""
    return {"text": page.language.text(text)} if text else None


def coded(one: Coded, page: Formatter) -> Json:
    return {"code": one.code, "text": page.coded(one)}


def note(remark: Remark, page: Formatter) -> Json:
    count = remark.details.get("count")
    return {**coded(remark, page), **({"count": count} if isinstance(count, int) else {})}


def statement(value: Statement, page: Formatter, *names: str) -> Json:
    """A record's own sentence: its text, then those of its fields."""
    return {"text": page.language.text(value.text), **fields_of(value, *names)}


def three(spread: Any, places: int) -> dict[str, float]:
    return {name: round(getattr(spread, name), places) for name in ("low", "typical", "high")}


def envelope(result: Result | Stream, items: Any, page: Formatter) -> Json:
    """An answer with what it was asked, the day, the catalogue and the notes."""
    catalogue = page.catalogue
    return {
        "schema": SCHEMA,
        "command": result.command,
        "query": plain(result.query),
        "today": str(page.evidence.today),
        "catalogue": {"version": catalogue.version, "platforms": len(catalogue.platforms)},
        "items": items,
        "notes": [note(one, page) for one in (result.remarks if isinstance(result, Result) else ())],
        "error": None,
    }


def said(claim: Claim[Any]) -> Any:
    """What a claim says; a minimum with how far it is one."""
    return _minimum(claim.value, claim.bound) if isinstance(claim.value, Minimum) else plain(claim.value)


def claim(value: Claim[Any], evidence: Evidence, page: Formatter) -> Json:
    return {
        "value": said(value),
        "source": value.source,
        "kind": str(evidence.kind(value)),
        **fields_of(value, "as_of", "seen", "confidence", "since", "until", "bound", "basis"),
        "note": told(value.note, page),
    }


def fact(value: Fact[Any], page: Formatter) -> Json:
    """A fact: what is shown, and every claim behind and beside it."""
    if value.chosen is None and not value.earlier:
        return UNKNOWN
    told = {id(one): claim(one, page.evidence, page) for one in value.claims}
    shown = told[id(value.chosen)] if value.chosen else UNKNOWN
    return {
        **{name: shown[name] for name in ("value", "source", "kind", "as_of", "confidence", "bound")},
        "stale": value.stale,
        "agreeing": len(value.agreeing),
        "disputed": [told[id(other)] for other in value.disputed],
        "earlier": [told[id(other)] for other in value.earlier],
        "claims": list(told.values()),
    }


# Of most fields nobody says anything; one form serves them all.
UNKNOWN: Json = {
    **dict.fromkeys(("value", "source", "kind", "as_of", "confidence", "bound")),
    "stale": False,
    "agreeing": 0,
    **{name: [] for name in ("disputed", "earlier", "claims")},
}
_SAID = ("source", "as_of", "confidence", "basis")
_PROOF = ("paid", "by", "method", "amount", "country")


def judged(one: Judgement, page: Formatter) -> Json:
    return {
        "verdict": str(one.verdict),
        "evidence": evidence(one.testimony),
        "verdict_reasons": [coded(reason, page) for reason in one.reasons],
    }


def evidence(testimony: Testimony) -> Json:
    return {
        **fields_of(testimony, "level", "proofs", "witnesses"),
        "newest": plain(testimony.day),
        **fields_of(testimony, "source", "by"),
    }


def brief(advice: Advice, page: Formatter) -> Json:
    """The least that a script needs: at most 250 bytes."""
    from microjob_cli.render.sites import usual_option

    option = usual_option(advice, page)
    amounts = option.minimum.value.amounts if option and option.minimum.value else ()
    return {
        "id": advice.facts.id,
        "verdict": str(advice.verdict),
        "evidence": str(advice.testimony.level),
        "date": plain(advice.testimony.day),
        "reach": [one.method for one in advice.judgement.usable],
        "minimum": [str(amount) for amount in amounts] or None,
    }


def advised(advice: Advice, page: Formatter) -> Json:
    return {**judged(advice.judgement, page), "excluded": advice.excluded, **platform(advice.facts, page)}


def platform(facts: PlatformFacts, page: Formatter) -> Json:
    record = facts.platform
    named = (
        "status", "kind", "skill", "pay_to_join", "founded", "headquarters", "owner", "successor", "devices",
        "identity_checks", "review_days", "success_rate", "task_pay", "earnings",
    )  # fmt: skip
    countries = {page.country, *facts.accepts}
    return {
        "id": record.id,
        "name": record.name,
        "unnamed": record.unnamed,
        "former_names": [fields_of(former, "name", "until", "source", "website") for former in facts.former_names],
        "aliases": plain(record.aliases),
        "website": record.website,
        # Of most fields nobody says anything: no fact need be made of those.
        **{name: fact(getattr(facts, name), page) if getattr(record, name) else UNKNOWN for name in named},
        "confirmed": plain(facts.confirmed),
        "accepts": {code: fact(facts.accepts_from(code), page) for code in sorted(countries)},
        "task_types": [task.task for task in facts.tasks],
        "tasks": [{"task": task.task, **facts_of(task, page, "offered", "pay")} for task in facts.tasks],
        "payouts": [
            {**fields_of(option, "method", "current"), **facts_of(option, page, *PayoutFacts.fields())}
            for option in facts.payouts
        ],
        "payment_proof": [{**fields_of(one, *_PROOF), **statement(one, page, *_SAID)} for one in facts.payment_proof],
        "ratings": [{"rater": rating.rater, **facts_of(rating, page, "score")} for rating in facts.ratings],
        "lookalikes": [{"address": one.address, **statement(one, page, *_SAID)} for one in facts.lookalikes],
        "warnings": [{**fields_of(one, "code", "weight"), **statement(one, page, *_SAID)} for one in facts.warnings],
        "notes": [{**fields_of(one, "topic", "weight"), **statement(one, page, *_SAID)} for one in facts.notes],
        "own": _own("platforms", record.id, page),
    }


def _own(part: str, key: str, page: Formatter) -> list[Json]:
    """The files of one's own behind a record."""
    origins = page.catalogue.origins_of(part, key)
    return [
        {"file": origin.file, "whole": origin.whole, "fields": list(origin.counts)}
        for origin in (origins.files if origins else ())
    ]
