"""The pages that no command answers: index, danger signs, sheet, about; and what stands around each page."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from microjob_cli.render import document as doc
from microjob_cli.render.clean import clean
from microjob_cli.render.document import Line, Span, Tone, line
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.pages import page_name
from microjob_cli.render.sites import headline
from microjob_cli.render.views import payouts, recommend
from microjob_cli.render.views.learn import signs_told
from microjob_cli.result import Result
from microjob_cli.version import __version__

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LATELY = 20
_NAVIGATION = ("index", "finder", "calculator", "checker", "danger", "sites", "methods", "tasks", "topics")


def index(recommended: Result, methods: Result, page: Formatter) -> doc.Document:
    """Which site pays by the usual wallet, then every other way, then where to go on."""
    return (
        *recommend.document(recommended, page),
        doc.Heading(line(page.say("By what else do sites pay?"))),
        payouts.by_method(methods.items, page),
        doc.Heading(line(page.say("More"))),
        doc.bullets(line(_leading(name, page)) for name in ("danger", "topics", "sheet", "about")),
    )


def _leading(name: str, page: Formatter) -> Span:
    """A page of ours by its name."""
    return Span(page_name(name, page), target=doc.Target(doc.Kind.PAGE, name))


def topics(keys: Iterable[str], page: Formatter) -> doc.Document:
    """What there is to know, by the titles of the guides."""
    return (doc.bullets(line(Span(page.topic(key), target=doc.Target(doc.Kind.GUIDE, key))) for key in keys),)


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
    judged = Span(page.topic("judging"), target=doc.Target(doc.Kind.GUIDE, "judging"))
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
            line(page.say("How sites are judged:"), " ", judged),
            line(page.say("Program: microjob {version}, records {records}", version=__version__,
                records=page.catalogue.version)),
            _licence(page),
        )),
        doc.Heading(line(page.say("The same on a computer"))),
        doc.Lines((line("pip install microjob-cli"), line("microjob recommend --payout bkash")), verbatim=True),
    )  # fmt: skip


def sources(document: doc.Document, page: Formatter) -> doc.Document:
    """The sources that a document rests on, each with its kind and date."""
    keys = dict.fromkeys(target.key for target in doc.targets_of(document) if target.kind is doc.Kind.SOURCE)
    if not keys:
        return ()
    return (doc.Heading(line(page.say("Sources"))), doc.bullets(_source(key, page) for key in keys))


def _source(key: str, page: Formatter) -> Line:
    source = page.catalogue.sources[key]
    told = f" ({page.word(source.kind)}, {page.age(source.date)})"
    return line(Span(source.title, target=doc.Target(doc.Kind.SOURCE, key)), Span(told, Tone.QUIET))


class Lately(Struct, frozen=True):
    """The newest word on a site: its id, name, verdict in a sentence, and the day."""

    key: str
    name: str
    told: str
    day: date


def lately(judged: Result, page: Formatter) -> list[Lately]:
    """The sites of which something was said last, the newest first."""
    dated = [(one.facts.confirmed.first, one) for one in judged.items if one.facts.confirmed]
    newest = sorted(dated, key=lambda dated: (-dated[0].toordinal(), dated[1].facts.id))[:_LATELY]
    return [
        Lately(
            one.facts.id, clean(page.site(one.facts.platform)), clean(doc.text_of(headline(one.judgement, page))), day
        )
        for day, one in newest
    ]


def navigation(page: Formatter, known: Iterable[str]) -> Mapping[str, str]:
    """The pages that every page leads to, by name."""
    return {name: page_name(name, page) for name in _NAVIGATION if name in set(known)}


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
    licence = Span(page.say("CC BY 4.0"), target=doc.Target(doc.Kind.ADDRESS, LICENCE))
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
    return line(f"{told} ", Span(to, target=doc.Target(doc.Kind.ADDRESS, contact) if contact else None))
