"""`microjob advise`: five short questions, then a recommendation and the command that repeats it."""

import shlex
import unicodedata
from collections.abc import Callable, Generator, Mapping
from typing import Annotated, TypeVar

from msgspec.structs import replace
from typer import Option

from microjob_cli import terminal
from microjob_cli.advice.ranking import Prefer
from microjob_cli.catalog.errors import MicrojobError, UsageProblem
from microjob_cli.catalog.names import fold
from microjob_cli.catalog.platform import Device
from microjob_cli.commands import options, recommend
from microjob_cli.payouts.network import Network
from microjob_cli.result import Question, Remark, Result
from microjob_cli.settings import Settings, country_code

V = TypeVar("V")
# So many places are offered by number.
_CHOICES = 6

_DEVICES: Mapping[Device, str] = {
    Device.MOBILE: "1 phone mobile smartphone ফোন মোবাইল",
    Device.DESKTOP: "2 computer desktop laptop pc কম্পিউটার ল্যাপটপ",
}
_PREFERENCES: Mapping[Prefer, str] = {
    Prefer.SOONEST: "1 soonest fast তাড়াতাড়ি",
    Prefer.MOST: "2 most বেশি",
    Prefer.SAFEST: "3 safest safe নিরাপদ",
}


def run(
    settings: Settings,
    payout: Annotated[str | None, options.method("--payout", help="Where the money shall arrive.")] = None,
    device: options.OnDevice = None,
    hours: Annotated[float | None, options.HOURS] = None,
    prefer: Annotated[Prefer | None, Option("--prefer", help="What matters most.")] = None,
) -> Generator[Question, str, Result]:
    given = {"--payout": payout, "--device": device, "--hours": hours, "--prefer": prefer}
    missing = [name for name, value in given.items() if value is None]
    if missing and not terminal.can_ask():
        raise UsageProblem("advise-needs", options=", ".join(missing))
    catalogue = settings.catalogue
    if missing:
        country = yield from _asked("advise-country", country_code, settings.country)
        settings = replace(settings, country=country)
    if payout is None:
        payout = yield from _where(settings)
    method = catalogue.method(payout).id
    machine = device or (yield from _asked("advise-device", _one_of(_DEVICES), "1"))
    time = hours or (yield from _asked("advise-hours", _hours, "2"))
    matters = prefer or (yield from _asked("advise-prefer", _one_of(_PREFERENCES), "3"))
    result = recommend.run(settings, payout=[method], device=machine, hours=time, prefer=matters)
    given = {"payout": method, "device": machine, "hours": f"{time:g}", "prefer": matters, "country": settings.country}
    words = ("recommend", *(str(word) for name, value in given.items() for word in (f"--{name}", value)))
    repeat = Remark("repeat", {"command": shlex.join(["microjob", *words])})
    return Result("advise", {**result.query, "command": words}, result.items, (*result.remarks, repeat))


def _where(settings: Settings) -> Generator[Question, str, str]:
    """Where the money shall arrive: a usual place by its number, or any by its name; Enter takes the first."""
    catalogue = settings.catalogue
    country = catalogue.countries.get(settings.country)
    usual = Network(catalogue, settings.evidence, settings.country).home()
    first = [country.wallet] if country and country.wallet else []
    choices = tuple(dict.fromkeys([*first, *usual]))[:_CHOICES]

    def understood(word: str) -> str:
        number = _latin_digits(word)
        if number.isdecimal() and 1 <= int(number) <= len(choices):
            return choices[int(number) - 1]
        return catalogue.method(word).id

    return (yield from _asked("advise-payout", understood, "1" if choices else "bank", choices))


def _asked(
    code: str, understood: Callable[[str], V], suggested: str = "", methods: tuple[str, ...] = ()
) -> Generator[Question, str, V]:
    problem: MicrojobError | None = None
    while True:
        try:
            return understood((yield Question(code, suggested, problem, methods)))
        except MicrojobError as found:
            problem = found


def _one_of(choices: Mapping[V, str]) -> Callable[[str], V]:
    by_fold = {fold(word): value for value, words in choices.items() for word in words.split()}

    def understood(word: str) -> V:
        found = by_fold.get(fold(_latin_digits(word)))
        if found is None:
            raise UsageProblem("not-a-choice", found=word)
        return found

    return understood


def _hours(word: str) -> float:
    try:
        hours = float(_latin_digits(word))
    except ValueError:
        hours = 0.0
    if not 0 < hours <= 24:
        raise UsageProblem("bad-hours", found=word)
    return hours


def _latin_digits(text: str) -> str:
    """২ -> 2."""
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)
