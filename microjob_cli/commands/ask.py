"""`microjob ask`: a question in your own words."""

import inspect
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from itertools import chain
from typing import Annotated, Any

from msgspec.structs import replace
from typer import Argument

from microjob_cli import terminal
from microjob_cli.advice.ranking import Prefer
from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate, Help, newest_rate
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.catalog.names import NameKind
from microjob_cli.catalog.offers import DangerSign
from microjob_cli.catalog.platform import Device, Status
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.questions import Intent
from microjob_cli.options import Format
from microjob_cli.payouts.route import Notice
from microjob_cli.questions.answers import Answered, OtherReading, Unrecorded, sayings
from microjob_cli.questions.calls import Call, call_for
from microjob_cli.questions.focus import Focus, focus
from microjob_cli.questions.reader import Reader, Reading
from microjob_cli.questions.slots import slots
from microjob_cli.questions.tokens import LONGEST
from microjob_cli.result import Result, Stream
from microjob_cli.scams.signs import signs_in
from microjob_cli.settings import Settings
from microjob_cli.suggestions import suggest, suggest_spelling

_NOT_ANSWERED = 3
_MORE = "…"
# Intents for which an offer in the question is looked at for danger signs.
_OFFERS = frozenset({"scam-check", "task-safety", "platform-legitimacy"})
# No record can answer these: they are about the asker's own trouble, or need a caution in any case.
_NOT_RECORDED = frozenset({"account-problem", "task-safety", "legality", "cheated"})
# What somebody asks who needs to know whom to turn to.
_CHEATED = "cheated"
# Questions on being paid by some method, for which it matters whether that works at home.
_ABOUT_PAYOUTS = frozenset({"payout-methods-of-platform", "platforms-by-payout", "threshold-of-platform", "fees"})
_ABOUT_RATES = frozenset({"dollar", "rate-today", "unit-usd"})
_ENUMS = {"device": Device, "status": Status, "prefer": Prefer}


def run(
    settings: Settings,
    question: Annotated[
        list[str] | None,
        Argument(metavar="[QUESTION]...", help="In English, Bengali or Banglish; none: one a line is read in."),
    ] = None,
) -> Result | Stream:
    """Answers a question in your own words, and prints the command that it understood.

    Several questions can be piped in, one a line. Exit code 3 when it cannot answer.
    """
    words = " ".join(question or ()).strip()
    if words:
        return answer(settings, words)
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
    own = None if settings.language_asked else _tongue(reading)
    item = _answered(reading, settings, own, among_others=among_others)
    code = _NOT_ANSWERED if item.declined else 0
    return Result("ask", {"question": (text,)}, (item,), exit_code=code, language=own)


def _tongue(reading: Reading) -> str:
    """The language to answer in: who asks in Bengali with Latin letters reads Bengali."""
    return "en" if reading.language == "en" else "bn"


def _answered(reading: Reading, settings: Settings, own: str | None, *, among_others: bool) -> Answered:
    text = reading.question.text
    if reading.intent is None:
        rate = _last_rate(reading, settings)
        unrecorded = _unrecorded(reading, settings) if reading.refusal is None else ()
        return Answered(
            text,
            reading.slots,
            own,
            refusal=reading.refusal,
            unrecorded=unrecorded,
            sites=_sites(reading, settings),
            rate=rate,
            among_others=among_others,
        )
    signs = _signs(reading, settings)
    call = call_for(reading.intent, reading.slots, text, settings.catalogue, home=settings.country, offer=bool(signs))
    return Answered(
        question=text,
        slots=reading.slots,
        language=own,
        intent=reading.intent,
        call=call,
        result=_result(call, settings),
        focus=_focus(reading.intent, reading, settings) if call.command == "show" else None,
        unrecorded=_unrecorded(reading, settings),
        sites=_sites(reading, settings),
        says=sayings(reading.intent, reading.slots) if _is_general(reading) else (),
        help=_help(reading.intent, settings),
        signs=signs,
        cautions=_cautions(reading, settings),
        doubt=_doubt(reading.other, call, reading, settings),
        among_others=among_others,
    )


def _is_general(reading: Reading) -> bool:
    """Whether general words help: not where the record of a site answers."""
    own = reading.intent is not None and reading.intent.id in _NOT_RECORDED
    return own or not reading.slots.get("platforms")


