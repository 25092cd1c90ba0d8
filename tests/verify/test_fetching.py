"""How pages are fetched: what comes of a page that cannot be read, and the manners of a guest."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import pytest
from msgspec.structs import replace

from microjob_cli.verify.fetching import Answer, Guest, Policy
from microjob_cli.verify.looks import Outcome
from microjob_cli.verify.pages import page_of
from tests.verify.serving import LONG, Sent, Site, html, serving

BLOCKED, GONE, PARKED, UNREADABLE = Outcome.BLOCKED, Outcome.GONE, Outcome.PARKED, Outcome.UNREADABLE
QUICK = Policy(pause=0.0, deadline=2.0, patience=1.0, private=("127.0.0.1",))
AS_HTML = {"Content-Type": "text/html"}
TAKA = f"<body><p>বিকাশে সর্বনিম্ন ৫০০ টাকা</p>{LONG}</body>"


def to(address: str) -> Sent:
    return Sent(status=302, headers={"Location": address})


def fetched(site: Site, *paths: str, policy: Policy = QUICK) -> list[Answer]:
    """What comes of the pages, asked for all at once."""

    async def fetch() -> list[Answer]:
        guest = Guest("tester (nobody@example.com)", policy)
        async with guest.client:
            return await asyncio.gather(*(guest.fetch(site.address + path) for path in paths))

    return asyncio.run(fetch())


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        (Sent(status=404), GONE),
        (Sent(status=410), GONE),
        (html("", title="404 page not found"), GONE),
        (html("<h1>Sorry, page not found</h1>"), GONE),
        (html("<h1>This domain is for sale</h1>"), PARKED),
        (Sent(b"<html><body><div id=root></div><script>x()</script></body></html>", headers=AS_HTML), UNREADABLE),
        (Sent(status=401), BLOCKED),
        (Sent(status=403), BLOCKED),
        (Sent(status=429), BLOCKED),
        (Sent(status=500), UNREADABLE),
        (Sent(b"x" * 500, headers=AS_HTML, slowly=0.02), UNREADABLE),
        (html("x" * 30_000_000, packed=True), UNREADABLE),
        (to("/page"), UNREADABLE),
        (to("ftp://example.com/x"), UNREADABLE),
        (to("http://me:secret@127.0.0.1/"), UNREADABLE),
        (to("http://10.1.2.3/"), UNREADABLE),
        (to("http://[::1]/"), UNREADABLE),
        (to("http://169.254.169.254/latest/meta-data"), UNREADABLE),
        (Sent(b"%PDF", headers={"Content-Type": "application/pdf"}), UNREADABLE),
        (Sent(bytes(2000), headers=AS_HTML), UNREADABLE),
        (Sent(TAKA.encode(), headers={"Content-Type": "text/html; charset=iso-8859-1"}), None),
        (Sent(TAKA.encode(), headers={"Content-Type": "text/html; charset=no-such"}), None),
        (Sent(TAKA.encode("utf-16"), headers={"Content-Type": "text/html; charset=utf-16"}), None),
        (html("<p>Minimum</p>", packed=True), None),
    ],
)
def test_what_comes_of_a_page(page: Sent, outcome: Outcome | None) -> None:
    with serving() as site:
        site.pages["/page"] = page
        (sent,) = fetched(site, "/page", policy=replace(QUICK, deadline=1.0))
    read = sent.outcome or page_of(sent.body, sent.charset, sent.is_html)
    assert (read if isinstance(read, Outcome) else None) == outcome


def test_no_page_that_is_not_public_is_connected_to() -> None:
    with serving() as site:
        site.pages["/page"] = html("")
        (sent,) = fetched(site, "/page", policy=replace(QUICK, private=()))
        assert (sent.outcome, site.statuses) == (UNREADABLE, [])


def test_what_robots_forbid_is_left_alone() -> None:
    with serving() as site:
        site.pages |= {
            "/robots.txt": Sent(b"User-agent: *\nDisallow: /private\n"),
            "/private": html(""),
            "/open": html(""),
            "/round": to("/private"),
        }
        outcomes = [one.outcome for one in fetched(site, "/private", "/open", "/round")]
        assert (outcomes, site.asked["/private"]) == ([BLOCKED, None, BLOCKED], 0)


def test_robots_that_cannot_be_read_forbid_everything() -> None:
    with serving() as site:
        site.pages |= {"/robots.txt": Sent(status=500), "/page": html("")}
        assert [one.outcome for one in fetched(site, "/page")] == [BLOCKED]


def test_a_host_gets_one_request_at_a_time() -> None:
    with serving() as site:
        paths = [f"/{number}" for number in range(8)]
        site.pages |= {path: html("", slowly=0.0005) for path in paths}
        assert all(one.outcome is None for one in fetched(site, *paths, policy=replace(QUICK, deadline=5.0)))
        assert site.most_busy == 1


def test_between_two_requests_to_a_host_there_is_a_pause() -> None:
    with serving() as site:
        site.pages |= {"/a": html(""), "/b": html("")}
        fetched(site, "/a", "/b", policy=replace(QUICK, pause=0.2))
        first, *_, last = site.times
        assert last - first >= 0.4  # robots.txt and two pages


def test_a_host_that_asks_to_wait_is_waited_for_once() -> None:
    busy = Sent(status=429, headers={"Retry-After": "0.1"})
    with serving() as site:
        site.pages |= {"/soon": lambda time: busy if time == 1 else html(""), "/never": busy}
        assert [one.outcome for one in fetched(site, "/soon")] == [None]
        assert [one.outcome for one in fetched(site, "/never")] == [BLOCKED]
        assert site.asked["/never"] == 2


def test_a_host_that_asks_for_too_long_is_not_asked_again() -> None:
    with serving() as site:
        site.pages |= {"/a": Sent(status=429, headers={"Retry-After": "3600"}), "/b": html("")}
        assert {one.outcome for one in fetched(site, "/a", "/b")} == {BLOCKED}
        assert site.asked["/b"] == 0


_BOMB = """
import asyncio, re, sys
from pathlib import Path
from microjob_cli.verify.fetching import Guest, Policy

async def fetch():
    guest = Guest("tester (nobody@example.com)", Policy(pause=0.0, private=("127.0.0.1",)))
    async with guest.client:
        return await guest.fetch(sys.argv[1] + "/bomb")

answer = asyncio.run(fetch())
# Its own peak: that of the resource module counts the process that started it too.
print(answer.outcome, re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from /proc")
def test_a_packed_bomb_takes_no_memory() -> None:
    with serving() as site:
        site.pages["/bomb"] = Sent(bytes(300_000_000), headers=AS_HTML, packed=True)
        told = subprocess.run(
            [sys.executable, "-c", _BOMB, site.address], capture_output=True, text=True, check=True, timeout=60
        )
    outcome, kilobytes = told.stdout.split()
    assert (outcome, int(kilobytes) < 150_000) == ("unreadable", True)
