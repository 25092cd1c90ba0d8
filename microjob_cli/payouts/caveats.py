"""What makes a route's figure less than certain, or its way less than smooth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from microjob_cli.catalog.facts import Fact
from microjob_cli.catalog.measures import Days, Range
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import MethodId
from microjob_cli.catalog.payout import Answer, PayoutFacts
from microjob_cli.payouts.charges import Carried
from microjob_cli.payouts.route import Hop, Notice, ends


def in_currency(step: Carried, amount: Money | None) -> Money | None:
    """What the step moved, in the currency of a limit; None when it moved none of it."""
    if amount is None:
        return None
    return next((money for money in (step.received, step.sent) if money.currency == amount.currency), None)


def option_caveats(option: PayoutFacts, step: Carried) -> Iterator[Notice]:
    """What is not known or old about the site's own payout."""
    method = {"method": MethodId(option.method)}
    if option.fee.value is None:
        yield Notice("site-fee-unknown", method)
    elif step.fee is None:
        yield Notice("site-fee-not-reckoned", {**method, "fee": option.fee.value})
    if not option.minimum.known:
        yield Notice("site-minimum-unknown", method)
    if option.minimum.disputed:
        both = {"minimum": option.minimum.value, "others": option.minimum.rivals}
        yield Notice("site-minimum-disputed", {**method, **both})
    if option.offered.confirmed is None:
        yield Notice("site-terms-undated", method)
    elif option.offered.stale:
        yield Notice("site-terms-old", {**method, "as_of": option.offered.confirmed})


def hop_caveats(hop: Hop, step: Carried) -> Iterator[Notice]:
    """What is not known, disputed, old or limited about a transfer."""
    facts, between = hop.transfer, ends(hop)
    if facts is None:
        return
    if facts.fee.value is None:
        yield Notice("fee-unknown", between)
    elif step.fee is None:
        yield Notice("fee-not-reckoned", {**between, "fee": facts.fee.value})
    if facts.fee.disputed:
        yield Notice("fee-disputed", {**between, "others": facts.fee.rivals})
    if step.rate is not None and not facts.margin.known:
        yield Notice("margin-unknown", between)
    if facts.available.value is not Answer.YES:
        code = "partly-available" if facts.available.value is Answer.PARTLY else "availability-unknown"
        yield Notice(code, between)
    if facts.fee.stale:
        yield Notice("fee-old", {**between, "as_of": facts.fee.confirmed})
    for limit in facts.limits:
        most = limit.most.value
        moved = in_currency(step, most)
        if most and moved and moved.amount > most.amount:
            yield Notice(f"above-limit-{limit.per}", {**between, "most": most}, limit.most.chosen)


def total_days(days: Sequence[Fact[Days]]) -> Days | None:
    """All hops one after the other; None when one of them is unknown. Working days anywhere make them working days."""
    known = [fact.value for fact in days if fact.value is not None]
    if len(known) < len(days):
        return None
    lows, highs = [span.low for span in known], [span.high for span in known]
    return Days(
        Range(
            None if None in lows else sum((low for low in lows if low is not None), Decimal(0)),
            None if None in highs else sum((high for high in highs if high is not None), Decimal(0)),
        ),
        any(span.working for span in known),
    )
