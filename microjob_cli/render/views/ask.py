"""Answers to questions: how each was understood, what is said to it, and the command's own answer in short."""

import re
import shlex
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from microjob_cli.catalog.facts import Statement
from microjob_cli.catalog.names import CurrencyCode, PlatformId
from microjob_cli.catalog.payout import Answer, FactTopic
from microjob_cli.catalog.questions import Intent
from microjob_cli.i18n.choosing import language_of
from microjob_cli.payouts.method_facts import MethodFacts
from microjob_cli.questions.answers import Answered, Call, OtherReading
from microjob_cli.questions.focus import Focus, Told
from microjob_cli.render import document as doc
from microjob_cli.render import jsonable
from microjob_cli.render.document import Line, Span, Tone, quiet, text_of
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.sites import verdict_lines
from microjob_cli.render.views import below, blocks_of, view_of, with_remarks
from microjob_cli.render.views.check import sign_item, signs_block
from microjob_cli.render.views.route import why_not
from microjob_cli.result import Result

# Words that double quotes keep as they are, in every shell.
_PLAIN = re.compile(r"[^\"$`\\!\n]* [^\"$`\\!\n]*")
# How many entries of a long answer are shown; the command itself shows all.
_MOST = {"list": 10, "recommend": 5, "tasks": 15, "payouts": 60}
_EXAMPLES = ("example-payout", "example-minimum", "example-real", "example-route")
_REACHING = (Answer.YES, Answer.PARTLY)
# What a question about one payout method asks for.
_TOPICS = {
    "fees": {FactTopic.COST, FactTopic.LIMITS},
    "payment-time": {FactTopic.COST, FactTopic.LIMITS},
    "payout-method-info": {FactTopic.AVAILABILITY, FactTopic.PAPERS, FactTopic.HISTORY, FactTopic.LAW},
    "legality": {FactTopic.LAW},
}
_MOST_PAYERS = 5
# How many entries answer what is asked too.
_MOST_SECOND = 3
# How many steps of a guide a screen has room for.
_MOST_STEPS = 6
# Questions without an offer that are answered by the signs of a bad one.
_ABOUT_OFFERS = frozenset({"scam-check"})
# Notes of which the short answer says nothing: they count what it leaves out.
_COUNTING = ("not-ranked-", "see-all", "more")
# Answers of which only what stands before the first heading of its parts is shown.
_ONLY_BEGUN = frozenset({"estimate"})


def document(result: Result, page: Formatter) -> doc.Blocks:
    """Each question with its answer; the question itself where it is one of several."""
    return (block for item in result.items for block in _blocks(item, _page_of(item, page)))


def items(result: Result, page: Formatter) -> list[jsonable.Json]:
    return [_item(item, _page_of(item, page)) for item in result.items]


def table(result: Result, page: Formatter) -> doc.Sheet:
    return ("question", "intent", "command", "declined", "text"), [
        (
            item.question, _intent(item), _typed(item.call), _declined(item),
            " ".join(_texts(item, _page_of(item, page))),
        )
        for item in result.items
    ]  # fmt: skip


def _page_of(item: Answered, page: Formatter) -> Formatter:
    """The page in the question's own language, where the answer shall follow it, and for the country it asks of."""
    if item.call is not None and item.call.country is not None:
        page = replace(page, country=item.call.country)
    if item.language is None or item.language == page.language.code:
        return page
    return replace(page, language=language_of(item.language))


def _intent(item: Answered) -> str:
    return item.intent.id.replace("-", "_") if item.intent else "out_of_scope"


def _declined(item: Answered) -> str | None:
    if item.intent is not None:
        return None
    return item.refusal.id.replace("-", "_") if item.refusal else "not_understood"


def _typed(call: Call | None) -> str:
    """The command as it must be typed: no word is one to the shell, though it may come from somebody's offer."""
    words = (f'"{word}"' if _PLAIN.fullmatch(word) else shlex.quote(word) for word in (call.words if call else ()))
    return " ".join(["microjob", *words]) if call else ""


def _texts(item: Answered, page: Formatter) -> list[str]:
    """What is said in sentences, without the command's own answer."""
    if not item.declined:
        says = (page.text(saying.text) for saying in item.says)
        return [*says, *(text_of(_said(one, page)) for one in item.help)]
    told = [page.text(item.refusal.says) if item.refusal else page.sentence("not-understood")]
    if rate := item.rate:
        pair = {"quote": CurrencyCode(rate.quote), "base": CurrencyCode(rate.base)}
        told.append(page.sentence("last-rate", rate=rate.rate, kind=rate.kind, on=rate.on, **pair))
    return told


