"""What lets a site be kept and installed: the service worker, named by all its files, and the manifest."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

# So much of a hash tells files apart.
_ENOUGH = 16


def service_worker(files: Mapping[str, bytes], body: str) -> bytes:
    """The script with its version and the mark of each file written above it."""
    marks = {path: _mark(content) for path, content in sorted(files.items())}
    version = _mark(json.dumps(marks).encode() + body.encode())
    return f'const VERSION = "{version}";\nconst FILES = {json.dumps(marks, indent=0)};\n{body}'.encode()


def manifest(name: str, language: str) -> bytes:
    """What a phone needs to put the site beside its apps."""
    icons = [
        {"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        *({"src": f"assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)),
    ]
    told = {
        "name": name,
        "short_name": "microjob",
        "lang": language,
        "start_url": "index.html",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#0b6e4f",
        "icons": icons,
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _mark(content: bytes) -> str:
    return sha256(content).hexdigest()[:_ENOUGH]
