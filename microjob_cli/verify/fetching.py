"""Fetches pages as a good guest: what robots.txt forbids is left alone, one request at a time per host with a pause.

No address that is not public is connected to. The name of a host is resolved once, what it resolves to is checked, and
the connection goes to that very address, so that no second answer of a name server can lead elsewhere.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import zlib
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any

from msgspec import Struct

from microjob_cli.verify.looks import Outcome


class Policy(Struct, frozen=True):
    """How a guest behaves. An argument in code, never an option: nobody may loosen it from outside.

    Seconds: `pause` between requests to one host, `deadline` for one request with its redirects, `patience` for what a
    host asks to wait. `private`: the only addresses to connect to that are not public.
    """

    pause: float = 2.0
    deadline: float = 30.0
    patience: float = 60.0
    most_bytes: int = 2_000_000
    most_redirects: int = 5
    private: tuple[str, ...] = ()


class Answer(Struct, frozen=True):
    """What a server sent for an address, or why there is nothing: then `outcome` is set. `unchanged`: as last time."""

    outcome: Outcome | None = None
    address: str = ""
    body: bytes = b""
    charset: str | None = None
    is_html: bool = True
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class _Refused(Exception):
    """There is nothing to read; carries the outcome."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class _Private(_Refused):
    """A host is at no public address."""