def _result(call: Call, settings: Settings) -> Result | None:
    """The command's own answer; None where the records have none."""
    run_command = import_module(f"microjob_cli.commands.{call.command}").run
    if "country" in call.options:
        settings = replace(settings, country=call.options["country"])
    try:
        result: Result = run_command(settings, **_arguments(call, run_command))
    except MicrojobError:
        return None
    return result


def _arguments(call: Call, run_command: Any) -> dict[str, Any]:
    """The command's words as its function takes them."""
    names = [name for name in inspect.signature(run_command).parameters if name != "settings"]
    given: dict[str, Any] = {}
    if call.command in ("compare", "check"):
        given[names[0]] = list(call.arguments)
    else:
        given.update(zip(names, call.arguments, strict=False))
    own = {name: value for name, value in call.options.items() if name in names}
    given.update({name: _ENUMS[name](value) if name in _ENUMS else value for name, value in own.items()})
    return given


def _focus(intent: Intent, reading: Reading, settings: Settings) -> Focus | None:
    """What the question asks for of the one site it names."""
    sites = reading.slots.get("platforms", ())
    if not sites:
        return None
    from microjob_cli.advice.verdict import judge

    facts = PlatformFacts(settings.catalogue.platforms[sites[0]], settings.evidence)
    judgement = judge(facts, settings.catalogue, settings.evidence, settings.country)
    return focus(intent.id, reading.slots, facts, judgement, settings.country)


def _unrecorded(reading: Reading, settings: Settings) -> tuple[Unrecorded, ...]:
    """The names that no record has, with what they may be meant for."""
    names = reading.slots.get("platforms_unlisted", ())
    return tuple(Unrecorded(name, _near(name, settings.catalogue)) for name in names)


def _near(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The sites whose names come near, as their records name them; an address may be anybody's."""
    index = catalogue.platform_index
    known = [one for one in index.suggestible(name) if one.kind is not NameKind.ADDRESS]
    return tuple(dict.fromkeys(catalogue.platform(near)[0].name for near in suggest(name, known)))


def _cautions(reading: Reading, settings: Settings) -> tuple[Notice, ...]:
    """Why methods that the question is about cannot be used at home: those named, else those of the site."""
    if reading.intent is None or reading.intent.id not in _ABOUT_PAYOUTS:
        return ()
    from microjob_cli.payouts.router import Router

    router = Router(settings.catalogue, settings.evidence, settings.country)
    methods = list(reading.slots.get("payout_methods", ()))
    for site in reading.slots.get("platforms", ()) if not methods else ():
        facts = PlatformFacts(settings.catalogue.platforms[site], settings.evidence)
        methods += [option.method for option in facts.current_payouts]
    return tuple(block for method in methods if (block := router.blocks[method]))


def _help(intent: Intent, settings: Settings) -> tuple[Help, ...]:
    """Whom to turn to in the asker's country, as far as it was known on the day."""
    country = settings.catalogue.countries.get(settings.country)
    if intent.id != _CHEATED or country is None:
        return ()
    return tuple(one for one in country.help if settings.evidence.heard(one.as_of, one.source))


def _signs(reading: Reading, settings: Settings) -> tuple[DangerSign, ...]:
    if reading.intent is None or reading.intent.id not in _OFFERS:
        return ()
    return signs_in(reading.question.text, settings.catalogue)


def _sites(reading: Reading, settings: Settings) -> Result | None:
    """The addresses that could be taken for a recorded site's; who was cheated is told of all, and of sites named."""
    question, cheated = reading.question, reading.intent is not None and reading.intent.id == _CHEATED
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


def _doubt(other: Intent | None, call: Call, reading: Reading, settings: Settings) -> OtherReading | None:
    """Another way to read the question, where another command answers it."""
    if other is None:
        return None
    own, text = slots(reading.question, other, settings.country), reading.question.text
    another = call_for(other, own, text, settings.catalogue, home=settings.country)
    return OtherReading(other, another) if another.words != call.words else None


def _last_rate(reading: Reading, settings: Settings) -> ExchangeRate | None:
    """The last recorded rate, for who asked for today's."""
    asked = reading.refusal is not None and reading.refusal.id == "live-data" and reading.question.words & _ABOUT_RATES
    country = settings.catalogue.countries.get(settings.country)
    if not asked or country is None or country.currency is None:
        return None
    return newest_rate(settings.catalogue.rates, "USD", country.currency, settings.today)
