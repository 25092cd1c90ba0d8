"""Topics as a list; a guide as it was written; the claims ledger as one card a claim."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from microjob_cli.advice.learning import INCOME, CheckedClaim, Evidenced, Guided, SupportFound, spoken
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.earning_records import Holds
from microjob_cli.catalog.explaining import Explained
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.offers import DangerSign
from microjob_cli.catalog.text import REFERENCE
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Kind, Line, Span, Target, Told, Tone, line, quiet, strong
from microjob_cli.render.estimate_items import cited, shown
from microjob_cli.render.formatter import Formatter
from microjob_cli.result import Result

_TONES = {
    Holds.HOLDS: Tone.GOOD,
    Holds.ROSY: Tone.CARE,
    Holds.OUTDATED: Tone.CARE,
    Holds.UNPROVEN: Tone.CARE,
    Holds.WRONG: Tone.AVOID,
}
_MOST_SAID = 2
_SAFETY = "safety"


def document(result: Result, page: Formatter) -> doc.Blocks:
    """The topics, a guide, or each claim with its verdict, the reason and the evidence."""
    asked = result.query["topic"]
    if asked is None:  # a line a topic: the words that open it in either language, and what it is about
        told = page.say("What there is to know. One of them: {command}", command="microjob learn start")
        yield doc.paragraph(strong(told))
        heads = (page.say("Topic"), page.say("In Bengali"), page.say("About"))
        keys = ((Span(key, Tone.STRONG, Target(Kind.GUIDE, key)), key) for key in result.items)
        yield doc.table(heads, ((name, spoken(key), page.topic(key)) for name, key in keys))
        return
    yield doc.heading(page.topic(asked), 1)
    if asked == INCOME:
        yield doc.paragraph(page.say(
            "An article of December 2020 that many beginners start from makes these claims. Beside each: what becomes "
            "of it ({verdicts}), why, and what that rests on.",
            verdicts=page.words(list(Holds)),
        ))  # fmt: skip
        yield doc.cards((_card(checked, page) for checked in result.items), numbered=True)
        return
    for one in result.items:
        yield from _read(one, page)
    if asked == _SAFETY:
        yield from signs_told(page)


def _read(guided: Guided, page: Formatter) -> doc.Blocks:
    """The text of a guide: parts under headings, each of sentences, of bullets or of numbered steps."""

    def filled(text: str) -> Line:
        """A text with its figures put in, each leading to who says it."""
        parts = REFERENCE.split(text)  # every other one is a reference
        return tuple(_figure(guided.facts[part], page) if at % 2 else Span(part) for at, part in enumerate(parts))

    for chunk in re.split(r"\n\s*\n", page.text(guided.guide.text).strip()):
        told = [" ".join(row.split()) for row in re.split(r"\n(?=\S)", chunk)]
        if told[0].startswith("## "):
            yield doc.heading(told.pop(0).removeprefix("## "))
        mark = next((mark for mark in ("-", "1.") if told and told[0].startswith(f"{mark} ")), "")
        if mark:
            yield doc.bullets((filled(one.partition(" ")[2]) for one in told), numbered=mark == "1.")
        elif told:
            yield doc.paragraph(filled(" ".join(told)))


def signs_told(page: Formatter) -> doc.Document:
    """The signs of a fraudulent offer, each with why it is one, what to do, and a case or two; then what only hides."""
    known = page.catalogue.danger_signs.values()
    parts = (
        (page.say("Signs of a fraud"), [sign for sign in known if not sign.is_doubt]),
        (page.say("What hides who is behind it"), [sign for sign in known if sign.is_doubt]),
    )
    return tuple(block for title, signs in parts if signs for block in (doc.heading(title), _signs(signs, page)))


def _signs(signs: Sequence[DangerSign], page: Formatter) -> doc.Items:

    def about(sign: DangerSign) -> Iterator[Told]:
        yield page.text(sign.why)
        yield strong(page.text(sign.do))
        yield from (line(quiet(page.text(seen.text)), page.sourced(seen.source)) for seen in sign.seen[:_MOST_SAID])

    return doc.cards((Span(page.text(sign.sign), Tone.CARE), about(sign)) for sign in signs)


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    asked = result.query["topic"]
    if asked == INCOME:
        return [_item(checked, page) for checked in result.items]
    texts = {key: page.topic(key) for key in result.items} if asked is None else {asked: _text(result.items[0], page)}
    return [{"topic": topic, "title": {"text": page.topic(topic)}, "text": text} for topic, text in texts.items()]


def table(result: Result, page: Formatter) -> doc.Sheet:
    """One row a topic, or a claim."""
    asked = result.query["topic"]
    if asked is None:
        return ("topic", "title"), [(key, page.topic(key)) for key in result.items]
    if asked != INCOME:
        return ("topic", "title", "text"), [(asked, page.topic(asked), _text(one, page)) for one in result.items]
    entries = [checked.entry for checked in result.items]
    rows = [(one.id, page.text(one.claim), one.verdict, page.text(one.why), one.source) for one in entries]
    return ("claim", "text", "verdict", "why", "source"), rows


def _text(guided: Guided, page: Formatter) -> str:
    """The text of a guide with its figures put in."""
    return REFERENCE.sub(lambda found: _figure(guided.facts[found[1]], page).text, page.text(guided.guide.text))


def _figure(explained: Explained | None, page: Formatter) -> Span:
    """What a reference stands for, in words and with its date."""
    if explained and explained.statements:
        first = explained.statements[0]
        return _dated(page.text(first.text), first.as_of, first.source, page)
    if explained is None or explained.fact is None or explained.fact.chosen is None:
        return Span(page.unknown.text)
    fact, chosen = explained.fact, explained.fact.chosen
    currency = explained.record.partition("/")[2]  # the record of a rate is a pair
    claim = replace(chosen, value=Money(chosen.value, currency)) if currency else chosen
    return _dated(page.bounded(claim), fact.confirmed, page.confirming(fact).source, page)


def _dated(value: str, as_of: PartialDate | None, source: str, page: Formatter) -> Span:
    told = page.say("{value} ({date})", value=value, date=page.age(as_of), source=page.publisher(source))
    return Span(told, target=Target(Kind.SOURCE, source))


def _item(checked: CheckedClaim, page: Formatter) -> jsonable.Json:
    entry = checked.entry
    return {
        "id": entry.id,
        "claim": jsonable.told(entry.claim, page),
        "source": entry.source,
        "verdict": str(entry.verdict),
        "text": page.text(entry.why),
        "evidence": [_evidence_item(one, page) for one in checked.evidence],
    }


def _evidence_item(one: Evidenced, page: Formatter) -> jsonable.Json:
    found, support, estimate = one.found, one.found.support, one.estimate
    study, fact = found.study, found.explained.fact if found.explained else None
    figure = dict.fromkeys(("value", "measures", "unpaid_counted"))
    return {
        "study": study.id if study else None,
        **(jsonable.fields_of(study, *figure) if study else figure),
        "sample": jsonable.told(study.sample, page) if study else None,
        "record": support.record,
        "field": support.field,
        "fact": jsonable.fact(fact, page) if fact else None,
        "estimate": estimate
        and {
            "hours_per_day": estimate.plan.hours_per_day,
            **jsonable.three(estimate.monthly, 2),
            "currency": estimate.currency,
        },
        "sources": list(dict.fromkeys(found.sources)),
        "text": " ".join(map(doc.text_of, _told(one, page))),
    }


def _card(checked: CheckedClaim, page: Formatter) -> tuple[Line, list[Told]]:
    """A claim with its verdict; below it why, and what that rests on."""
    entry = checked.entry
    title = line(strong(f"{page.text(entry.claim)}  "), Span(page.word(entry.verdict), _TONES[entry.verdict]))
    told = [line(quiet("- "), support) for one in checked.evidence for support in _told(one, page)]
    return title, [page.text(entry.why), *told]


def _told(one: Evidenced, page: Formatter) -> Iterator[Line]:
    """One support in words."""
    found = one.found
    if one.estimate is not None:
        low, typical, high = (shown(value, one.estimate.currency) for value in one.estimate.monthly.values)
        hours = found.support.estimate_hours
        day = page.say("one hour a day") if hours == 1 else page.say("{hours} hours a day", hours=hours)
        sentence = "This program for {day}: typically {typical} a month, low {low}, high {high}."
        yield line(page.say(sentence, day=day, typical=typical, low=low, high=high))
    elif found.study is not None:
        study = found.study
        about = page.sourced(study.source, f"({cited(study, page)})")
        yield line(strong(f"{page.bounded(study)}: "), page.text(study.text), about)
    elif found.support.source is not None:
        source = page.catalogue.sources[found.support.source]
        yield line(page.source(source.id), "  ", Span(source.shown_address, Tone.QUIET, Target(Kind.SOURCE, source.id)))
    elif found.text is not None:
        yield line(f"{_name(found, page)}: {page.text(found.text)}")
    elif found.explained is not None:
        yield from _explained(found, found.explained, page)


def _explained(found: SupportFound, explained: Explained, page: Formatter) -> Iterator[Line]:
    """A field of a record: its fact, or the first sentences that it holds."""
    name = _name(found, page)
    yield from (page.stated(statement, name) for statement in explained.statements[:_MOST_SAID])
    if explained.fact is not None and not explained.statements:
        field = page.path(explained.field)
        yield from (line(f"{name}, {field}: ", value) for value in page.fact(explained.fact))


def _name(found: SupportFound, page: Formatter) -> str:
    support = found.support
    if support.platform:
        return page.platform(support.platform)
    return page.method(support.method) if support.method else page.task(support.task or "")
