"""`microjob ask`: a question in your own words."""

from collections.abc import Generator, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Annotated, Any

from msgspec.structs import replace
from typer import Argument

from microjob_cli import terminal
from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate, Help, newest_rate
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.names import NameKind
from microjob_cli.catalog.offers import Shown
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.questions import Intent
from microjob_cli.commands.running import result_of_words
from microjob_cli.options import Format
from microjob_cli.payouts.route import Notice
from microjob_cli.questions.answers import Answered, OtherReading, Unrecorded, sayings
from microjob_cli.questions.calls import Asked, Call, call_for
from microjob_cli.questions.focus import Focus, focus
from microjob_cli.questions.reader import Reader, Reading
from microjob_cli.questions.tokens import LONGEST
from microjob_cli.result import Question, Result, Stream
from microjob_cli.scams.signs import signs_in
from microjob_cli.settings import Settings
from microjob_cli.suggestions import suggest, suggest_spelling

_NOT_ANSWERED = 3
_MORE = "…"
_AN_OFFER, _OFFERED = "an-offer", 3
# Commands whose own answer is all that is told: no general words help beside it.
_OF_THE_RECORDS = frozenset({"show", "compare", "route"})
# Commands that do not tell themselves why a payout method does not work at home.
_WITHOUT_CAUTIONS = frozenset({"list", "show"})
_LIVE, _ABOUT_RATES = "live-data", frozenset({"dollar", "rate-today", "unit-usd"})


def run(
    settings: Settings,
    question: Annotated[
        list[str] | None,
        Argument(metavar="[QUESTION]...", help="In English, Bengali or Banglish; none: one a line is read in."),
    ] = None,
) -> Result | Stream | Generator[Question, str, Result]:
    """Answers a question in your own words, and prints the command that it understood.

    Several questions can be piped in, one a line. Exit code 3 when it cannot answer.
    """
    words = " ".join(question or ()).strip()
    if words:
        found = answer(settings, words)
        asks = settings.format is Format.TABLE and terminal.can_ask() and not found.items[0].sure
        return _chosen(found, settings) if asks else found
    asked = _piped(settings)
    first = next(asked, None)
    if first is None:
        raise UsageProblem("no-question")
    every = chain([first], asked)
    # The one object of JSON begins with all questions.
    known = tuple(every) if settings.format is Format.JSON else ()
    answered = partial(_answer, settings=settings, reader=_reader(settings), among_others=True)
    return Stream("ask", {"question": known}, iter(known) if known else every, answered)


def answer(settings: Settings, question: str) -> Result:
    """The answer to one question."""
    return _answer(_cut(question.strip()), settings, _reader(settings))


def _piped(settings: Settings) -> Iterator[str]:
    """The questions that are piped in, one a line, each as soon as it is there."""
    lines = terminal.piped().splitlines() if settings.format is Format.JSON else terminal.lines()
    return (_cut(line.strip()) for line in lines if line.strip())