def _blocks(item: Answered, page: Formatter) -> doc.Blocks:
    if item.among_others:
        yield doc.heading(item.question, 1)
    strange = [Span(text, Tone.CARE) for text in _unrecorded(item, page)]
    if strange:
        yield doc.lines(strange)
    if item.sites is not None and not _is_checked(item):
        yield from blocks_of(item.sites, page)
    if item.intent is None:
        yield from map(doc.paragraph, _texts(item, page))
        yield doc.paragraph(page.sentence("can-ask"))
        yield doc.lines((f'microjob ask "{page.sentence(code)}"' for code in _EXAMPLES), verbatim=True)
    elif not item.sure:
        yield doc.paragraph(page.sentence("asked-unsure"))
        yield doc.lines(readings(item.alternatives, page))
    else:
        yield _heard(item.intent, item.call, "asked-about", page)
        yield from _answered(item, page)


def _answered(item: Answered, page: Formatter) -> doc.Blocks:
    """The answer, that to what is asked too, and what answers if something else was meant."""
    told = tuple(_told(item, page))
    if item.second is None:
        yield from below(told, [_otherwise(item.alternatives, page)], page) if item.alternatives else told
        return
    yield from told
    yield _heard(item.second.intent, item.second.call, "asked-too", page)
    yield from _answer(item.second.result, item.second.call, page, _MOST_SECOND)
    if item.alternatives:
        yield doc.paragraph(quiet(_otherwise(item.alternatives, page)))


def _otherwise(alternatives: Sequence[OtherReading], page: Formatter) -> str:
    """Which command answers if something else was meant; a screen has room for one."""
    others = alternatives[1:2] if page.folded else alternatives[1:]
    named = page.language.listed((f"`{_typed(one.call)}`" for one in others), page.say("or"))
    return page.sentence("asked-otherwise", commands=named)


def readings(alternatives: Sequence[OtherReading], page: Formatter) -> list[str]:
    """The likeliest readings by number, each with its command."""
    number = page.language.number
    told = (f"{page.text(one.intent.asks)}: `{_typed(one.call)}`" for one in alternatives)
    return [f"{number(place)}  {text}" for place, text in enumerate(told, 1)]


def _heard(intent: Intent, call: Call | None, code: str, page: Formatter) -> doc.Block:
    return doc.paragraph(quiet(page.sentence(code, asks=intent.asks, command=_typed(call))))


def _told(item: Answered, page: Formatter) -> doc.Blocks:
    """What is said in general, then the answer from the records."""
    yield from (doc.paragraph(page.text(saying.text)) for saying in item.says)
    if item.help:
        yield doc.bullets(_said(one, page) for one in item.help)
    if item.focus is not None:
        yield from _focus(item.focus, page)
    if item.signs and not _is_checked(item):
        yield doc.heading(page.sentence("sign-of-danger"))
        yield signs_block(item.signs, page)
    elif item.intent is not None and item.intent.id in _ABOUT_OFFERS and _is_told(item):
        yield doc.bullets(page.text(one.sign) for one in page.catalogue.danger_signs.values() if not one.is_doubt)
    if item.focus is None and not _is_told(item):
        yield from _answer(_narrowed(item), item.call, page)
    if item.cautions:
        yield doc.lines(why_not(caution, page) for caution in item.cautions)


def _unrecorded(item: Answered, page: Formatter) -> Iterator[str]:
    """That a name is in no record, which names come near, and that the answer is not about it."""
    for one in item.unrecorded:
        if not _is_checked(item):
            yield page.sentence("unrecorded", name=one.name)
        if one.nearest:
            yield page.sentence("unrecorded-near", name=one.name, names=one.nearest)
    if item.unrecorded and item.result is not None and not _is_checked(item):
        yield page.sentence("unrecorded-rest", names=[one.name for one in item.unrecorded])


def _is_told(item: Answered) -> bool:
    """Whether the sentences are the answer, and the guide only says more."""
    return bool(item.says or item.signs) and item.call is not None and item.call.command == "learn"


def _is_checked(item: Answered) -> bool:
    """Whether the command's own answer tells the danger signs."""
    return item.call is not None and item.call.command == "check"


def _focus(focus: Focus, page: Formatter) -> doc.Blocks:
    former = (name.name for name in focus.site.former_names)
    yield doc.heading(page.formerly(focus.site.name, former), 1)
    if focus.advice is not None:
        yield doc.lines(verdict_lines(focus.advice, page))
    if focus.told:
        yield doc.pairs((_label(told, page), page.fact(told.fact)) for told in focus.told)
    if focus.said:
        yield doc.bullets(_said(statement, page) for statement in focus.said)
    if not focus.told and not focus.said:
        yield doc.paragraph(page.sentence("nothing-recorded-of", platform=PlatformId(focus.site.id)))


