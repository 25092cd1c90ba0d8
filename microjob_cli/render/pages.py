"""Answers as they stand on a page: whole, with links in the place of commands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from microjob_cli.render import document as doc
from microjob_cli.render.document import Line, Span
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_wording import PAGE_NAMES
from microjob_cli.render.views import blocks_of, with_remarks
from microjob_cli.result import Result
from microjob_cli.settings import Settings

_COMMAND = re.compile("`microjob ([^`]+)`")
# Pages of ours that are about nothing in particular, by the command that they stand for.
_PAGES = {
    "recommend": "finder", "advise": "finder", "route": "calculator", "check": "checker", "list": "sites",
    "show": "sites", "payouts": "methods", "tasks": "tasks", "learn": "topics",
}  # fmt: skip


def formatter_of_page(settings: Settings) -> Formatter:
    """How pages put things into words."""
    evidence = settings.evidence
    return Formatter(settings.language, settings.catalogue, evidence, settings.country, on_page=True)


def document_of(result: Result, settings: Settings) -> doc.Document:
    """The whole answer with its remarks."""
    page = formatter_of_page(settings)
    return for_page(with_remarks(blocks_of(result, page), result, page), page)


def for_page(document: Iterable[doc.Block], page: Formatter) -> doc.Document:
    """The document with links for commands, without lines that say nothing."""
    return tuple(one for block in document if (one := _block(block, page)))


def _block(block: doc.Block, page: Formatter) -> doc.Block | None:
    match block:
        case doc.Heading(told, level):
            return doc.Heading(_line(told, page), level)
        case doc.Lines(lines, False):
            kept = tuple(_line(one, page) for one in lines if doc.text_of(one).strip())
            return doc.Lines(kept) if kept else None
        case doc.Items(items, mark):
            linked = (tuple(_line(one, page) for one in item if doc.text_of(one).strip()) for item in items)
            kept_items = tuple(item for item in linked if item)
            return doc.Items(kept_items, mark) if kept_items else None
        case doc.Table(columns, rows):
            return doc.Table(columns, tuple(tuple(_line(cell, page) for cell in row) for row in rows)) if rows else None
    return block


def _line(told: Line, page: Formatter) -> Line:
    return tuple(piece for span in told for piece in _pieces(span, page))


def _pieces(span: Span, page: Formatter) -> Iterator[Span]:
    """A span in parts: what stands between commands, and in the place of each what answers it."""
    if span.text == "?":  # where a table has no room for words
        yield page.unknown
        return
    for number, part in enumerate(_COMMAND.split(span.text)):
        if number % 2:
            targets = _targets(part, page)
            yield from doc.parted(
                [Span(_name(one, page), span.tone, one) for one in targets] or [Span(part, span.tone)]
            )
        elif part:
            yield Span(part, span.tone, span.target)


def _targets(command: str, page: Formatter) -> list[doc.Target]:
    """The pages that answer a command: those of what it names, else that of its kind, if there is one."""
    verb, *words = command.split() or [""]
    if verb == "estimate" or (verb == "learn" and words):
        return [doc.Target(doc.Kind.GUIDE, "income" if verb == "estimate" else words[0])]
    named = [one for word in words if (one := _named(word, page))] if verb != "route" else []
    return named or ([doc.Target(doc.Kind.PAGE, _PAGES[verb])] if verb in _PAGES else [])


def _named(word: str, page: Formatter) -> doc.Target | None:
    """What a word of a command is the id of."""
    catalogue = page.catalogue
    for kind, records in (
        (doc.Kind.SITE, catalogue.platforms), (doc.Kind.METHOD, catalogue.methods),
        (doc.Kind.TASK, catalogue.task_types),
    ):  # fmt: skip
        if word in records:
            return doc.Target(kind, word)
    return None


def page_name(name: str, page: Formatter) -> str:
    """What a page of ours is called in running text, which is about nothing in particular."""
    wallet = usual_wallet(page)
    if name == "index" and wallet:
        return page.say("Which site pays my {method}?", method=page.method(wallet))
    return page.language.say(PAGE_NAMES[name])


def usual_wallet(page: Formatter) -> str | None:
    """The payout method that most people have in the country of the pages."""
    country = page.catalogue.countries.get(page.country)
    return country.wallet if country else None


def page_title(name: str, page: Formatter) -> str:
    """The same at its head."""
    told = page_name(name, page)
    return told[:1].upper() + told[1:]


def _name(target: doc.Target, page: Formatter) -> str:
    """What is linked is called."""
    match target.kind:
        case doc.Kind.SITE:
            return page.platform(target.key)
        case doc.Kind.METHOD:
            return page.method(target.key)
        case doc.Kind.TASK:
            return page.task(target.key)
        case doc.Kind.GUIDE:
            return page.topic(target.key)
    return page_name(target.key, page)
