"""What each address and name in a text is, and the danger signs in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from microjob_cli.advice.verdict import Advice, Verdict
from microjob_cli.catalog.names import PlatformId
from microjob_cli.catalog.platform import Weight
from microjob_cli.catalog.questions import DangerSign
from microjob_cli.render import jsonable
from microjob_cli.render.document import Block, Bullets, Cards, Document, Heading, Items, Line, Lines, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result
from microjob_cli.scams.checking import AddressKind, Looked, Shown

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
_MOST_SEEN = 1
_MOST_REPORTS = 3


def document(result: Result, page: Formatter) -> Document:
    """A line an address or name, then a card a sign."""
    return tuple(_blocks(result, page))


def items(result: Result, page: Formatter) -> list[dict[str, Any]]:
    return [_item(one, page) if isinstance(one, Looked) else sign_item(one.sign, page) for one in result.items]


def table(result: Result, page: Formatter) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """One row a finding."""
    columns = ("kind", "code", "subject", "platform", "text")
    return columns, [[str(item[name] or "") for name in columns] for item in items(result, page)]


def _blocks(result: Result, page: Formatter) -> Iterator[Block]:
    looked = [one for one in result.items if isinstance(one, Looked)]
    shown = [one.sign for one in result.items if isinstance(one, Shown)]
    if looked:
        yield Lines(tuple(line(Span(_said(one, page), _SAID[one.finding][0])) for one in looked))
    reports = [told for one in looked if one.finding is AddressKind.REPORTED for told in _reports(one, page)]
    if reports:
        yield Bullets(tuple(reports))
    for title, signs in (
        ("sign-of-danger", [sign for sign in shown if not sign.is_doubt]),
        ("sign-of-doubt", [sign for sign in shown if sign.is_doubt]),
    ):
        if signs:
            yield Heading(line(page.sentence(title)))
            yield signs_block(signs, page)


def _reports(one: Looked, page: Formatter) -> Iterator[Line]:
    """Who says so of a site, and when."""
    warnings = one.advice.facts.warnings if one.advice else ()
    grave = [warning for warning in warnings if warning.weight is Weight.AVOID]
    yield from map(page.stated, grave[:_MOST_REPORTS])


def signs_block(signs: Sequence[DangerSign], page: Formatter) -> Items:
    """Each sign with why it is one, and a case of it."""
    return Cards(tuple(_sign(sign, page) for sign in signs), numbered=True)


def _sign(sign: DangerSign, page: Formatter) -> tuple[Line, tuple[Line, ...]]:
    seen = (page.stated(one, tone=Tone.QUIET) for one in sign.seen[:_MOST_SEEN])
    return line(Span(page.language.text(sign.sign), Tone.AVOID)), (line(page.language.text(sign.why)), *seen)


def _said(one: Looked, page: Formatter) -> str:
    """What an address or name is, in one sentence."""
    if one.advice is None:
        return page.sentence("looked-unknown", subject=one.subject)
    site = one.advice.facts.platform
    why = one.lookalike.text if one.lookalike else _why(one.advice, page)
    return page.sentence(
        _code(one, one.advice),
        subject=one.subject,
        platform=PlatformId(site.id),
        website=site.website,
        verdict=one.advice.verdict,
        command=f"microjob show {site.id}",
        why=why,
    )


def _code(one: Looked, advice: Advice) -> str:
    """Which sentence tells what it is."""
    if one.finding is AddressKind.REAL and advice.verdict is Verdict.AVOID:
        return "looked-real-avoid"
    if one.finding is AddressKind.REPORTED and one.subject == advice.facts.name:
        return "looked-reported-name"
    _, code, without_website = _SAID[one.finding]
    return code if advice.facts.platform.website else without_website


def _why(advice: Advice, page: Formatter) -> str:
    """The gravest reasons against a site."""
    grave = [reason for reason in advice.concerns if reason.weight is Weight.AVOID]
    return "; ".join(page.coded(reason) for reason in grave)


def _item(one: Looked, page: Formatter) -> dict[str, Any]:
    advice, lookalike = one.advice, one.lookalike
    return {
        "kind": "site",
        "code": str(one.finding),
        "subject": one.subject,
        "platform": advice.facts.id if advice else None,
        "website": advice.facts.platform.website if advice else None,
        "verdict": str(advice.verdict) if advice else None,
        "text": _said(one, page),
        "why": None,
        "sources": [lookalike.source] if lookalike else [],
    }


def sign_item(sign: DangerSign, page: Formatter) -> dict[str, Any]:
    """A danger sign, or what a link hides, for scripts."""
    return {
        "kind": "doubt" if sign.is_doubt else "sign",
        "code": sign.id,
        "subject": None,
        "platform": None,
        "website": None,
        "verdict": None,
        "text": page.language.text(sign.sign),
        "why": {"text": page.language.text(sign.why)},
        "sources": [
            {**jsonable.fields_of(one, "source", "as_of"), "text": page.language.text(one.text)} for one in sign.seen
        ],
    }
