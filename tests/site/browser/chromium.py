"""How the tests of the site start Chromium, open pages in it and serve them."""

from __future__ import annotations

import shutil
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

LAUNCHED = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """Where the system has it."""
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


class Opened:
    """One tab: `page` is Playwright's, `complaints` what the console and scripts said of errors."""

    def __init__(self, page: Any, root: str) -> None:
        self.page, self.root = page, root.rstrip("/")
        self.complaints: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._failed)

    def open(self, path: str) -> Any:
        """Goes to a page of the site, by its path from the folder of all languages."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.root}/{path}")
        return self.page

    def _failed(self, request: Any) -> None:
        """The picture in the tab is no part of a page: Chromium asks for it past the service worker."""
        if not request.url.endswith("/icon.svg"):
            self.complaints.append(f"not loaded: {request.url}")

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{self.page.url}: {message.text}")


class _Handler(SimpleHTTPRequestHandler):
    """Keeps what is asked for, and writes nothing."""

    def __init__(self, *given: Any, asked: list[str], directory: str) -> None:
        self.asked = asked
        super().__init__(*given, directory=directory)

    def log_message(self, *_: Any) -> None:
        self.asked.append(self.path)


class Server:
    """A folder behind an address of this machine; `asked` are the paths that were fetched."""

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        handler = partial(_Handler, asked=self.asked, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def __exit__(self, _kind: type | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        self.stop()
