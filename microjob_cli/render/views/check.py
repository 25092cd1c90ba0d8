"""How many signs of a scam a text shows, what each address and name in it is, and each sign with a case of it."""

from collections.abc import Iterator, Sequence

from microjob_cli.addresses.lookalikes import AddressKind
from microjob_cli.addresses.owners import OwnerKind
from microjob_cli.advice.verdict import Judgement
from microjob_cli.catalog.names import PlatformId
from microjob_cli.catalog.offers import DangerSign, Shown
from microjob_cli.catalog.platform import SiteWarning, Weight
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, strong
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result
from microjob_cli.scams.checking import Looked

# All else is to be taken with care.
_TONES = {
    AddressKind.REAL: Tone.GOOD,
    AddressKind.REPORTED: Tone.AVOID,
    AddressKind.LOOKALIKE: Tone.AVOID,
    AddressKind.NEAR_MISS: Tone.AVOID,
    AddressKind.NAMED: Tone.PLAIN,
}
_COLUMNS = ("kind", "code", "subject", "platform", "text")
# A first screen has room for so many signs with why and a case; where there are more, the last of these has no case.
_FULL = 3
_MOST_REPORTS = 3
# The sentence of each, and that of a site of which no address is recorded.
_LOOKED = {
    AddressKind.REAL: ("looked-real", "looked-real"),
    AddressKind.FORMER: ("looked-former", "looked-former-no-website"),
    AddressKind.LOOKALIKE: ("looked-lookalike", "looked-lookalike"),
    AddressKind.NEAR_MISS: ("looked-near-miss", "looked-near-miss-no-website"),
    AddressKind.RESEMBLING: ("looked-resembling", "looked-resembling-no-website"),
    AddressKind.BEARING: ("looked-bearing", "looked-bearing-no-website"),
    AddressKind.NAMED: ("looked-named", "looked-named"),
}


def document(result: Result, page: Formatter) -> doc.Blocks:
    """The count, a line an address or name, then the signs, then what links hide."""
    looked = [one for one in result.items if isinstance(one, Looked)]
    shown = [one for one in result.items if isinstance(one, Shown)]
    signs = [one for one in shown if not one.sign.is_doubt]
    if signs:
        code = "signs-shown" if len(signs) > 1 else "sign-shown"
        yield doc.paragraph(Span(page.sentence(code, count=len(signs)), Tone.AVOID))
    if looked:
        yield doc.lines(Span(_said(one, page), _TONES.get(one.finding, Tone.CARE)) for one in looked)
    reported = [one.advice for one in looked if one.finding is AddressKind.REPORTED and one.advice]
    if reports := [page.stated(said) for advice in reported for said in _grave(advice)[:_MOST_REPORTS]]:
        yield doc.bullets(reports)
    if signs:
        yield signs_block(signs, page)
    doubts = [one.sign for one in shown if one.sign.is_doubt]
    if doubts:
        yield doubts_block(doubts, page)


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [_item(one, page) if isinstance(one, Looked) else sign_item(one, page) for one in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return _COLUMNS, [[item[name] for name in _COLUMNS] for item in items(result, page)]


def _grave(advice: Judgement) -> list[SiteWarning]:
    """The reports for which one must keep away from a site."""
    return [said for said in advice.facts.warnings if said.weight is Weight.AVOID]


def doubts_block(doubts: Sequence[DangerSign], page: Formatter) -> doc.Items:
    """What links hide, and what to do about it."""
    return doc.bullets(f"{page.text(sign.sign)} {page.text(sign.do)}" for sign in doubts)


def signs_block(signs: Sequence[Shown], page: Formatter) -> doc.Items:
    """The first signs with why they are such and a case of them, the others by name."""
    cases = _FULL - (len(signs) > _FULL)
    shown = ((strong(page.text(one.sign.sign)), _why(one, place, cases, page)) for place, one in enumerate(signs))
    return doc.cards(shown, numbered=True)


def _why(one: Shown, place: int, cases: int, page: Formatter) -> Iterator[str | Line]:
    if one.words:
        yield page.sentence("sign-by-words", words=", ".join(one.words))
    if place < _FULL:
        yield page.text(one.sign.why)
    if place < cases:
        yield from (page.stated(case, tone=Tone.QUIET) for case in one.sign.seen[:1])


def _said(one: Looked, page: Formatter) -> str:
    owner, advice = one.owner, one.advice
    if owner is None:
        return page.sentence("looked-unknown", subject=one.subject)
    about = {"subject": one.subject, "website": owner.website}
    if advice is None:  # of a payout method or a firm
        records = page.catalogue.methods if owner.kind is OwnerKind.METHOD else page.catalogue.firms
        code = "looked-real-anybody" if owner.anybody else "looked-real-other"
        is_real = one.finding is AddressKind.REAL
        return page.sentence(code if is_real else _LOOKED[one.finding][0], platform=records[owner.id].name, **about)
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
        grave = _grave(advice)
        if one.subject == advice.facts.name:
            return "looked-reported-name" if grave else "looked-reported-name-why"
        return "looked-reported" if grave else "looked-reported-why"
    with_website, without_website = _LOOKED[one.finding]
    return with_website if advice.facts.platform.website else without_website


def _item(one: Looked, page: Formatter) -> jsonable.Json:
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


def sign_item(shown: Shown, page: Formatter) -> jsonable.Json:
    sign = shown.sign
    return {
        "kind": "doubt" if sign.is_doubt else "sign",
        "code": sign.id,
        **dict.fromkeys(("subject", "platform", "other", "website", "verdict")),
        "text": page.text(sign.sign),
        "why": jsonable.told(sign.why, page),
        "do": jsonable.told(sign.do, page),
        "sources": [{**jsonable.fields_of(one, "source", "as_of"), "text": page.text(one.text)} for one in sign.seen],
    }
