"""What makes a route's figure less than certain, or its way less than smooth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from microjob_cli.domain.carrying import Carried
from microjob_cli.domain.facts import Fact
from microjob_cli.domain.measures import Days, Range
from microjob_cli.domain.money import Money
from microjob_cli.domain.payout import Answer, PayoutFacts
from microjob_cli.domain.route import Hop, Remarkable, ends


def in_currency(step: Carried, amount: Money | None) -> Money | None:
    """What the step moved, in the currency of a limit; None when it moved none of it."""
    if amount is None:
        return None
    return next((money for money in (step.received, step.sent) if money.currency == amount.currency), None)


def option_caveats(option: PayoutFacts, step: Carried) -> Iterator[Remarkable]:
    """What is not known or old about the site's own payout."""
    method = {"method": option.method}
    if option.fee.value is None:
        yield Remarkable("site-fee-unknown", method)
    elif step.fee is None:
        yield Remarkable("site-fee-not-reckoned", {**method, "fee": option.fee.value})
    if not option.minimum.known:
        yield Remarkable("site-minimum-unknown", method)
    if option.minimum.disputed:
        both = {"minimum": option.minimum.value, "others": option.minimum.rivals}
        yield Remarkable("site-minimum-disputed", {**method, **both})
    if option.offered.confirmed is None:
        yield Remarkable("site-terms-undated", method)
    elif option.offered.stale:
        yield Remarkable("site-terms-old", {**method, "as_of": option.offered.confirmed})


def hop_caveats(hop: Hop, step: Carried) -> Iterator[Remarkable]:
    """What is not known, disputed, old or limited about a transfer."""
    facts, between = hop.transfer, ends(hop)
    if facts is None:
        return
    if facts.fee.value is None:
        yield Remarkable("fee-unknown", between)
    elif step.fee is None:
        yield Remarkable("fee-not-reckoned", {**between, "fee": facts.fee.value})
    if facts.fee.disputed:
        yield Remarkable("fee-disputed", {**between, "others": facts.fee.rivals})
    if step.rate is not None and not facts.margin.known:
        yield Remarkable("margin-unknown", between)
    if facts.available.value is not Answer.YES:
        code = "partly-available" if facts.available.value is Answer.PARTLY else "availability-unknown"
        yield Remarkable(code, between)
    if facts.fee.stale:
        yield Remarkable("fee-old", {**between, "as_of": facts.fee.confirmed})
    for limit in facts.limits:
        most = limit.most.value
        moved = in_currency(step, most)
        if most and moved and moved.amount > most.amount:
            yield Remarkable(f"above-limit-{limit.per}", {**between, "most": most}, limit.most.chosen)


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
