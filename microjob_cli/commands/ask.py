"""`microjob ask`: a question in your own words."""

from collections.abc import Generator, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Annotated, Any

from msgspec.structs import replace
from typer import Argument

from microjob_cli import terminal
from microjob_cli.catalog.catalogue import ExchangeRate, Help, newest_rate
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.names import NameKind, suggest, suggest_spelling
from microjob_cli.catalog.offers import Shown
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.catalog.questions import Intent
from microjob_cli.commands.running import result_of_words
from microjob_cli.options import Format
from microjob_cli.payouts.route import Notice
from microjob_cli.questions.answers import Answered, Asked, Call, OtherReading, Unrecorded, call_for, sayings
from microjob_cli.questions.focus import Focus, focus
from microjob_cli.questions.reader import Reader, Reading
from microjob_cli.questions.tokens import LONGEST
from microjob_cli.result import Question, Result, Stream
from microjob_cli.scams.signs import signs_in
from microjob_cli.settings import Settings

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
    return Reader(settings.catalogue, suggest_spelling, settings.country)


def _answer(text: str, settings: Settings, reader: Reader, *, among_others: bool = False) -> Result:
    reading = reader.read(text)
    own = None if settings.language_asked else "en" if reading.language == "en" else "bn"
    item = replace(_Answering(reading, settings).item(), language=own, among_others=among_others)
    code = _NOT_ANSWERED if item.declined else 0
    return Result("ask", {"question": (text,)}, (item,), exit_code=code, language=own)


def _chosen(found: Result, settings: Settings) -> Generator[Question, str, Result]:
    """Asks at the terminal which of the likeliest commands is meant, and answers by that one."""
    choices = found.items[0].alternatives
    answer = yield Question("which-one", "1", choices=choices)
    while answer.strip() not in map(str, range(1, len(choices) + 1)):
        answer = yield Question("which-one", "1", UsageProblem("no-such-number", found=answer, count=len(choices)))
    reading = _reader(settings).read(found.items[0].question)
    item = _Answering(reading, settings).by(choices[int(answer) - 1].intent)
    return replace(found, items=(replace(item, language=found.language),))


