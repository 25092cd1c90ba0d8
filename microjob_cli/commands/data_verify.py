"""`microjob data verify`: whether the sources still say what the records say."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from microjob_cli import completion, terminal
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.catalog.explaining import record_named
from microjob_cli.result import Remark, Result
from microjob_cli.settings import Settings
from microjob_cli.storage.folders import folder_for_own, is_installed, shipped_folder
from microjob_cli.verify.claims_to_find import ClaimToFind, checkable, every_claim, plan
from microjob_cli.verify.fetching import Policy
from microjob_cli.verify.looks import Judged, Outcome, PageHistory, history_in, keep, usual_place
from microjob_cli.verify.run import MOST_ADDRESSES, Looked, look, pages_to_see
from microjob_cli.verify.seen import write_own, write_seen
from microjob_cli.version import __version__

_COUNTED = (Outcome.SAME, Outcome.DRIFTED, Outcome.NOT_FOUND)


def run(
    settings: Settings,
    names: Annotated[
        list[str] | None,
        Argument(
            metavar="[NAME]...", help="Only of these sites, methods or transfers.", autocompletion=completion.SITES
        ),
    ] = None,
    limit: Annotated[
        int, Option("--limit", min=1, max=MOST_ADDRESSES, help="How many pages at most.")
    ] = MOST_ADDRESSES,
    stale_first: Annotated[bool, Option("--stale-first", help="What is most urgent to check comes first.")] = False,
    contact: Annotated[
        str | None, Option("--contact", metavar="ADDRESS", help="Whom the sites may write to: your mail or your page.")
    ] = None,
    looks: Annotated[
        Path | None, Option("--looks", metavar="FILE", help="Where to remember what came of each look.")
    ] = None,
    write: Annotated[bool, Option("--write", help="Write into the records when a page still said so.")] = False,
    own: Annotated[bool, Option("--own", help="Write it into your own records instead.")] = False,
    count: Annotated[bool, Option("--plan", help="Only count what could be checked; opens no connection.")] = False,
) -> Result:
    catalogue = settings.catalogue
    wanted = tuple(record_named(name, catalogue).id for name in names or ())
    query = {"names": wanted, "limit": limit, "stale_first": stale_first, "write": write, "own": own, "plan": count}
    if count:
        return Result("data verify", query, (plan(catalogue, wanted),))
    agent = _agent(contact)
    folder = _folder(settings, own=own) if write else None
    claims = checkable(catalogue, wanted)
    place = looks or usual_place()
    history = history_in(place)
    ordered = _most_urgent_first(claims, settings) if stale_first else claims
    pages = pages_to_see(ordered, catalogue.sources, history, limit)
    found: list[Looked] = []

    def tell(looked: Looked) -> None:
        found.append(looked)
        terminal.show_progress(len(found), len(pages))

    try:
        look(pages, catalogue, settings.today, agent, Policy(), tell)
    finally:  # what was looked at before an interruption is kept
        keep(place, {**history, **{one.source.address: one.history for one in found}})
        written = _written(found, folder, settings, own=own) if folder else None
    others = _not_checkable(catalogue, wanted) if wanted else ()
    return Result("data verify", query, (*found, *others), tuple(_remarks(found, written)))


def _not_checkable(catalogue: Catalogue, names: tuple[str, ...]) -> Iterator[Looked]:
    """The claims of the named records that no page can be asked for."""
    outcome = Outcome.NOT_CHECKABLE
    for one in every_claim(catalogue, names):
        if not one.subjects:
            yield Looked(catalogue.sources[one.claim.source], outcome, ((one, Judged(outcome)),), PageHistory())


def _agent(contact: str | None) -> str:
    """The name under which pages are asked for. Raises UsageProblem without the libraries, or without a contact."""
    if any(find_spec(name) is None for name in ("httpx", "selectolax", "protego")):
        raise UsageProblem("no-verify-extra")
    if not contact or not contact.isascii() or not contact.isprintable():
        raise UsageProblem("no-contact")
    return f"microjob-verify/{__version__} ({contact})"


def _folder(settings: Settings, *, own: bool) -> Path:
    """The folder of records to write into. Raises UsageProblem for records that are part of an installed program."""
    if own:
        return folder_for_own(os.environ)
    folder = settings.records.named or shipped_folder()
    if is_installed(folder):
        raise UsageProblem("records-installed")
    return folder


def _most_urgent_first(claims: Sequence[ClaimToFind], settings: Settings) -> list[ClaimToFind]:
    """The claims in the order of `microjob data stale`; what is in no doubt comes last."""
    from microjob_cli.advice.checking_next import to_check

    doubtful = to_check(settings.catalogue, settings.evidence, settings.country)
    order = {(one.record, one.field.name): place for place, one in enumerate(doubtful)}
    return sorted(claims, key=lambda one: order.get((one.record, one.field), len(order)))


def _written(found: Sequence[Looked], folder: Path, settings: Settings, *, own: bool) -> int:
    """Writes when a page that is kept current was seen to say so still; how many claims that is."""
    confirmed = [
        one
        for looked in found
        if looked.source.living
        for one, judged in looked.judged
        if judged.outcome is Outcome.SAME
    ]
    return (write_own if own else write_seen)(folder, confirmed, settings.today)


def _remarks(found: Sequence[Looked], written: int | None) -> Iterator[Remark]:
    counted = Counter(judged.outcome for looked in found for _, judged in looked.judged)
    told = {str(outcome).replace("-", "_"): counted[outcome] for outcome in _COUNTED}
    yield Remark("verify-counted", {"pages": len(found), "claims": counted.total(), **told})
    if written is not None:
        yield Remark("verify-written", {"count": written})
