"""Answers as they stand on a page, whole, with links in the place of commands; the pages that no command answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Kind, Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.page_wording import PAGE_NAMES
from microjob_cli.render.sites import headline
from microjob_cli.render.views import blocks_of, payouts, recommend, with_remarks
from microjob_cli.render.views.learn import signs_told
from microjob_cli.result import Result
from microjob_cli.settings import Settings
from microjob_cli.version import __version__

_COMMAND = re.compile("`microjob ([^`]+)`")
# Pages of ours that are about nothing in particular, by the command that they stand for.
_PAGES = {
    "recommend": "finder", "advise": "finder", "route": "calculator", "check": "checker", "list": "sites",
    "show": "sites", "payouts": "methods", "tasks": "tasks", "learn": "topics",
}  # fmt: skip
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LATELY = 20
_NAVIGATION = ("index", "finder", "calculator", "checker", "danger", "sites", "methods", "tasks", "topics")


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
            yield from doc.parted([*_answering(part, span.tone, page)] or [Span(part, span.tone)])
        elif part:
            yield Span(part, span.tone, span.target)


def _answering(command: str, tone: Tone, page: Formatter) -> Iterator[Span]:
    """What leads to the pages that answer a command: those of what it names, else that of its kind, if there is one."""
    verb, *words = command.split() or [""]
    if verb == "estimate" or (verb == "learn" and words):
        yield leading(Kind.GUIDE, "income" if verb == "estimate" else words[0], page, tone)
        return
    records = {
        Kind.SITE: page.catalogue.platforms, Kind.METHOD: page.catalogue.methods, Kind.TASK: page.catalogue.task_types,
    }  # fmt: skip
    named = [(next((kind for kind, held in records.items() if word in held), None), word) for word in words]
    found = [(kind, word) for kind, word in named if kind and verb != "route"]
    if not found and verb in _PAGES:
        found = [(Kind.PAGE, _PAGES[verb])]
    yield from (leading(kind, key, page, tone) for kind, key in found)


def leading(kind: Kind, key: str, page: Formatter, tone: Tone = Tone.PLAIN) -> Span:
    """What leads to a page, by the name of what the page is about."""
    names = {Kind.SITE: page.platform, Kind.METHOD: page.method, Kind.TASK: page.task, Kind.GUIDE: page.topic}
    told = names[kind](key) if kind in names else page_name(key, page)
    return Span(told, tone, doc.Target(kind, key))


def page_name(name: str, page: Formatter) -> str:
    """What a page of ours is called in running text, which is about nothing in particular."""
    wallet = usual_wallet(page)
    if name == "index" and wallet:
        return page.say("Which site pays my {method}?", method=page.method(wallet))
    return page.language.say(PAGE_NAMES[name])


def page_title(name: str, page: Formatter) -> str:
    """The same at its head."""
    told = page_name(name, page)
    return told[:1].upper() + told[1:]


def usual_wallet(page: Formatter) -> str | None:
    """The payout method that most people have in the country of the pages."""
    country = page.catalogue.countries.get(page.country)
    return country.wallet if country else None


def index(recommended: Result, methods: Result, page: Formatter) -> doc.Document:
    """Which site pays by the usual wallet, then every other way, then where to go on."""
    return (
        *recommend.document(recommended, page),
        doc.Heading(line(page.say("By what else do sites pay?"))),
        payouts.by_method(methods.items, page),
        doc.Heading(line(page.say("More"))),
        doc.bullets(line(leading(Kind.PAGE, name, page)) for name in ("danger", "topics", "sheet", "about")),
    )


def topics(keys: Iterable[str], page: Formatter) -> doc.Document:
    """What there is to know, by the titles of the guides."""
    return (doc.bullets(line(leading(Kind.GUIDE, key, page)) for key in keys),)


def danger_signs(page: Formatter) -> doc.Document:
    """Every sign with why it is one, what to do, and cases; then whom to turn to."""
    told = page.say("One of these is enough to leave an offer alone.")
    return (doc.paragraph(line(told)), *signs_told(page)[1:], *_help(page))


def sheet(page: Formatter) -> doc.Document:
    """The signs with what to do, for a wall: one side of A4."""
    signs = (sign for sign in page.catalogue.danger_signs.values() if not sign.is_doubt)
    text = page.language.text
    rows = tuple((line(Span(text(sign.sign), Tone.STRONG)), line(text(sign.do))) for sign in signs)
    return (doc.Table((page.say("When an offer does this"), page.say("do this")), rows), *_help(page))


def _help(page: Formatter) -> doc.Document:
    """Whom to turn to in her country when one was cheated."""
    country = page.catalogue.countries.get(page.country)
    if country is None or not country.help:
        return ()
    return (doc.Heading(line(page.say("If you were cheated"))), doc.bullets(map(page.stated, country.help)))


def about(page: Formatter) -> doc.Document:
    """What these pages are, how far to trust them, and the program behind them."""
    return (
        doc.paragraph(line(page.say(
            "These pages say which micro-job sites can pay somebody in {country}, by what, and what to beware of. "
            "They were made from dated records; each figure names its source. They sell nothing and ask for nothing.",
            country=page.country_name(page.country),
        ))),
        doc.paragraph(line(page.say(
            "Nothing here is a promise that a site pays. Sites change: look at the date beside each figure."
        ))),
        doc.bullets((
            line(page.say("How sites are judged:"), " ", leading(Kind.GUIDE, "judging", page)),
            line(page.say("Program: microjob {version}, records {records}", version=__version__,
                records=page.catalogue.version)),
            _licence(page),
        )),
        doc.Heading(line(page.say("The same on a computer"))),
        doc.Lines((line("pip install microjob-cli"), line("microjob recommend --payout bkash")), verbatim=True),
    )  # fmt: skip


def sources(document: doc.Document, page: Formatter) -> doc.Document:
    """The sources that a document rests on, each with its kind and date."""
    keys = dict.fromkeys(target.key for target in doc.targets_of(document) if target.kind is Kind.SOURCE)
    if not keys:
        return ()
    return (doc.Heading(line(page.say("Sources"))), doc.bullets(_source(key, page) for key in keys))


def _source(key: str, page: Formatter) -> Line:
    source = page.catalogue.sources[key]
    told = f" ({page.word(source.kind)}, {page.age(source.date)})"
    return line(Span(source.title, target=doc.Target(Kind.SOURCE, key)), Span(told, Tone.QUIET))


def lately(judged: Result, page: Formatter) -> list[dict[str, object]]:
    """The sites of which something was said last, the newest first: their verdict in a sentence, and the day."""
    dated = [(one.facts.confirmed.first, one) for one in judged.items if one.facts.confirmed]
    newest = sorted(dated, key=lambda dated: (-dated[0].toordinal(), dated[1].facts.id))[:_LATELY]
    return [
        {
            "key": one.facts.id,
            "name": clean(page.site(one.facts.platform)),
            "told": clean(doc.text_of(headline(one.judgement, page))),
            "day": day,
        }
        for day, one in newest
    ]


def navigation(page: Formatter) -> Mapping[str, str]:
    """The pages that every page leads to, by name."""
    return {name: page_name(name, page) for name in _NAVIGATION}


def around(page: Formatter) -> Mapping[str, str]:
    """The words around each page."""
    newest = page.catalogue.newest
    return {
        "skip": page.say("To the content"),
        "pages": page.say("Pages"),
        "dated": page.say("Records up to {newest}. Page made on {today}.",
            newest=newest or page.unknown.text, today=page.evidence.today),
        "reports": page.say(
            "What is said against a site is what others report: who said it, and when, stands beside it."
        ),
        "origin": page.say("Made from the records of microjob {version}.", version=__version__),
    }  # fmt: skip


def closing(page: Formatter) -> doc.Document:
    """What stands under an article: how to object, whose words these are, and what may be done with them."""
    told = (line(Span(around(page)["reports"], Tone.QUIET)), objection("", page), _licence(page))
    return tuple(map(doc.paragraph, told))


def _licence(page: Formatter) -> Line:
    licence = Span(page.say("CC BY 4.0"), target=doc.Target(Kind.ADDRESS, LICENCE))
    told = page.say(
        "Titles and addresses of sources belong to those who made them. "
        "Our wording and arrangement may be passed on and changed if their origin is named:"
    )
    return line(f"{told} ", licence)


def objection(contact: str, page: Formatter) -> Line:
    """How to object to what stands on a page."""
    to = contact or page.say("whoever gave you this page")
    told = page.say(
        "Is something wrong or old, or is it about you? Say what is right, and which page shows it; "
        "a reply is put beside the report. Write to:"
    )
    return line(f"{told} ", Span(to, target=doc.Target(Kind.ADDRESS, contact) if contact else None))
