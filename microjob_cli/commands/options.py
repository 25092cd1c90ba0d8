"""Options that several commands share, and their words made values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from math import isnan
from string import ascii_letters
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from microjob_cli import completion
from microjob_cli.advice.filters import Wanted, is_said_to_run
from microjob_cli.advice.ranking import Prefer
from microjob_cli.catalog.catalogue import Catalogue, ExchangeRate
from microjob_cli.catalog.errors import FormError, UsageProblem
from microjob_cli.catalog.money import CURRENCIES, Money, is_rate
from microjob_cli.catalog.names import CountryCode, CurrencyCode
from microjob_cli.catalog.platform import Device, PlatformKind, Skill, Status
from microjob_cli.payouts.minimums import DOLLAR
from microjob_cli.result import Remark
from microjob_cli.settings import country_code

if TYPE_CHECKING:
    from microjob_cli.advice.search import Advice, SearchResult
    from microjob_cli.payouts.route import Route
    from microjob_cli.payouts.router import Router


def hours(number: float | None) -> float | None:
    """Hours a day; Typer takes "nan", which is neither too few nor too many. Raises UsageProblem."""
    if number is not None and isnan(number):
        raise UsageProblem("bad-hours", found=str(number))
    return number


def method(flag: str, help: str) -> Any:
    """The option that names payout methods."""
    return Option(flag, metavar="METHOD", help=help, autocompletion=completion.METHODS)


Payout = Annotated[
    list[str] | None, method("--payout", help="Pays by this method; any of several: repeated, or as in bkash,nagad.")
]
Also = Annotated[list[str] | None, method("--also", help="Pays by this one too; repeat for all of several.")]
Without = Annotated[list[str] | None, method("--without", help="Can be paid without this method.")]
MaxMinimum = Annotated[
    str | None, Option("--max-minimum", metavar="AMOUNT", help='Withdraws from this or less, as in "5 USD".')
]
Task = Annotated[
    list[str] | None,
    Option("--task", metavar="TASK", help="Has this kind of work; repeatable.", autocompletion=completion.TASKS),
]
Kind = Annotated[
    list[PlatformKind] | None, Option("--kind", help="Is of this kind; repeatable. Only micro-jobs are ranked unasked.")
]
SkillAsked = Annotated[
    list[Skill] | None,
    Option("--skill", help="The work asks for this; repeatable. Experts' work is ranked only with it."),
]
HOURS = Option("--hours", min=0.1, max=24, callback=hours, help="Hours of work a day.")
PreferWhat = Annotated[Prefer, Option("--prefer", help="What matters most where equally much is known.")]
Brief = Annotated[bool, Option("--brief", help="For scripts: JSON, JSON lines or CSV of few fields a site.")]
OnDevice = Annotated[Device | None, Option("--device", help="Works on this.")]
BasedIn = Annotated[
    str | None, Option("--based-in", metavar="CC", help="Head office there.", autocompletion=completion.COUNTRIES)
]
Rate = Annotated[
    list[str] | None,
    Option(
        "--rate",
        metavar="NUMBER",
        help="Your own rate, as in 123.5 per dollar; of another currency as in EUR=142. Repeatable.",
    ),
]
Amount = Annotated[str | None, Option("--amount", metavar="AMOUNT", help='How much, as in "10 USD".')]


# The options by which sites are left out, in `list` and in `recommend`.
_NARROWING = ("payout", "also", "without", "max_minimum", "task", "device", "based_in", "kind", "skill")
# After how many days an exchange rate is called old.
_OLD_RATE = 30


def sum_to_send(text: str | None, catalogue: Catalogue) -> Money | None:
    """Money that is to be sent: more than nothing. Raises UsageProblem."""
    found = money(text, catalogue)
    if found is not None and found.amount <= 0:
        raise UsageProblem("bad-amount", found=str(text))
    return found


def money(text: str | None, catalogue: Catalogue | None = None) -> Money | None:
    """`5 USD` or `5usd` -> Money; by the words of a catalogue also `$5` and `৫০০ টাকা`. Raises UsageProblem.

    Nobody can be paid less than a currency's smallest unit, and no sum is reckoned finer.
    """
    found = _money(text, catalogue) if text is not None else None
    if found is not None and found.amount % found.exponent:
        raise UsageProblem("too-fine", found=found, least=Money(found.exponent, found.currency))
    return found


def _money(text: str, catalogue: Catalogue | None) -> Money:
    amount = text.strip().rstrip(ascii_letters)
    currency = text.strip()[len(amount) :].upper()
    try:
        return Money.parse(f"{amount.strip().replace(',', '')} {currency}")
    except FormError:
        from microjob_cli.questions.amounts import sum_in

        said = sum_in(text, catalogue) if catalogue else None
        if said is None:
            raise UsageProblem("bad-money", found=text) from None
        return said


def wanted(
    catalogue: Catalogue,
    *,
    payout: list[str] | None = None,
    also: list[str] | None = None,
    without: list[str] | None = None,
    max_minimum: str | None = None,
    task: list[str] | None = None,
    device: Device | None = None,
    status: Status | None = None,
    accepts: str | None = None,
    based_in: str | None = None,
    kind: list[PlatformKind] | None = None,
    skill: list[Skill] | None = None,
) -> Wanted:
    """The filters with every word resolved. Raises NotFound or UsageProblem."""

    def methods(words: list[str] | None) -> tuple[str, ...]:
        named = (one.strip() for word in words or () for one in word.split(","))
        return tuple(dict.fromkeys(catalogue.method(word).id for word in named))

    return Wanted(
        payout=methods(payout),
        also=methods(also),
        without=methods(without),
        max_minimum=money(max_minimum, catalogue),
        task=tuple(dict.fromkeys(catalogue.task_type(word).id for word in task or ())),
        device=device,
        status=status,
        accepts=country_code(accepts) if accepts else None,
        based_in=country_code(based_in) if based_in else None,
        kind=tuple(kind or ()),
        skill=tuple(skill or ()),
    )


def query_of(wanted: Wanted) -> Mapping[str, Any]:
    return {name: getattr(wanted, name) for name in _NARROWING}


def remarks_of(found: "SearchResult", wanted: Wanted) -> Iterator[Remark]:
    """Who was left out because something is not known, who counts although it is not, and which rates were used."""
    for name, count in found.unknown.items():
        yield Remark(f"left-out-{name}", {"count": count})
    device = wanted.device
    in_browser = sum(1 for one in found.ranked if device and not is_said_to_run(one.facts, device))
    if in_browser:
        yield Remark("in-browser", {"count": in_browser})
    yield from rates_used(found.rates)


def not_ranked(unranked: "Iterable[Advice]", country: str, silent: int = 0) -> Iterator[Remark]:
    """How many sites are not ranked, by why; `silent` ones more, because nobody says how they pay."""
    from microjob_cli.advice.search import why_not_ranked

    counted = Counter(why_not_ranked(one) for one in unranked)
    counted["payout-unknown"] += silent
    for code, count in sorted(counted.items()):
        if count:
            yield Remark(f"not-ranked-{code}", {"count": count, "country": CountryCode(country)})


def rates_used(rates: Iterable[ExchangeRate]) -> Iterator[Remark]:
    for rate in rates:
        pair = {"quote": CurrencyCode(rate.quote), "base": CurrencyCode(rate.base)}
        yield Remark("rate-used", {"rate": rate.rate, **pair, "kind": rate.kind, "on": rate.on})


def rate_remarks(rates: Iterable[ExchangeRate], router: "Router") -> Iterator[Remark]:
    """The user's own rates, the recorded ones that figures use, and which of these are old."""
    used = list(dict.fromkeys(rates))
    for base, own in router.own_rates.items() if router.currency else ():
        pair = {"quote": CurrencyCode(router.currency or ""), "base": CurrencyCode(base)}
        yield Remark("own-rate", {"rate": own, **pair})
    yield from rates_used(used)
    old = (rate.on for rate in used if (router.evidence.today - rate.on.last).days > _OLD_RATE)
    yield from (Remark("rate-old", {"on": on}) for on in old)


