"""How many signs of a scam a text shows, what each address and name in it is, and each sign with a case of it."""

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.addresses.owners import OwnerKind
from microjob_cli.advice.verdict import Judgement
from microjob_cli.catalog.names import PlatformId
from microjob_cli.catalog.offers import DangerSign, Shown
from microjob_cli.catalog.platform import Weight
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result
from microjob_cli.scams.checking import AddressKind, Looked

# How it looks, the sentence of it, and the sentence where no website of the site is recorded.
_SAID = {
    AddressKind.REAL: (Tone.GOOD, "looked-real", "looked-real"),
    AddressKind.FORMER: (Tone.CARE, "looked-former", "looked-former-no-website"),
    AddressKind.REPORTED: (Tone.AVOID, "looked-reported", "looked-reported"),
    AddressKind.LOOKALIKE: (Tone.AVOID, "looked-lookalike", "looked-lookalike"),
    AddressKind.NEAR_MISS: (Tone.AVOID, "looked-near-miss", "looked-near-miss-no-website"),
    AddressKind.RESEMBLING: (Tone.CARE, "looked-resembling", "looked-resembling-no-website"),
    AddressKind.BEARING: (Tone.CARE, "looked-bearing", "looked-bearing-no-website"),
    AddressKind.NAMED: (Tone.PLAIN, "looked-named", "looked-named"),
    AddressKind.UNKNOWN: (Tone.CARE, "looked-named", "looked-named"),
}
# A first screen has room for so many signs with why and a case; where there are more, the last of these has no case.
_FULL = 3
_MOST_REPORTS = 3


def document(result: Result, page: Formatter) -> doc.Document:
    """The count, a line an address or name, then the signs, then what links hide."""
    return tuple(_blocks(result, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(one, page) if isinstance(one, Looked) else sign_item(one, page) for one in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
    columns = ("kind", "code", "subject", "platform", "text")
    return columns, [[item[name] for name in columns] for item in items(result, page)]


def _blocks(result: Result, page: Formatter) -> Iterator[doc.Block]:
    looked = [one for one in result.items if isinstance(one, Looked)]
    shown = [one for one in result.items if isinstance(one, Shown)]
    signs = [one for one in shown if not one.sign.is_doubt]
    if signs:
        code = "signs-shown" if len(signs) > 1 else "sign-shown"
        yield doc.paragraph(line(Span(page.sentence(code, count=len(signs)), Tone.AVOID)))
    if looked:
        yield doc.Lines(tuple(line(Span(_said(one, page), _SAID[one.finding][0])) for one in looked))
    reported = [one.advice.facts.warnings for one in looked if one.finding is AddressKind.REPORTED and one.advice]
    grave = ([said for said in warnings if said.weight is Weight.AVOID] for warnings in reported)
    if reports := [page.stated(said) for warnings in grave for said in warnings[:_MOST_REPORTS]]:
        yield doc.bullets(reports)
    if signs:
        yield signs_block(signs, page)
    doubts = [one.sign for one in shown if one.sign.is_doubt]
    if doubts:
        yield doubts_block(doubts, page)


def doubts_block(doubts: Sequence[DangerSign], page: Formatter) -> doc.Items:
    """What links hide, and what to do about it."""
    return doc.bullets(line(f"{page.language.text(sign.sign)} {page.language.text(sign.do)}") for sign in doubts)


def signs_block(signs: Sequence[Shown], page: Formatter) -> doc.Items:
    """The first signs with why they are such and a case of them, the others by name."""
    told = _FULL - (len(signs) > _FULL)
    shown = (_sign(one, place < _FULL, place < told, page) for place, one in enumerate(signs))
    return doc.cards(shown, numbered=True)


def _sign(one: Shown, has_why: bool, has_case: bool, page: Formatter) -> tuple[Line, tuple[Line, ...]]:
    sign = one.sign
    words = (line(page.sentence("sign-by-words", words=", ".join(one.words))),) if one.words else ()
    why = (line(page.language.text(sign.why)),) if has_why else ()
    case = tuple(page.stated(one, tone=Tone.QUIET) for one in sign.seen[:1]) if has_case else ()
    return line(Span(page.language.text(sign.sign), Tone.STRONG)), (*words, *why, *case)


def _said(one: Looked, page: Formatter) -> str:
    owner, advice = one.owner, one.advice
    if owner is None:
        return page.sentence("looked-unknown", subject=one.subject)
    about = {"subject": one.subject, "website": owner.website}
    if advice is None:  # of a payout method or a firm
        records = page.catalogue.methods if owner.kind is OwnerKind.METHOD else page.catalogue.firms
        code = "looked-real-anybody" if owner.anybody else "looked-real-other"
        is_real, name = one.finding is AddressKind.REAL, page.language.text(records[owner.id].name)
        return page.sentence(code if is_real else _SAID[one.finding][1], platform=name, **about)
    reasons = "; ".join(page.coded(reason) for reason in advice.reasons if reason.is_concern)
    return page.sentence(
        _code(one, advice), platform=PlatformId(owner.id), verdict=advice.verdict,
        command=f"microjob show {owner.id}", why=one.lookalike.text if one.lookalike else reasons, **about,
    )  # fmt: skip


def _code(one: Looked, advice: Judgement) -> str:
    """Which sentence tells what it is; the reasons against a site are told once, as sentence or as reports."""
    if one.finding is AddressKind.REAL and advice.is_shut:
        return "looked-real-avoid"
    if one.finding is AddressKind.REPORTED:
        by_name = "-name" if one.subject == advice.facts.name else ""
        told = "" if any(warning.weight is Weight.AVOID for warning in advice.facts.warnings) else "-why"
        return f"looked-reported{by_name}{told}"
    _, code, without_website = _SAID[one.finding]
    return code if advice.facts.platform.website else without_website


def _item(one: Looked, page: Formatter) -> dict[str, Any]:
    owner, lookalike = one.owner, one.lookalike
    is_site = owner is not None and owner.kind is OwnerKind.PLATFORM
    return {
        "kind": "site",
        "code": str(one.finding),
        "subject": one.subject,
        "platform": owner.id if owner and is_site else None,
        "other": {"kind": str(owner.kind), "id": owner.id} if owner and not is_site else None,
        "website": owner.website if owner else None,
        "verdict": str(one.advice.verdict) if one.advice else None,
        "text": _said(one, page),
        "words": [],
        "why": None,
        "do": None,
        "sources": [lookalike.source] if lookalike else [],
    }


def sign_item(shown: Shown, page: Formatter) -> dict[str, Any]:
    text = page.language.text
    sign = shown.sign
    return {
        "kind": "doubt" if sign.is_doubt else "sign",
        "code": sign.id,
        **dict.fromkeys(("subject", "platform", "other", "website", "verdict")),
        "text": text(sign.sign),
        "why": jsonable.told(sign.why, page),
        "do": jsonable.told(sign.do, page),
        "sources": [{**jsonable.fields_of(one, "source", "as_of"), "text": text(one.text)} for one in sign.seen],
    }
