"""Options that several commands share, and their words made values."""

from collections.abc import Mapping
from math import isnan
from typing import TYPE_CHECKING, Annotated, Any

import typer

from microjob_cli.advice.filters import Wanted
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import FormError, UsageProblem
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.platform import Device, Status
from microjob_cli.completion import kinds
from microjob_cli.environment import country_code
from microjob_cli.result import Remark

if TYPE_CHECKING:
    from microjob_cli.advice.filters import Filtered
    from microjob_cli.advice.search import SearchResult

Payout = Annotated[
    list[str] | None,
    typer.Option(
        "--payout",
        metavar="METHOD",
        help="Pays by this method; repeat for any of several.",
        autocompletion=kinds.METHODS,
    ),
]
Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also",
        metavar="METHOD",
        help="Pays by this one too; repeat for all of several.",
        autocompletion=kinds.METHODS,
    ),
]
Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="METHOD",
        help="Can be paid without this method.",
        autocompletion=kinds.METHODS,
    ),
]
MaxMinimum = Annotated[
    str | None, typer.Option("--max-minimum", metavar="AMOUNT", help='Withdraws from this or less, as in "5 USD".')
]
Task = Annotated[
    list[str] | None,
    typer.Option("--task", metavar="TASK", help="Has this kind of work; repeatable.", autocompletion=kinds.TASKS),
]
OnDevice = Annotated[Device | None, typer.Option("--device", help="Works on this.")]
BasedIn = Annotated[
    str | None,
    typer.Option("--based-in", metavar="CC", help="Head office there.", autocompletion=kinds.COUNTRIES),
]
Rate = Annotated[
    list[str] | None,
    typer.Option(
        "--rate",
        metavar="NUMBER",
        help="Your own rate, as in 123.5 per dollar; of another currency as in EUR=142. Repeatable.",
    ),
]
Amount = Annotated[str | None, typer.Option("--amount", metavar="AMOUNT", help='How much, as in "10 USD".')]


# After how many days an exchange rate is called old.
OLD_RATE = 30


def hours(number: float | None) -> float | None:
    """Hours a day; Typer takes "nan", which is neither too few nor too many. Raises UsageProblem."""
    if number is not None and isnan(number):
        raise UsageProblem("bad-hours", found=str(number))
    return number


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
    amount = text.strip().rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    currency = text.strip()[len(amount) :].upper()
    try:
        return Money.parse(f"{amount.strip().replace(',', '')} {currency}")
    except FormError:
        said = _spoken(text, catalogue) if catalogue else None
        if said is None:
            raise UsageProblem("bad-money", found=text) from None
        return said


def _spoken(text: str, catalogue: Catalogue) -> Money | None:
    from microjob_cli.questions.amounts import sum_in

    return sum_in(text, catalogue)


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
) -> Wanted:
    """The filters with every word resolved. Raises NotFound or UsageProblem."""
    return Wanted(
        payout=tuple(dict.fromkeys(catalogue.method(word).id for word in payout or ())),
        also=tuple(dict.fromkeys(catalogue.method(word).id for word in also or ())),
        without=tuple(dict.fromkeys(catalogue.method(word).id for word in without or ())),
        max_minimum=money(max_minimum, catalogue),
        tasks=tuple(dict.fromkeys(catalogue.task_type(word).id for word in task or ())),
        device=device,
        status=status,
        accepts=country_code(accepts) if accepts else None,
        based_in=country_code(based_in) if based_in else None,
    )


def query_of(wanted: Wanted) -> Mapping[str, Any]:
    """The filters as understood, for the answer."""
    return {
        "payout": wanted.payout,
        "also": wanted.also,
        "without": wanted.without,
        "max_minimum": wanted.max_minimum,
        "task": wanted.tasks,
        "device": wanted.device,
        "based_in": wanted.based_in,
    }


def remarks_of(sifted: "Filtered | SearchResult") -> tuple[Remark, ...]:
    """Who was left out because something is not known, and which rates were used."""
    left_out = (Remark(f"left-out-{name}", {"count": count}) for name, count in sifted.unknown.items())
    used = (
        Remark(
            "rate-used", {"rate": rate.rate, "quote": rate.quote, "base": rate.base, "kind": rate.kind, "on": rate.on}
        )
        for rate in sifted.rates
    )
    return (*left_out, *used)
