"""Larger catalogues out of the real one: every site again and again under other names, and the sources with them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_SOURCES = "sources.yaml"
# As many copies of the sources as a record file may hold; sites beyond that share them.
_SOURCE_COPIES = 4
# What in a record tells one site from another: ids and names, addresses, and what stands between them.
_FIELD = re.compile(r"^(id|name|website|successor): (.+)$", re.MULTILINE)
_CITED = re.compile(r"\bsource: ([\w.-]+)")
_HOST = re.compile(r"https?://(?:www\.)?")
_ALIASES = re.compile(r"^aliases:.*?\n(?=\S)", re.MULTILINE | re.DOTALL)
_FORMER = re.compile(r"^former_names:.*?\n(?=\S)", re.MULTILINE | re.DOTALL)


def grow(data: Path, target: Path, platforms: int) -> None:
    """Copies the records in `data` to `target` and adds copies of its platforms until there are so many."""
    shutil.copytree(data, target, ignore=shutil.ignore_patterns("*.snapshot"))
    originals = sorted((data / "platforms").glob("*.yaml"))
    sources = (data / _SOURCES).read_text(encoding="utf-8")
    number, count = len(originals), 0
    while number < platforms:
        count += 1
        for original in originals[: platforms - number]:
            text = copied(original.read_text(encoding="utf-8"), count)
            (target / "platforms" / f"{original.stem}-copy{count}.yaml").write_text(text, encoding="utf-8")
            number += 1
    added = (copied_sources(sources, copy) for copy in range(1, min(count, _SOURCE_COPIES) + 1))
    (target / _SOURCES).write_text("".join([sources.rstrip("\n") + "\n", *added]), encoding="utf-8")


def copied(text: str, count: int) -> str:
    """One platform's record under another id and name, without the aliases that would name the original."""
    text = _FORMER.sub("", _ALIASES.sub("aliases: {}\n", text))
    source = (count - 1) % _SOURCE_COPIES + 1
    return _CITED.sub(rf"source: \1-copy{source}", _FIELD.sub(lambda match: _renamed(match, count), text))


def _renamed(match: re.Match[str], count: int) -> str:
    key, value = match.groups()
    if key == "website":
        return f"website: {_HOST.sub(f'https://copy{count}.', value)}"
    quoted = value[-1] if value[-1] in "\"'" else ""
    return f"{key}: {value.removesuffix(quoted)}{'-' if key == 'id' else ' '}copy{count}{quoted}"


def copied_sources(text: str, count: int) -> str:
    """Every source under another id and address."""
    entries = re.sub(r"^([\w.-]+):", rf"\1-copy{count}:", text, flags=re.MULTILINE)
    addresses = re.sub(r"(address: [\"']?https?://)", rf"\1copy{count}.", entries)
    return "".join(line for line in addresses.splitlines(keepends=True) if not line.startswith("#"))
