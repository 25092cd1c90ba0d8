"""The least that a buyer must offer for a task on one site, by the zone that the worker's country is in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from microjob_cli.catalog.facts import Claim
from microjob_cli.catalog.measures import Pay
from microjob_cli.catalog.text import Text


class Zone(StrEnum):
    """Which workers a task is open to."""

    INTERNATIONAL = "international"
    ASIA = "asia"
    WESTERN = "western"


class Floor(Struct, frozen=True):
    """One of the site's own categories. `task` is the task type it belongs to, None if it fits none."""

    name: Text
    least: Mapping[Zone, tuple[Claim[Pay], ...]]
    task: str | None = None


class PriceFloors(Struct, frozen=True):
    """The price floors of one site. `zone_of` tells in which zone a country is."""

    id: str
    platform: str
    floors: tuple[Floor, ...]
    zone_of: Mapping[str, tuple[Claim[Zone], ...]] = field(default_factory=dict)