class _Answering:
    """Answers one question for whoever asks."""

    def __init__(self, reading: Reading, settings: Settings) -> None:
        self.reading, self.question, self.settings = reading, reading.question, settings
        self.country = settings.catalogue.countries.get(settings.country)

    def item(self) -> Answered:
        """The answer, with the other ways in which the question may be meant, and what is asked besides."""
        reading = self.reading
        if reading.intent is None:
            return Answered(
                self.question.text,
                reading.slots,
                refusal=reading.refusal,
                unrecorded=self._unrecorded() if reading.refusal is None else (),
                sites=self._sites(),
                rate=self._last_rate(),
            )
        item = self.by(reading.intent)
        alternatives = self._alternatives(offer=bool(item.signs))
        sure = reading.sure or not alternatives
        return replace(item, alternatives=alternatives, sure=sure, second=self._second(item) if sure else None)

    def by(self, intent: Intent) -> Answered:
        """The answer to a question that is understood in one way."""
        slots, signs = self.reading.slots_for(intent), self._signs_for(intent)
        call = self._call(intent, offer=bool(signs))
        return Answered(
            question=self.question.text,
            slots=slots,
            intent=intent,
            call=call,
            result=result_of_words(call.words, self.settings),
            focus=self._focus(intent, slots) if call.command == "show" else None,
            unrecorded=self._unrecorded(),
            sites=self._sites(),
            says=sayings(intent, slots) if call.command not in _OF_THE_RECORDS else (),
            help=self._help() if intent.helps else (),
            signs=signs,
            cautions=self._cautions(slots) if call.command in _WITHOUT_CAUTIONS else (),
        )

    def _call(self, intent: Intent, *, offer: bool) -> Call:
        slots, said = self.reading.slots_for(intent), self.question.said | ({_AN_OFFER} if offer else frozenset())
        return call_for(intent, Asked(slots, said, self.question.text, self.settings.country), self.settings.catalogue)

    def _alternatives(self, *, offer: bool) -> tuple[OtherReading, ...]:
        """The likeliest readings by their commands, each command once; none where all lead to the same."""
        found: dict[tuple[str, ...], OtherReading] = {}
        for intent in self.reading.intents:
            call = self._call(intent, offer=offer)
            found.setdefault(call.words, OtherReading(intent, call))
        return tuple(found.values())[:_OFFERED] if len(found) > 1 else ()

    def _second(self, item: Answered) -> OtherReading | None:
        """What is asked too, or goes with the answer, unless the answer says it already."""
        intent, second = item.intent, self.reading.second
        call = Call(item.call.also if item.call else ())
        if second is not None:
            intent, call = second, self._call(second, offer=bool(self._signs_for(second)))
        if intent is None or not call.words or (item.call and call.words == item.call.words):
            return None
        return OtherReading(intent, call, result_of_words(call.words, self.settings))

    def _focus(self, intent: Intent, slots: Mapping[str, Any]) -> Focus | None:
        """What the question asks for of the one site it names."""
        from microjob_cli.advice.verdict import judge

        catalogue, evidence, country = self.settings.catalogue, self.settings.evidence, self.settings.country
        facts = PlatformFacts(catalogue.platforms[slots["platforms"][0]], evidence)
        return focus(intent, slots, facts, judge(facts, catalogue, evidence, country), country)

    def _unrecorded(self) -> tuple[Unrecorded, ...]:
        """The names that no record has, with the names of sites near to them; an address may be anybody's."""
        catalogue, found = self.settings.catalogue, []
        index = catalogue.index("platforms")
        for name in self.reading.slots.get("platforms_unlisted", ()):
            known = [one for one in index.suggestible(name) if one.kind is not NameKind.ADDRESS]
            near = dict.fromkeys(catalogue.platform(one)[0].name for one in suggest(name, known))
            found.append(Unrecorded(name, tuple(near)))
        return tuple(found)

    def _cautions(self, slots: Mapping[str, Any]) -> tuple[Notice, ...]:
        """Why methods that the question names cannot be used at home."""
        if not slots.get("payout_methods"):
            return ()
        from microjob_cli.payouts.router import Router

        router = Router(self.settings.catalogue, self.settings.evidence, self.settings.country)
        return tuple(block for method in slots["payout_methods"] if (block := router.blocks[method]))

    def _help(self) -> tuple[Help, ...]:
        """Whom to turn to in the asker's country, as far as it was known on the day."""
        every = self.country.help if self.country else ()
        return tuple(one for one in every if self.settings.evidence.heard(one.as_of, one.source))

    def _signs_for(self, intent: Intent) -> tuple[Shown, ...]:
        """The danger signs in the question, for what is answered otherwise where there are any."""
        if not any(_AN_OFFER in part.split("/") for one in intent.commands for part in one.all):
            return ()
        return signs_in(self.question.text, self.settings.catalogue)

    def _sites(self) -> Result | None:
        """The addresses that could be taken for a recorded site's; who was cheated is told of all, and of sites."""
        question, cheated = self.question, self.reading.intent is not None and self.reading.intent.helps
        named = question.platforms if cheated else ()
        if not question.links and not named:
            return None
        from microjob_cli.commands.check import checker
        from microjob_cli.scams.checking import LIKE_A_SITE
        from microjob_cli.scams.offers import MOST_LINKS

        looking = checker(self.settings)
        looked = list(looking.sites(question.links[:MOST_LINKS], ()))
        known = {one.advice.facts.id for one in looked if one.advice}
        looked += looking.sites((), (site for site in named if site not in known))
        told = tuple(one for one in looked if cheated or one.finding in LIKE_A_SITE)
        return Result("check", {"text": question.text}, told) if told else None

    def _last_rate(self) -> ExchangeRate | None:
        """The last recorded rate, for who asked for today's."""
        refusal, currency = self.reading.refusal, self.country.currency if self.country else None
        if refusal is None or refusal.id != _LIVE or not self.question.words & _ABOUT_RATES or currency is None:
            return None
        return newest_rate(self.settings.catalogue.rates, "USD", currency, self.settings.today)
