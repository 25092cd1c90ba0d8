"""`microjob payouts`: does a payout method work in my country, what does it cost, who pays by it."""

from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.commands import options
from microjob_cli.payouts.method_facts import method_facts, payers_of
from microjob_cli.payouts.router import Router
from microjob_cli.result import Result
from microjob_cli.settings import Settings


def run(
    settings: Settings,
    method: Annotated[
        str | None, Argument(help="One payout method; none: all of them.", autocompletion=completion.METHODS)
    ] = None,
    amount: options.Amount = None,
    rate: options.Rate = None,
    every: Annotated[bool, Option("--all", help="Every method, and all that is known of one.")] = False,
) -> Result:
    catalogue = settings.catalogue
    asked = catalogue.method(method) if method else None
    send, own = options.sum_to_send(amount, catalogue), options.own_rates(rate)
    router = Router(catalogue, settings.evidence, settings.country, own)
    payers = payers_of(router)
    shown = [asked] if asked else list(catalogue.methods.values())
    items = tuple(method_facts(one, router, payers.get(one.id, ()), send) for one in shown)
    routes = [route for item in items for route in item.home] if asked else []
    query = {
        "method": asked.id if asked else None,
        "country": settings.country,
        "amount": send,
        **options.rates_asked(own),
        "all": every,
    }
    return Result("payouts", query, items, tuple(options.route_remarks(routes, router)))
