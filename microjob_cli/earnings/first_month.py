"""What an hour a day brings in the first month, typically: one product, no draws, for whoever only compares."""

from __future__ import annotations

from microjob_cli.catalog.earning_records import AssumptionName
from microjob_cli.catalog.platform_facts import PlatformFacts
from microjob_cli.earnings.assumptions import NoEstimate
from microjob_cli.earnings.choosing import About, Chooser
from microjob_cli.earnings.sampling import MONTH
from microjob_cli.payouts.router import Router

_SHARES = (
    AssumptionName.WORK_FOUND_SHARE, AssumptionName.ACCEPTANCE, AssumptionName.FIRST_MONTH_WORK,
    AssumptionName.FIRST_MONTH_ACCEPTANCE,
)  # fmt: skip


def first_month(router: Router, site: PlatformFacts) -> float:
    """Dollars on a site's balance after 30 days of an hour; none where its work is not reckoned with."""
    premises = Chooser(router, About(site), {}).premises()
    if isinstance(premises, NoEstimate):
        return 0.0
    spreads = premises.spreads
    earned = MONTH * 60 * spreads[AssumptionName.PRICE].typical / spreads[AssumptionName.MINUTES_PER_TASK].typical
    for name in _SHARES:
        earned *= spreads[name].typical
    return earned * (1 - spreads[AssumptionName.UNPAID_SHARE].typical)
