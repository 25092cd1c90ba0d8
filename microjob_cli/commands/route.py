"""`microjob route`: how the money comes into my hand, and how much of it."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer

from microjob_cli.advice.verdict import Adviser, Person, Verdict
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.codes import CURRENCIES, is_rate
from microjob_cli.catalog.errors import NotFound, UsageProblem
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.payout import PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.commands import options
from microjob_cli.commands.show import former_name
from microjob_cli.completion import kinds
from microjob_cli.environment import Environment
from microjob_cli.payouts.minimums import USUAL, default_amount
from microjob_cli.payouts.network import MOST_WAYS
from microjob_cli.payouts.own_rate import DOLLAR
from microjob_cli.payouts.route import Route
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result

_TOO_LITTLE = ("below-minimum", "below-limit", "below-limit-unknown")


def run(
    environment: Environment,
    name: Annotated[
        str,
        typer.Argument(help="A site, or the payout method that holds the money already.", autocompletion=kinds.HOLDERS),
    ],
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="METHOD",
            help="Where you want it: bkash, bank, cash ...",
            autocompletion=kinds.METHODS,
        ),
    ],
    via: Annotated[
        str | None,
        typer.Option(
            "--via",
            metavar="METHOD",
            help="Only by this payout of the site.",
            autocompletion=kinds.METHODS,
        ),
    ] = None,
    amount: options.Amount = None,
    rate: options.Rate = None,
) -> Result:
    """What is left in my hand, hop by hop, best way first."""
    catalogue = environment.catalogue
    target, asked, own = catalogue.method(to), options.sum_to_send(amount, catalogue), own_rates(rate)
    through = catalogue.method(via).id if via else None
    router = Router(catalogue, environment.evidence, environment.country, own)
    start, remarks = _start(name, catalogue)
    if isinstance(start, Platform):
        facts = PlatformFacts(start, environment.evidence)
        offered = [one for one in facts.current_payouts if through in (None, one.method)]
        leading = router.leading(offered, (target.id,)) or offered
        send = asked or default_amount(leading, catalogue.rates, environment.today)
        routes = router.from_platform(start.id, offered, target.id, send)
        adviser = Adviser(Person(router.country), router.evidence, catalogue.methods, catalogue.rates)
        if adviser.advise(facts).verdict is Verdict.AVOID:
            remarks = (Remark("site-to-avoid", {"platform": start.id, "id": start.id}), *remarks)
    else:
        send = asked or Money(USUAL.amount, router.currency_of(start) or USUAL.currency)
        routes = router.from_method(start.id, target.id, send)
    query = {
        "name": name,
        "start": start.id,
        "via": through,
        "to": target.id,
        "amount": send,
        **rates_asked(own),
    }
    if all(route.blocked and route.blocked.code not in _TOO_LITTLE for route in routes):
        remarks = (*remarks, Remark("elsewhere", {"to": target.id, "id": target.id}))
    traced = next((hop.transfer.transfer.id for route in routes for hop in route.hops if hop.transfer), None)
    if traced:
        remarks = (*remarks, Remark("trace", {"id": traced}))
    return Result("route", query, tuple(routes), (*remarks, *route_remarks(routes, environment, router)))


def _start(word: str, catalogue: Catalogue) -> tuple[Platform | PayoutMethod, tuple[Remark, ...]]:
    """What holds the money: a site before a method of the same name, unless only the method has it. Raises NotFound."""
    try:
        platform, matched = catalogue.platform(word)
        return platform, former_name(word, platform, matched)
    except NotFound as no_platform:
        try:
            return catalogue.method(word), ()
        except NotFound as no_method:
            known = (*no_platform.known, *no_method.known)
            raise NotFound("no-such-start", word=word, known=known) from None


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
    """The user's own rates as understood, for the answer."""
    return {"rate": own.get(DOLLAR), "rates": own}


def own_rate_remarks(router: Router) -> tuple[Remark, ...]:
    """The user's own rates, each of its own currency."""
    if router.currency is None:
        return ()
    return tuple(
        Remark("own-rate", {"rate": rate, "quote": router.currency, "base": base})
        for base, rate in router.own_rates.items()
    )


def route_remarks(routes: list[Route], environment: Environment, router: Router) -> tuple[Remark, ...]:
    """Which rates the figures use, when they are old, and whether there are more ways than were looked at."""
    rates = dict.fromkeys(route.rate for route in routes if route.rate is not None)
    remarks = list(own_rate_remarks(router))
    remarks += [
        Remark(
            "rate-used",
            {"rate": rate.rate, "quote": rate.quote, "base": rate.base, "kind": rate.kind, "on": rate.on},
        )
        for rate in rates
    ]
    old = [rate for rate in rates if (environment.today - rate.on.last).days > options.OLD_RATE]
    remarks += [Remark("rate-old", {"on": rate.on}) for rate in old]
    if router.shortened:
        remarks.append(Remark("ways-left-out", {"count": MOST_WAYS}))
    return tuple(remarks)
