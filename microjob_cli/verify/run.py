"""Looks at the pages of claims again, several hosts at a time, and tells what each says."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.facts import Source, SourceKind
from microjob_cli.verify.claims_to_find import ClaimToFind, host_of, names_of
from microjob_cli.verify.fetching import Answer, Guest, Policy
from microjob_cli.verify.finding import Names, judge
from microjob_cli.verify.looks import Judged, Look, Outcome, PageHistory
from microjob_cli.verify.pages import page_of

ARCHIVE = "https://archive.org/wayback/available"
# So many addresses are looked at in a run, and of one host; so many hosts at a time.
MOST_ADDRESSES, MOST_OF_HOST, AT_ONCE = 500, 20, 4


class Looked(Struct, frozen=True):
    """What came of one page: `outcome` of the page itself (`same`: it could be read), and of each claim on it."""

    source: Source
    outcome: Outcome
    judged: tuple[tuple[ClaimToFind, Judged], ...]
    history: PageHistory
    archive: str | None = None


class PageToSee(Struct, frozen=True):
    """One source and the claims that it is to be asked for."""

    source: Source
    claims: tuple[ClaimToFind, ...]
    history: PageHistory = field(default_factory=PageHistory)


def pages_to_see(
    claims: Iterable[ClaimToFind], sources: Mapping[str, Source], history: Mapping[str, PageHistory], limit: int
) -> tuple[PageToSee, ...]:
    """The pages of the claims in the order of these: at most `limit`, and of one host at most `MOST_OF_HOST`."""
    by_source: dict[str, list[ClaimToFind]] = defaultdict(list)
    for one in claims:
        by_source[one.claim.source].append(one)
    seen: Counter[str] = Counter()
    kept: list[PageToSee] = []
    for key, found in by_source.items():
        source = sources[key]
        host = host_of(source.address)
        seen[host] += 1
        if seen[host] <= MOST_OF_HOST and len(kept) < min(limit, MOST_ADDRESSES):
            kept.append(PageToSee(source, tuple(found), history.get(source.address, PageHistory())))
    return tuple(kept)


def look(
    pages: Sequence[PageToSee], catalogue: Catalogue, today: date, agent: str, policy: Policy,
    tell: Callable[[Looked], None],
) -> None:  # fmt: skip
    """Looks at each page and tells what came of it as soon as it is known. What was told stays told if this is
    interrupted."""
    names = _names_by_key(catalogue)
    by_host = [tuple(some) for _, some in groupby(sorted(pages, key=_host), key=_host)]

    async def every() -> None:
        room = asyncio.Semaphore(AT_ONCE)
        guest = Guest(agent, policy)
        async with guest.client, asyncio.TaskGroup() as visits:
            for host in by_host:
                visits.create_task(visit(host, guest, room))

    async def visit(host: Sequence[PageToSee], guest: Guest, room: asyncio.Semaphore) -> None:
        async with room:
            for page in host:
                tell(await _looked(page, guest, names, today))

    asyncio.run(every())


def _host(page: PageToSee) -> str:
    return host_of(page.source.address)


async def _looked(page: PageToSee, guest: Guest, names: Mapping[str, Names], today: date) -> Looked:
    known = page.history if all(one.key in page.history.claims for one in page.claims) else PageHistory()
    answer = await guest.fetch(page.source.address, known.etag, known.modified)
    outcome, judged = _judged(page, answer, known, names)
    etag, modified = (known.etag, known.modified) if answer.unchanged else (answer.etag, answer.modified)
    said = {one.key: found for one, found in judged}
    history = replace(page.history.with_look(Look(today, outcome)), etag=etag, modified=modified, claims=said)
    archive = await _archive(page.source.address, guest) if history.is_gone_for_good else None
    return Looked(page.source, outcome, judged, history, archive)


def _judged(
    page: PageToSee, answer: Answer, known: PageHistory, names: Mapping[str, Names]
) -> tuple[Outcome, tuple[tuple[ClaimToFind, Judged], ...]]:
    """What a page that was fetched comes to, and each claim on it."""
    if answer.unchanged:
        return Outcome.SAME, tuple((one, known.claims[one.key]) for one in page.claims)
    outcome = answer.outcome or _moved(page.source.address, answer.address)
    read = outcome or page_of(answer.body, answer.charset, answer.is_html)
    if isinstance(read, Outcome):
        return read, tuple((one, Judged(read)) for one in page.claims)
    own = page.source.kind is SourceKind.OFFICIAL
    return Outcome.SAME, tuple((one, judge(read, one, names[one.subjects[0]], own_page=own)) for one in page.claims)


def _names_by_key(catalogue: Catalogue) -> Mapping[str, Names]:
    """The names among which each record must be the one meant: of methods for a method."""
    called, found = names_of(catalogue), dict[str, Names]()
    for group in (catalogue.platforms, catalogue.countries, catalogue.task_types, catalogue.methods):
        found |= dict.fromkeys(group, Names({key: called[key] for key in group}))
    return found


def _moved(asked: str, answered: str) -> Outcome | None:
    """Whether another page answered: another site, or the front page in place of one behind it."""
    one, other = urlsplit(asked), urlsplit(answered)
    is_elsewhere = host_of(asked) != host_of(answered)
    is_front = other.path in ("", "/") and not other.query and (one.path not in ("", "/") or one.query)
    return Outcome.MOVED if is_elsewhere or is_front else None


async def _archive(address: str, guest: Guest) -> str | None:
    """Where the web archive keeps a page that is gone; None where it does not, or does not say."""
    import json
    from urllib.parse import quote

    answer = await guest.fetch(f"{ARCHIVE}?url={quote(address, safe='')}")
    try:
        closest = json.loads(answer.body)["archived_snapshots"]["closest"]["url"]
    except (ValueError, KeyError, TypeError):
        return None
    found = str(closest)
    return found if found.startswith(("http://web.archive.org/web/", "https://web.archive.org/web/")) else None
