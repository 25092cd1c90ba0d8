"""The least that a buyer must offer for a task on one site, by the zone that the worker's country is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from microjob_cli.domain.facts import Claim
from microjob_cli.domain.measures import Pay
from microjob_cli.domain.text import Text
from microjob_cli.domain.values import dataclass


class Zone(StrEnum):
    """Which workers a task is open to."""

    INTERNATIONAL = "international"
    ASIA = "asia"
    WESTERN = "western"


@dataclass(frozen=True, slots=True)
class Floor:
    """One of the site's own categories. `task` is the task type it belongs to, None if it fits none."""

    name: Text
    least: Mapping[Zone, tuple[Claim[Pay], ...]]
    task: str | None = None


@dataclass(frozen=True, slots=True)
class PriceFloors:
    """The price floors of one site. `zone_of` tells in which zone a country is."""

    id: str
    platform: str
    floors: tuple[Floor, ...]
    zone_of: Mapping[str, tuple[Claim[Zone], ...]] = field(default_factory=dict)
