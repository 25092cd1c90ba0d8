"""`microjob data stale`: what to check next."""

from typing import Annotated

from typer import Option

from microjob_cli.advice.checking_next import to_check
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings
from microjob_cli.verify.claims_to_find import checkable


def run(
    settings: Settings,
    limit: Annotated[int, Option("--limit", min=1, help="How many at most.")] = 20,
    by_hand: Annotated[bool, Option("--by-hand", help="Only what no machine can look up: see `data verify`.")] = False,
) -> Result:
    found = to_check(settings.catalogue, settings.evidence, settings.country)
    if by_hand:
        looked_up = {(one.record, one.field) for one in checkable(settings.catalogue)}
        found = tuple(one for one in found if (one.record, one.field.name) not in looked_up)
    remarks = [Remark("stale-why" if found else "nothing-stale")]
    if len(found) > limit:
        remarks.insert(0, Remark("more", {"count": len(found) - limit}))
    query = {"limit": limit, "by_hand": by_hand, "country": settings.country}
    return Result("data stale", query, found[:limit], tuple(remarks))
