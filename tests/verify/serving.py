"""A server of made-up pages on this machine."""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from msgspec import Struct, field

LONG = "<p>" + "A site pays its workers for small jobs, and this page tells how it does that. " * 3 + "</p>"


class Sent(Struct):
    """What the server sends for a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    slowly: float = 0.0  # seconds between bytes
    packed: bool = False


def html(text: str, title: str = "Payments", **more: object) -> Sent:
    """A page of enough text."""
    whole = f"<html><head><title>{title}</title></head><body>{text}{LONG}</body></html>"
    return Sent(whole.encode(), headers={"Content-Type": "text/html; charset=utf-8"}, **more)  # type: ignore[arg-type]


class Site:
    """Pages by their path; an answer may hang on how often it was asked for. Remembers who was asked when."""

    def __init__(self) -> None:
        self.pages: dict[str, Sent | Callable[[int], Sent]] = {}
        self.asked: Counter[str] = Counter()
        self.statuses: list[int] = []
        self.times: list[float] = []
        self.busy = self.most_busy = 0
        self.address = ""

    def sent(self, path: str, etag: str | None) -> Sent:
        self.asked[path] += 1
        self.times.append(time.monotonic())
        page = self.pages.get(path, Sent(b"nothing here", 404, {"Content-Type": "text/plain"}))
        sent = page(self.asked[path]) if callable(page) else page
        if etag and sent.headers.get("ETag") == etag:
            return Sent(status=304, headers={"ETag": etag})
        return sent


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a port of this machine, as long as it is needed."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.busy += 1
            site.most_busy = max(site.most_busy, site.busy)
            try:
                self._answer(site.sent(self.path, self.headers.get("If-None-Match")))
            except (BrokenPipeError, ConnectionResetError):
                pass
            finally:
                site.busy -= 1

        def _answer(self, sent: Sent) -> None:
            site.statuses.append(sent.status)
            self.send_response(sent.status)
            for name, value in sent.headers.items():
                self.send_header(name, value)
            if sent.packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            if sent.slowly:
                for byte in sent.body:
                    self.wfile.write(bytes([byte]))
                    time.sleep(sent.slowly)
            else:
                self.wfile.write(gzip.compress(sent.body, 9) if sent.packed else sent.body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("0.0.0.0", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