def _label(told: Told, page: Formatter) -> str:
    """The heading of a field, with the method, country or task that it is of."""
    field = page.field(told.field)
    if told.of is None:
        return field
    if told.field == "accepts":
        return page.say("From {country}", country=page.country_name(told.of))
    if told.field == "ratings":
        return page.say("Rated by {rater}", rater=told.of)
    if told.field in ("tasks", "task_pay"):
        return page.task(told.of)
    return f"{page.method(told.of)}: {field.casefold()}"


def _said(statement: Statement, page: Formatter) -> Line:
    about = getattr(statement, "code", None) or getattr(statement, "topic", None)
    return page.stated(statement, page.word(about) if about else "")


def _answer(result: Result | None, call: Call | None, page: Formatter, most: int | None = None) -> doc.Blocks:
    """The command's own answer with its remarks: on a screen its own, of a guide the beginning; elsewhere in short."""
    if result is None:
        yield doc.paragraph(page.sentence("not-recorded"))
        return
    if page.folded and most is None:
        blocks = blocks_of(result, page)
        yield from _first_steps(blocks, call, page) if result.command == "learn" else with_remarks(blocks, result, page)
        return
    first = most or _MOST.get(result.command, len(result.items))
    blocks = blocks_of(replace(result, items=result.items[:first]), page)
    if result.command in _ONLY_BEGUN:
        yield from takewhile(lambda block: not isinstance(block, doc.Heading), blocks)
    else:
        yield from blocks
    notes = [page.coded(remark) for remark in result.remarks if not remark.code.startswith(_COUNTING)]
    if more := len(result.items[first:]):
        notes.insert(0, page.say("{count} more: `{command}`", count=more, command=_typed(call)))
    if notes and most is None:
        yield doc.lines(map(quiet, notes))


def _first_steps(blocks: Sequence[doc.Block], call: Call | None, page: Formatter) -> doc.Blocks:
    """A guide up to its first list, of which a screen has room for so many steps."""
    for place, block in enumerate(blocks):
        if isinstance(block, doc.Items):
            yield doc.Items(block.items[:_MOST_STEPS], block.mark)
            if len(block.items) > _MOST_STEPS or blocks[place + 1 :]:
                yield doc.paragraph(quiet(page.say("All of it: `{command}`", command=_typed(call))))
            return
        yield block


def _narrowed(item: Answered) -> Result | None:
    """Without what was not asked for: the sites named where others are wanted, methods that bring no money home."""
    result, named = item.result, item.slots.get("platforms", ())
    if result is None or item.intent is None:
        return result
    if item.intent.id == "alternatives":
        return replace(result, items=tuple(one for one in result.items if one.facts.id not in named))
    if item.intent.id == "payout-route" and result.command == "payouts" and not result.query["method"]:
        kept = tuple(one for one in result.items if one.payers and one.reaches.value in _REACHING)
        return replace(result, items=kept)
    if item.intent.id in _TOPICS and result.command == "payouts" and result.query["method"]:
        return replace(result, items=tuple(_about_method(one, item.intent.id) for one in result.items))
    return result


def _about_method(facts: MethodFacts, intent: str) -> MethodFacts:
    """A method with only the sentences that a question asks for."""
    topics = _TOPICS[intent]
    said = tuple(one for one in facts.facts if one.topic in topics)
    dangers = facts.dangers if FactTopic.LAW in topics else ()
    return replace(facts, facts=said, dangers=dangers, payers=facts.payers[:_MOST_PAYERS])


def _item(item: Answered, page: Formatter) -> jsonable.Json:
    result, told = item.result, item.focus.told if item.focus else ()
    answer = result and jsonable.envelope(result, list(view_of(result.command).items(result, page)), page)
    return {
        "question": item.question,
        "intent": _intent(item),
        "slots": jsonable.plain(item.slots),
        "command": list(item.call.words) if item.call else None,
        "answer": answer,
        "declined": _declined(item),
        "text": " ".join(_texts(item, page)),
        "facts": [{"field": one.field, "of": one.of, "fact": jsonable.fact(one.fact, page)} for one in told],
        "verdict": str(item.focus.advice.verdict) if item.focus and item.focus.advice else None,
        "unrecorded": jsonable.plain(item.unrecorded),
        "sites": list(view_of("check").items(item.sites, page)) if item.sites else [],
        "signs": [sign_item(shown, page) for shown in item.signs],
        "cautions": [jsonable.coded(one, page) for one in item.cautions],
        "sure": item.sure,
        "alternatives": [_reading(one) for one in item.alternatives],
        "other": _reading(item.second) if item.second else None,
        "rate": jsonable.plain(item.rate),
    }


def _reading(other: OtherReading) -> jsonable.Json:
    return {"intent": other.intent.id.replace("-", "_"), "command": list(other.call.words)}
