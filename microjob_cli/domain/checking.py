"""Whether an address or offer is what it says it is: the real site, a look-alike, a reported fraud, or unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from microjob_cli.domain.addresses import addresses, readable, written_out
from microjob_cli.domain.advice import Advice, Adviser, Verdict
from microjob_cli.domain.asking.heard import Heard
from microjob_cli.domain.catalogue import Catalogue, host
from microjob_cli.domain.confusable import skeleton
from microjob_cli.domain.danger_signs import DangerSign
from microjob_cli.domain.facts import Evidence
from microjob_cli.domain.names import fold
from microjob_cli.domain.platform import Lookalike, Platform
from microjob_cli.domain.platform_facts import platform_facts
from microjob_cli.domain.values import dataclass

Nearest = Callable[[str, Sequence[str]], str | None]

_SHORTEST = 5
# An address with all that belongs to it.
_LINK = re.compile(r"\S*(?:://|\w\.\w)\S*")


class Finding(StrEnum):
    """What an address or name turned out to be."""

    REAL = "real"
    REPORTED = "reported"
    LOOKALIKE = "lookalike"
    NEAR_MISS = "near-miss"
    NAMED = "named"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Looked:
    """One address or name in the text, with the site it is or resembles."""

    subject: str
    finding: Finding
    advice: Advice | None = None
    lookalike: Lookalike | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A danger sign in the text."""

    sign: DangerSign


class Checker:
    """Looks at addresses and names for one person on one day."""

    def __init__(
        self,
        catalogue: Catalogue,
        evidence: Evidence,
        adviser: Adviser,
        nearest: Nearest,
        is_word: Callable[[str], bool],
    ) -> None:
        self.catalogue, self.evidence = catalogue, evidence
        self.adviser, self.nearest, self.is_word = adviser, nearest, is_word

    def looked(self, text: str, passages: Sequence[Heard]) -> Iterator[Looked]:
        """Every address, then every site named without one; without any of them, a name that no record has."""
        found = addresses(text)
        named = dict.fromkeys(key for heard in passages for key in heard.platforms)
        spelt = {key: {fold(name) for heard in passages for name in heard.spelt(key)} for key in named}
        yield from (self._led_to(one, text, spelt) for one in found)
        beside = fold(_LINK.sub(" ", written_out(text)))
        yield from (self._named(key) for key in named if any(name in beside for name in spelt[key]))
        stranger = next((heard.stranger for heard in passages if heard.stranger), None)
        if stranger and not found and not named:
            yield Looked(stranger, Finding.UNKNOWN)

    def address(self, address: str) -> Looked:
        """What one address is."""
        for key, platform in self.catalogue.platforms.items():
            for lookalike in platform.lookalikes:
                if _same(address, lookalike.address):
                    return Looked(address, Finding.LOOKALIKE, self._advice(key), lookalike)
        for key, platform in self.catalogue.platforms.items():
            if any(_same(address, own) for own in _hosts(platform)):
                advice = self._advice(key)
                return Looked(address, Finding.REPORTED if advice.verdict is Verdict.AVOID else Finding.REAL, advice)
        near = self._resembled(address)
        return Looked(address, Finding.NEAR_MISS, self._advice(near)) if near else Looked(address, Finding.UNKNOWN)

    def _led_to(self, address: str, text: str, spelt: Mapping[str, Iterable[str]]) -> Looked:
        """What an address is; an unknown one whose link bears the name of a site passes for that site."""
        looked = self.address(address)
        links = [fold(link) for link in _LINK.findall(written_out(text))]
        borne = (key for key in spelt if any(name in link for name in spelt[key] for link in links))
        key = next(borne, None) if looked.finding is Finding.UNKNOWN else None
        return Looked(address, Finding.NEAR_MISS, self._advice(key)) if key else looked

    def _named(self, key: str) -> Looked:
        advice = self._advice(key)
        finding = Finding.REPORTED if advice.verdict is Verdict.AVOID else Finding.NAMED
        return Looked(self.catalogue.platforms[key].name, finding, advice)

    def _resembled(self, address: str) -> str | None:
        """The site whose name or address this one nearly is."""
        return next(filter(None, map(self._site_like, reversed(readable(address).split(".")[:-1]))), None)

    def _site_like(self, label: str) -> str | None:
        """The site that a part of an address passes for: `sproutgig`, `sproutgigs-login`, one with foreign letters."""
        known = self._labels
        whole, *parts = (skeleton(part) for part in (label, *label.split("-")))
        alike = next((known[part] for part in (whole, *parts) if part in known), None)
        if alike is not None or len(whole) < _SHORTEST or self._is_ordinary(label):
            return alike
        near = self.nearest(whole, list(known))
        return known[near] if near else None

    def _is_ordinary(self, label: str) -> bool:
        """Whether it is a usual word of the trade, which many addresses have: `freelancer`, `captcha`."""
        return self.is_word(label) or fold(label) in self.catalogue.known_names.tasks

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """What addresses of sites begin with, and their names, as they look, with the site."""
        found: dict[str, str] = {}
        for key, platform in self.catalogue.platforms.items():
            former = (one.name for one in platform.former_names)
            hosts = (one.split(".") for one in _hosts(platform))
            spelt = (*(parts[-2] for parts in hosts if len(parts) > 1), platform.name, *former, *platform.aliases.en)
            for name in spelt:
                if len(skeleton(name)) >= _SHORTEST:
                    found.setdefault(skeleton(name), key)
        return found

    def _advice(self, key: str) -> Advice:
        return self.adviser.advise(platform_facts(self.catalogue.platforms[key], self.evidence))


def _hosts(platform: Platform) -> list[str]:
    """The recorded host of a site, and those among its names."""
    named = [
        name for name in (platform.name, *platform.aliases.en) if re.fullmatch(r"[\w-]+(?:\.[a-z]{2,})+", name, re.I)
    ]
    return [host(one) for one in ([platform.website] if platform.website else []) + named]


def _same(address: str, other: str) -> bool:
    """The same host, or one below it."""
    own = host(other)
    return address == own or address.endswith(f".{own}")
