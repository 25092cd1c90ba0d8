"""How an answer is worded on a page, whose reader has no program: no option, and links in the place of commands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from microjob_cli.render.document import (
    Block,
    Document,
    Heading,
    Items,
    Kind,
    Line,
    Lines,
    Span,
    Table,
    Target,
    parted,
    text_of,
)

if TYPE_CHECKING:
    from microjob_cli.render.formatter import Formatter

# The sentences that a page says otherwise, or (empty) not at all.
PAGE_WORDING: Mapping[str, str] = {
    "({kind}, {date})": "({source}, {date})",
    "({kind} and {more} more, {date})": "({source} and {more} more, {date})",
    "{value} ({date})": "{value} ({source}, {date})",
    "an official page, {day}": "{source}, {day}",
    "an outside page, {day}": "{source}, {day}",
    "the press, {day}": "{source}, {day}",
    "a blog, {day}": "{source}, {day}",
    "a copy of a page, {day}": "{source}, {day}",
    "a forum, {day}": "{source}, {day}",
    "a worker was paid, {day}": "a worker was paid ({source}, {day})",
    "a reviewer was paid, {day}": "a reviewer was paid ({source}, {day})",
    "somebody was paid, says the press, {day}": "somebody was paid ({source}, {day})",
    "{count} sources, {day}": "{source} and {more} more, {day}",
    "trouble reported": "trouble reported by {source}",
    "Trouble with payment is reported.": "Trouble with payment is reported by {source}.",
    "a real site, but no lawful way to bring its money to {country} is known. Look elsewhere: {command}": (
        "a real site, but no lawful way to bring its money to {country} is known. Look elsewhere: `{command}`"
    ),
    "no lawful way to bring its money to {country} is known. Look elsewhere: {command}": (
        "no lawful way to bring its money to {country} is known. Look elsewhere: `{command}`"
    ),
    "?: sources disagree on it. `{command}` tells all of them.": (
        "?: sources disagree on it. The page of the site names all of them."
    ),
    "Where a value comes from: {command}": "",
    "Something wrong or old? Tell us the site, the right value and a page that says so, "
    "or correct the record: `microjob data path` shows where it is.": "",
    "One of them: {command}": "",
    "What there is to know. One of them: {command}": "What there is to know.",
    "1 {base} = {rate} {quote} on {on} ({kind}; today's: --rate).": "1 {base} = {rate} {quote} on {on} ({kind}).",
    "The rate of {on} is old: give today's with --rate.": "The rate of {on} is old; today's may be another.",
    "Try fewer conditions, or `microjob list` for all sites.": "",
    "`--all` lists them with the reason.": "",
    "{count} more: use `--limit`.": "",
    "The same again: `{command}`.": "",
    "{count} not ranked: experts' work (`--skill expert`).": "{count} not ranked: experts' work.",
    "{count} not ranked: contract work, no micro-jobs (`--kind freelance`).": (
        "{count} not ranked: contract work, no micro-jobs."
    ),
    "{count} not ranked: no micro-job sites (`--kind other`).": "{count} not ranked: no micro-job sites.",
    "experts' work: --skill expert": "experts' work",
    "contract work: --kind freelance": "contract work, no micro-jobs",
    "no micro-job site: --kind other": "no micro-job site",
    "Each from its bad case to its good one. One of them: `microjob tasks survey`.": (
        "Each from its bad case to its good one."
    ),
    "More: --all. Assumed: `microjob estimate --task {task}`. Sites: `microjob list --task {task}`.": "",
    "`microjob list --task {task}` lists the sites.": "",
    "No estimate: nobody we know of says what one task pays ({task}). If you know it: --set price=0.10, in dollars.": (
        "No estimate: nobody we know of says what one task pays ({task})."
    ),
    "No estimate: nobody we know of says how long one task takes ({task}). If you know it: --set minutes_per_task=5.": (
        "No estimate: nobody we know of says how long one task takes ({task})."
    ),
    "Figures come from the records, with their dates; old ones may have changed. "
    "Where one comes from: `microjob why {reference}`.": (
        "Figures come from the records, with their dates; old ones may have changed."
    ),
    "`microjob estimate` tells what is assumed, and lets you change it.": "",
}
_COMMAND = re.compile("`microjob ([^`]+)`")
# Pages of ours that are about nothing in particular, by the command that they stand for.
_PAGES = {
    "recommend": "finder", "advise": "finder", "route": "calculator", "check": "checker", "list": "sites",
    "show": "sites", "payouts": "methods", "tasks": "tasks",
}  # fmt: skip


def for_page(document: Document, page: Formatter) -> Document:
    """The document with links for commands, without lines that say nothing."""
    return tuple(one for block in document if (one := _block(block, page)))


def _block(block: Block, page: Formatter) -> Block | None:
    match block:
        case Heading(told, level):
            return Heading(_line(told, page), level)
        case Lines(lines, False):
            kept = tuple(_line(one, page) for one in lines if text_of(one).strip())
            return Lines(kept) if kept else None
        case Items(items, mark):
            linked = (tuple(_line(one, page) for one in item if text_of(one).strip()) for item in items)
            kept_items = tuple(item for item in linked if item)
            return Items(kept_items, mark) if kept_items else None
        case Table(columns, rows):
            return Table(columns, tuple(tuple(_line(cell, page) for cell in row) for row in rows)) if rows else None
    return block


def _line(told: Line, page: Formatter) -> Line:
    return tuple(piece for span in told for piece in _pieces(span, page))


def _pieces(span: Span, page: Formatter) -> Iterator[Span]:
    """A span in parts: what stands between commands, and in the place of each what answers it."""
    for number, part in enumerate(_COMMAND.split(span.text)):
        if number % 2:
            yield from parted([Span(_name(one, page), span.tone, one) for one in _targets(part, page)])
        elif part:
            yield Span(part, span.tone, span.target)


def _targets(command: str, page: Formatter) -> list[Target]:
    """The pages that answer a command: those of what it names, else that of its kind."""
    verb, *words = shlex.split(command)
    if verb in ("learn", "estimate"):
        return [Target(Kind.GUIDE, words[0] if verb == "learn" else "income")]
    named = [one for word in words if (one := _named(word, page))] if verb != "route" else []
    return named or [Target(Kind.PAGE, _PAGES[verb])]


def _named(word: str, page: Formatter) -> Target | None:
    """What a word of a command is the id of."""
    catalogue = page.catalogue
    for kind, records in (
        (Kind.SITE, catalogue.platforms), (Kind.METHOD, catalogue.methods), (Kind.TASK, catalogue.task_types),
    ):  # fmt: skip
        if word in records:
            return Target(kind, word)
    return None


def page_name(name: str, page: Formatter) -> str:
    """What a page of ours is called in running text, which is about nothing in particular."""
    return page.language.say(PAGE_NAMES[name])


def page_title(name: str, page: Formatter) -> str:
    """The same at its head."""
    told = page_name(name, page)
    return told[:1].upper() + told[1:]


def _name(target: Target, page: Formatter) -> str:
    """What is linked is called."""
    match target.kind:
        case Kind.SITE:
            return page.platform(target.key)
        case Kind.METHOD:
            return page.method(target.key)
        case Kind.TASK:
            return page.task(target.key)
        case Kind.GUIDE:
            return page.topic(target.key)
    return page_name(target.key, page)


PAGE_NAMES: Mapping[str, str] = {
    "index": "Which site pays my bKash?",
    "finder": "find a site",
    "calculator": "what reaches your hand",
    "checker": "check an address",
    "danger": "danger signs",
    "sites": "all sites",
    "methods": "payout methods",
    "tasks": "kinds of work",
    "topics": "what there is to know",
    "sheet": "a sheet to hang up",
    "about": "about these pages",
}
