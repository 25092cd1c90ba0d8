"""Records of one's own that only add claims to a shipped one."""

from collections.abc import Iterable, Mapping
from typing import Any

from microjob_cli.catalog.facts import Claim

_LISTS = {"payouts": "method", "tasks": "task"}
_NOTED = ("as_of", "seen", "since", "until")


def amendment(platform: str, claims: Iterable[tuple[str, Claim[Any]]], before: Mapping[str, Any]) -> str:
    """The text of a record that adds these claims, each under the dotted name of its field, to a platform.

    `before` is what the record held; of the same claim the new one stays.
    """
    import yaml

    record: dict[str, Any] = {"amends": platform, **before}
    for field, claim in claims:
        first, *rest = field.split(".")
        held = record.setdefault(first, {} if rest and first not in _LISTS else [])
        if first in _LISTS:
            label, name = _LISTS[first], rest[0]
            entry = next((one for one in held if one[label] == name), None)
            if entry is None:
                held.append(entry := {label: name})
            held = entry
        if rest:
            held = held.setdefault(rest[-1], [])
        held[:] = [one for one in held if (one["value"], one["source"]) != (str(claim.value), claim.source)]
        noted = [name for name in _NOTED if getattr(claim, name)]
        told = ("value", "source", *noted, "confidence", "bound", "basis")
        held.append({name: str(getattr(claim, name)) for name in told})
    return str(yaml.safe_dump(record, allow_unicode=True, sort_keys=False))