def route_remarks(routes: "Iterable[Route]", router: "Router") -> Iterator[Remark]:
    """The same of what routes bring, and whether there are more ways than were looked at."""
    yield from rate_remarks((route.rate for route in routes if route.rate is not None), router)
    if router.shortened:
        from microjob_cli.payouts.network import MOST_WAYS

        yield Remark("ways-left-out", {"count": MOST_WAYS})


def own_rates(texts: list[str] | None) -> Mapping[str, Decimal]:
    """The user's own rates by currency: `123.5` is of dollars, `EUR=142` of euros. Raises UsageProblem."""
    return dict(_own_rate(text) for text in texts or ())


def _own_rate(text: str) -> tuple[str, Decimal]:
    first, equals, second = text.partition("=")
    currency, number = (first.strip().upper(), second) if equals else (DOLLAR, first)
    try:
        rate = Decimal(number.strip())
    except InvalidOperation:
        rate = Decimal(0)
    if not is_rate(rate) or currency not in CURRENCIES:
        raise UsageProblem("bad-rate", found=text)
    return currency, rate


def rates_asked(own: Mapping[str, Decimal]) -> Mapping[str, Any]:
    return {"rate": own.get(DOLLAR), "rates": own}


def listed_words(text: str, known: Sequence[str], problem: str) -> tuple[str, ...]:
    """`A, b-c` -> ("a", "b_c"). Raises UsageProblem of that code for a word that is not known, and for none."""
    words = tuple(word.strip().casefold().replace("-", "_") for word in text.split(",") if word.strip())
    unknown = [word for word in words if word not in known] if words else [repr(text)]
    if unknown:
        raise UsageProblem(problem, found=unknown[0], known=", ".join(known))
    return words