class _Later(Exception):
    """A host asks to wait for so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


_NOTHING = "User-agent: *\nDisallow: /"
_REDIRECTS = (301, 302, 303, 307, 308)
_BLOCKED = (401, 402, 403, 406, 407, 429, 451, 503)
_GONE = (404, 410)
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json")


class Guest:
    """Fetches pages for one run, under one name. Its `client` is to be closed."""

    def __init__(self, agent: str, policy: Policy) -> None:
        import httpx

        self.agent = agent
        self.policy = policy
        # Proxies of the environment would resolve names themselves. A connection is not kept: the next host may have
        # the same address, and must show its own certificate.
        self.client = httpx.AsyncClient(
            headers={"User-Agent": agent, "Accept-Encoding": "gzip"},
            timeout=policy.deadline,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),
        )
        self.turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.free_at: dict[str, float] = {}
        self.shut: set[str] = set()  # hosts that want to be left alone for longer than one waits
        self.robots: dict[str, Any] = {}

    async def fetch(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The page at an address, in what is known of it unless it has changed. Never raises for what a server does."""
        import httpx

        asking = {"If-None-Match": etag, "If-Modified-Since": modified}
        try:
            return await self._followed(address, {key: value for key, value in asking.items() if value})
        except _Refused as refused:
            return Answer(refused.outcome)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError, ValueError, zlib.error):
            return Answer(Outcome.UNREADABLE)

    async def _followed(self, address: str, asking: Mapping[str, str]) -> Answer:
        for _ in range(self.policy.most_redirects + 1):
            if not await self._may_read(address):
                raise _Refused(Outcome.BLOCKED)
            answer = await self._asked(address, asking)
            if isinstance(answer, Answer):
                return answer
            address = answer
        raise _Refused(Outcome.UNREADABLE)

    async def _may_read(self, address: str) -> bool:
        """Whether robots.txt lets this guest read it. Where there is none all may be read, where it fails nothing."""
        url = _url(address)
        site = f"{url.scheme}://{url.netloc.decode()}"
        if site not in self.robots:
            self.robots[site] = await self._rules(f"{site}/robots.txt")
        return bool(self.robots[site].can_fetch(address, self.agent))

    async def _rules(self, address: str) -> Any:
        from protego import Protego

        try:
            answer = await self._asked(address, {})
        except _Private:
            raise
        except _Refused as refused:
            return Protego.parse("" if refused.outcome is not Outcome.UNREADABLE else _NOTHING)
        return Protego.parse(answer.body.decode("utf-8", "replace") if isinstance(answer, Answer) else "")

    async def _asked(self, address: str, asking: Mapping[str, str]) -> Answer | str:
        """One request, in the host's turn: the answer, or the address that it leads to. One that asks to wait is asked
        once more."""
        host = _url(address).host
        async with self.turns[host]:
            for _ in range(2):
                if host in self.shut:
                    raise _Refused(Outcome.BLOCKED)
                await asyncio.sleep(max(0.0, self.free_at.get(host, 0.0) - _now()))
                wait = self.policy.pause
                try:
                    async with asyncio.timeout(self.policy.deadline):
                        return await self._once(address, asking)
                except _Later as later:
                    wait = later.seconds
                finally:
                    self.free_at[host] = _now() + wait
                if wait > self.policy.patience:
                    break
            self.shut.add(host)
            raise _Refused(Outcome.BLOCKED)

    async def _once(self, address: str, asking: Mapping[str, str]) -> Answer | str:
        """The answer to one request. Raises _Later, _Refused."""
        url = _url(address)
        numeric = await self._resolved(url.host, url.port or (443 if url.scheme == "https" else 80))
        request = self.client.build_request(
            "GET", url.copy_with(host=numeric), headers={"Host": url.netloc.decode(), **asking},
            extensions={"sni_hostname": url.host, "timeout": self.client.timeout.as_dict()},
        )  # fmt: skip
        response = await self.client.send(request, stream=True)
        try:
            if response.status_code in (429, 503) and "retry-after" in response.headers:
                raise _Later(_seconds(response.headers["retry-after"]))
            return await self._read(address, response)
        finally:
            await response.aclose()

    async def _resolved(self, host: str, port: int) -> str:
        """The address of a host to connect to. All that it resolves to must be public."""
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = [ipaddress.ip_address(one[4][0]) for one in found]
        if not all(self._is_open(one) for one in addresses):
            raise _Private(Outcome.UNREADABLE)
        return str(addresses[0])

    def _is_open(self, address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
        return (address.is_global and not address.is_multicast) or str(address) in self.policy.private

    async def _read(self, address: str, response: Any) -> Answer | str:
        status, headers = response.status_code, response.headers
        if status == 304:
            return Answer(address=address, unchanged=True)
        if status in _REDIRECTS and "location" in headers:
            return str(_url(address).join(headers["location"]))
        if status != 200:
            outcome = Outcome.BLOCKED if status in _BLOCKED else Outcome.UNREADABLE
            raise _Refused(Outcome.GONE if status in _GONE else outcome)
        kind = headers.get("content-type", "text/html").partition(";")[0].strip().casefold()
        if kind not in _TEXTS:
            raise _Refused(Outcome.UNREADABLE)
        body = b"".join([part async for part in _unpacked(response, self.policy.most_bytes)])
        known = (headers.get("etag"), headers.get("last-modified"))
        return Answer(None, address, body, response.charset_encoding, "html" in kind, *known)


async def _unpacked(response: Any, most: int) -> AsyncIterator[bytes]:
    """What was sent, unpacked by ourselves so that no packed bomb grows beyond what is read. Raises _Refused."""
    packing = response.headers.get("content-encoding", "identity").casefold()
    if packing not in ("identity", "gzip"):
        raise _Refused(Outcome.UNREADABLE)
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if packing == "gzip" else None
    room = most
    async for part in response.aiter_raw():
        told = unpack.decompress(part, room + 1) if unpack else part
        room -= len(told)
        if room < 0:
            raise _Refused(Outcome.UNREADABLE)
        yield told


def _url(address: str) -> Any:
    """The parts of an address. Raises _Refused for one that is not for the web."""
    import httpx

    url = httpx.URL(address)
    if url.scheme not in ("http", "https") or not url.host or url.userinfo:
        raise _Refused(Outcome.UNREADABLE)
    return url


def _seconds(retry_after: str) -> float:
    """What `Retry-After` asks for: seconds, or a date."""
    with suppress(ValueError):
        return max(0.0, float(retry_after))
    with suppress(ValueError, TypeError):
        from datetime import UTC, datetime

        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    return 0.0


def _now() -> float:
    return asyncio.get_running_loop().time()
