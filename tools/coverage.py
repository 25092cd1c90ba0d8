"""Counts, for files of gathered facts, how many facts that have an address a reader can open are claims in `data/`.

    python -m tools.coverage FACTS.yaml [FACTS.yaml ...]

A fact is any mapping with an address under `source_url`, `source` or `url`. It counts as carried when the record of
its platform (or, where the file is not about platforms, any record) cites that address. What was left out is named,
with the reason given in `tools/left_out.yaml`; without a reason it is marked as missing, and the exit code is then 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_ROOT = Path(__file__).resolve().parent.parent
_ADDRESS_KEYS = ("source_url", "source", "url")
_RENAMED = {"unnamed_bangladeshi_site": "unnamed-bd-2020"}


@dataclass(frozen=True)
class Gathered:
    """One gathered fact: the platform it is about (None: any), its address, and where in its file it stands."""

    platform: str | None
    address: str
    where: str


def gathered(data: Any, where: str = "", platform: str | None = None) -> Iterator[Gathered]:
    """Every fact with an address in a file of gathered facts."""
    if isinstance(data, dict):
        name = data.get("id") or data.get("key")
        here = where
        if isinstance(name, str) and ("platforms" in where or "also_checked" in where) and platform is None:
            platform = _RENAMED.get(name, name)
        if isinstance(name, str):
            here = f"{where}.{name}"
        address = next((data[key] for key in _ADDRESS_KEYS if _is_address(data.get(key))), None)
        if address and not _is_home_of_platform(data):
            yield Gathered(platform, address, here)
        for key, value in data.items():
            yield from gathered(value, f"{here}.{key}" if here else str(key), platform)
    elif isinstance(data, list):
        for value in data:
            yield from gathered(value, where, platform)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("http://", "https://"))


def _is_home_of_platform(data: dict[str, Any]) -> bool:
    """A platform's own address is an identifier, not a source."""
    return "url" in data and ("aliases" in data or "why_thin" in data or "canonical_name" in data)


def cited(folder: Path) -> tuple[dict[str, set[str]], set[str]]:
    """Addresses cited per platform, and by any record."""
    sources = {key: entry["address"] for key, entry in _load(folder / "sources.yaml").items()}
    per_platform: dict[str, set[str]] = {}
    everywhere: set[str] = set()
    for path in folder.rglob("*.yaml"):
        if path.name == "sources.yaml":
            continue
        addresses = {sources[key] for key in _sources_in(_load(path)) if key in sources}
        everywhere |= addresses
        if path.parent.name == "platforms":
            per_platform[path.stem] = addresses
    return per_platform, everywhere


def _sources_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("source"), str):
            yield data["source"]
        for value in data.values():
            yield from _sources_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from _sources_in(value)


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def main(paths: list[str]) -> int:
    """Prints the counts of each file; 1 when a fact is missing without a reason."""
    per_platform, everywhere = cited(_ROOT / "data")
    reasons: dict[str, str] = _load(Path(__file__).with_name("left_out.yaml")) or {}
    missing = 0
    for path in paths:
        facts = list(gathered(_load(Path(path))))
        left = [
            fact
            for fact in facts
            if fact.address not in (per_platform.get(fact.platform, set()) if fact.platform else everywhere)
        ]
        print(f"{path}: {len(facts)} facts with an address, {len(facts) - len(left)} carried, {len(left)} left out")
        for fact in left:
            key = f"{fact.platform} {fact.address}" if fact.platform else fact.address
            reason = reasons.get(key) or reasons.get(fact.address)
            missing += reason is None
            print(f"  {fact.where}: {fact.address}\n    {reason or 'MISSING: no reason given'}")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
