"""`microjob route`: how the money comes into my hand, and how much of it."""

from collections.abc import Sequence
from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion
from microjob_cli.advice.verdict import Judge
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import MethodId, PlatformId
from microjob_cli.catalog.payout import PayoutFacts, PayoutMethod
from microjob_cli.catalog.platform import Platform
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.commands import options
from microjob_cli.commands.show import former_name
from microjob_cli.payouts.minimums import USUAL, default_amount, lowest
from microjob_cli.payouts.router import Router
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings

_TOO_LITTLE = ("below-minimum", "below-limit", "below-limit-unknown")


def run(
    settings: Settings,
    name: Annotated[
        str,
        Argument(help="A site, or the payout method that holds the money already.", autocompletion=completion.HOLDERS),
    ],
    to: Annotated[str, options.method("--to", help="Where you want it: bkash, bank, cash ...")],
    via: Annotated[str | None, options.method("--via", help="Only by this payout of the site.")] = None,
    amount: options.Amount = None,
    rate: options.Rate = None,
    every: Annotated[bool, Option("--all", help="All ways, and what does not work.")] = False,
) -> Result:
    catalogue = settings.catalogue
    target, asked, own = catalogue.method(to), options.sum_to_send(amount, catalogue), options.own_rates(rate)
    through = catalogue.method(via).id if via else None
    router = Router(catalogue, settings.evidence, settings.country, own)
    start, remarks = _start(name, catalogue)
    if isinstance(start, Platform):
        facts = PlatformFacts(start, settings.evidence)
        offered = [one for one in facts.current_payouts if through in (None, one.method)]
        send = asked or usual_sum(offered, target.id, router)
        routes = router.from_platform(start.id, offered, target.id, send)
        if Judge(router).judge(facts).is_shut:
            remarks = (Remark("site-to-avoid", {"platform": PlatformId(start.id), "id": start.id}), *remarks)
    else:
        send = asked or router.usual(router.currency_of(start))
        routes = router.from_method(start.id, target.id, send)
    query = {
        "name": name,
        "start": start.id,
        "via": through,
        "to": target.id,
        "amount": send,
        **options.rates_asked(own),
        "all": every,
    }
    if all(route.blocked and route.blocked.code not in _TOO_LITTLE for route in routes):
        remarks = (*remarks, Remark("elsewhere", {"to": MethodId(target.id), "id": target.id}))
    traced = next((hop for route in routes if route.steps for hop in route.hops if hop.fee.known), None)
    if traced:
        way = traced.transfer
        field = f"{way.transfer.id} fee" if way else f"{traced.start} payouts.{traced.to}.fee"
        remarks = (*remarks, Remark("trace", {"field": field}))
    return Result("route", query, tuple(routes), (*remarks, *options.route_remarks(routes, router)))


def usual_sum(offered: Sequence[PayoutFacts], to: str, router: Router) -> Money:
    """What is reckoned for where nobody names a sum: in her own money where the site keeps its balance in it."""
    today, rates = router.evidence.today, router.catalogue.rates
    leading = router.leading(offered, (to,)) or offered
    send, found = default_amount(leading, rates, today), lowest(leading, rates, today)
    least = found.minimum.value if found else None
    own = send == USUAL and least is not None and least.amounts[0].currency == router.currency
    return router.usual(router.currency) if own else send


def _start(word: str, catalogue: Catalogue) -> tuple[Platform | PayoutMethod, tuple[Remark, ...]]:
    """What holds the money: a site before a method of the same name, unless only the method has it. Raises NotFound."""
    part, name = catalogue.named(word, ("platforms", "methods"), "no-such-start")
    if part == "methods":
        return catalogue.methods[name.id], ()
    return catalogue.platforms[name.id], former_name(word, catalogue.platforms[name.id], name)