def _cut(text: str) -> str:
    """As much of a question as is read, with a mark where more was asked."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - len(_MORE)]}{_MORE}"


def _reader(settings: Settings) -> Reader:
    catalogue = settings.catalogue
    return Reader(catalogue, suggest_spelling, settings.country)


def _answer(text: str, settings: Settings, reader: Reader, *, among_others: bool = False) -> Result:
    reading = reader.read(text)
    own = None if settings.language_asked else "en" if reading.language == "en" else "bn"
    item = replace(_answered(reading, settings), language=own, among_others=among_others)
    code = _NOT_ANSWERED if item.declined else 0
    return Result("ask", {"question": (text,)}, (item,), exit_code=code, language=own)


def _chosen(found: Result, settings: Settings) -> Generator[Question, str, Result]:
    """Asks at the terminal which of the likeliest commands is meant, and answers by that one."""
    choices = found.items[0].alternatives
    answer = yield Question("which-one", "1", choices=choices)
    while answer.strip() not in map(str, range(1, len(choices) + 1)):
        answer = yield Question("which-one", "1", UsageProblem("no-such-number", found=answer, count=len(choices)))
    chosen = choices[int(answer) - 1]
    reading = _reader(settings).read(found.items[0].question)
    item = _by(chosen.intent, reading, settings)
    return replace(found, items=(replace(item, language=found.language),))


def _answered(reading: Reading, settings: Settings) -> Answered:
    if reading.intent is None:
        return Answered(
            reading.question.text,
            reading.slots,
            refusal=reading.refusal,
            unrecorded=_unrecorded(reading, settings) if reading.refusal is None else (),
            sites=_sites(reading, settings),
            rate=_last_rate(reading, settings),
        )
    item = _by(reading.intent, reading, settings)
    alternatives = _alternatives(reading, settings, offer=bool(item.signs))
    item = replace(item, alternatives=alternatives, sure=reading.sure or not alternatives)
    second = _other(reading.second, reading, settings) if reading.second else None
    if second is None and item.call and item.call.also:
        second = OtherReading(reading.intent, Call(item.call.also))
    if second is None or not item.sure or second.call.words == (item.call.words if item.call else ()):
        return item
    return replace(item, second=replace(second, result=result_of_words(second.call.words, settings)))


def _by(intent: Intent, reading: Reading, settings: Settings) -> Answered:
    """The answer to a question that is understood in one way."""
    signs = _signs(intent, reading, settings)
    slots, call = reading.slots_for(intent), _call(intent, reading, settings, offer=bool(signs))
    return Answered(
        question=reading.question.text,
        slots=slots,
        intent=intent,
        call=call,
        result=result_of_words(call.words, settings),
        focus=_focus(intent, slots, settings) if call.command == "show" else None,
        unrecorded=_unrecorded(reading, settings),
        sites=_sites(reading, settings),
        says=sayings(intent, slots) if call.command not in _OF_THE_RECORDS else (),
        help=_help(settings) if intent.helps else (),
        signs=signs,
        cautions=_cautions(slots, settings) if call.command in _WITHOUT_CAUTIONS else (),
    )


def _call(intent: Intent, reading: Reading, settings: Settings, *, offer: bool = False) -> Call:
    said = reading.question.said | ({_AN_OFFER} if offer else frozenset())
    asked = Asked(reading.slots_for(intent), said, reading.question.text, settings.country)
    return call_for(intent, asked, settings.catalogue)


def _other(intent: Intent, reading: Reading, settings: Settings) -> OtherReading:
    offer = bool(_signs(intent, reading, settings))
    return OtherReading(intent, _call(intent, reading, settings, offer=offer))


def _alternatives(reading: Reading, settings: Settings, *, offer: bool) -> tuple[OtherReading, ...]:
    """The likeliest readings by their commands, each command once; none where all lead to the same."""
    found: dict[tuple[str, ...], OtherReading] = {}
    for intent in reading.intents:
        call = _call(intent, reading, settings, offer=offer)
        found.setdefault(call.words, OtherReading(intent, call))
    return tuple(found.values())[:_OFFERED] if len(found) > 1 else ()


def _focus(intent: Intent, slots: Mapping[str, Any], settings: Settings) -> Focus | None:
    """What the question asks for of the one site it names."""
    from microjob_cli.advice.verdict import judge

    facts = PlatformFacts(settings.catalogue.platforms[slots["platforms"][0]], settings.evidence)
    judgement = judge(facts, settings.catalogue, settings.evidence, settings.country)
    return focus(intent, slots, facts, judgement, settings.country)


def _unrecorded(reading: Reading, settings: Settings) -> tuple[Unrecorded, ...]:
    """The names that no record has, with what they may be meant for."""
    names = reading.slots.get("platforms_unlisted", ())
    return tuple(Unrecorded(name, _near(name, settings.catalogue)) for name in names)


def _near(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The sites whose names come near, as their records name them; an address may be anybody's."""
    index = catalogue.index("platforms")
    known = [one for one in index.suggestible(name) if one.kind is not NameKind.ADDRESS]
    return tuple(dict.fromkeys(catalogue.platform(near)[0].name for near in suggest(name, known)))


def _cautions(slots: Mapping[str, Any], settings: Settings) -> tuple[Notice, ...]:
    """Why methods that the question names cannot be used at home."""
    if not slots.get("payout_methods"):
        return ()
    from microjob_cli.payouts.router import Router

    router = Router(settings.catalogue, settings.evidence, settings.country)
    return tuple(block for method in slots["payout_methods"] if (block := router.blocks[method]))


def _help(settings: Settings) -> tuple[Help, ...]:
    """Whom to turn to in the asker's country, as far as it was known on the day."""
    country = settings.catalogue.countries.get(settings.country)
    every = country.help if country else ()
    return tuple(one for one in every if settings.evidence.heard(one.as_of, one.source))


def _signs(intent: Intent, reading: Reading, settings: Settings) -> tuple[Shown, ...]:
    """The danger signs in the question, for what is answered otherwise where there are any."""
    if not any(_AN_OFFER in part.split("/") for one in intent.commands for part in one.all):
        return ()
    return signs_in(reading.question.text, settings.catalogue)


def _sites(reading: Reading, settings: Settings) -> Result | None:
    """The addresses that could be taken for a recorded site's; who was cheated is told of all, and of sites named."""
    question, cheated = reading.question, reading.intent is not None and reading.intent.helps
    named = question.platforms if cheated else ()
    if not question.links and not named:
        return None
    from microjob_cli.commands.check import checker
    from microjob_cli.scams.checking import LIKE_A_SITE
    from microjob_cli.scams.offers import MOST_LINKS

    looking = checker(settings)
    looked = list(looking.sites(question.links[:MOST_LINKS], ()))
    known = {one.advice.facts.id for one in looked if one.advice}
    looked += looking.sites((), (site for site in named if site not in known))
    told = tuple(one for one in looked if cheated or one.finding in LIKE_A_SITE)
    return Result("check", {"text": question.text}, told) if told else None


def _last_rate(reading: Reading, settings: Settings) -> ExchangeRate | None:
    """The last recorded rate, for who asked for today's."""
    asked = reading.refusal is not None and reading.refusal.id == _LIVE and reading.question.words & _ABOUT_RATES
    country = settings.catalogue.countries.get(settings.country)
    if not asked or country is None or country.currency is None:
        return None
    return newest_rate(settings.catalogue.rates, "USD", country.currency, settings.today)
