"""How well `check` tells frauds and copied addresses: `python -m tools.offer_report FILE... [--folds N]`

A file holds `offers` (id, language, label scam or legit, kind, text, right_signs) or `addresses` (id, address, label,
want: known, warn or unknown). Prints by language and by kind how many are told rightly, then every other one; with
`--folds` by weights that are learnt without the texts judged (the rules stay as they are).
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from microjob_cli.addresses.lookalikes import AddressKind
from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.offers import OfferExample, OfferWeights, Shown
from microjob_cli.commands import check
from microjob_cli.scams.checking import LIKE_A_SITE, Looked
from microjob_cli.settings import Settings
from microjob_cli.storage.loading import read_folder
from tools import learn_offers
from tools.leanings import DATA, records_of
from tools.reporting import Entry, Learner, report

_KNOWN = frozenset({AddressKind.REAL, AddressKind.FORMER})
_WARNED = LIKE_A_SITE | {AddressKind.REPORTED}
_ALARMS = frozenset({AddressKind.REPORTED, AddressKind.LOOKALIKE, AddressKind.NEAR_MISS})
# What counts beside a right answer where it is wanted of a fraud or a copy: a warning is never wrong there.
_BAD = ("scam", "lookalike")


@dataclass(frozen=True, slots=True)
class Outcome:
    """An entry of a file, what was told of it, and whether that is right."""

    entry: Entry
    told: tuple[str, ...]
    right: bool

    @property
    def group(self) -> str:
        """What it is and in which language: frauds and honest texts are counted apart."""
        return " ".join(str(self.entry[key]) for key in ("label", "language") if key in self.entry)


def main(arguments: Sequence[str]) -> int:
    """Prints the report."""
    return report(arguments, __doc__, judged, lines, learner)


def judged(entry: Entry, settings: Settings) -> Outcome:
    """What became of an entry of a file."""
    return _address(entry, settings) if "address" in entry else _offer(entry, settings)


def learner(catalogue: Catalogue) -> Learner:
    """Learns the weights anew from the examples, without some texts."""
    texts = [loaded.record for loaded in read_folder(DATA).of(OfferExample).values()]
    known = dict(zip(map(_plain, texts), learn_offers.read(texts, catalogue), strict=True))

    def without(judged: Collection[str]) -> Catalogue:
        left_out = {" ".join(text.split()) for text in judged}
        weights = learn_offers.learnt([one for text, one in known.items() if text not in left_out])
        return replace(catalogue, offer_leanings=records_of(*weights, "", OfferWeights))

    return without


def _plain(example: OfferExample) -> str:
    return " ".join(example.text.split())


def _offer(entry: Entry, settings: Settings) -> Outcome:
    """A fraud is to show one of its right signs, an honest text no sign and no copied address."""
    items = check.run(settings, [entry["text"]]).items
    signs = [one.sign.id for one in items if isinstance(one, Shown) and not one.sign.is_doubt]
    alarms = [one.finding for one in items if isinstance(one, Looked) and one.finding in _ALARMS]
    if entry["label"] == "scam":
        return Outcome(entry, tuple(signs), not set(entry["right_signs"]).isdisjoint(signs))
    return Outcome(entry, (*signs, *alarms), not signs and not alarms)


def _address(entry: Entry, settings: Settings) -> Outcome:
    items = check.run(settings, [entry["address"]]).items
    found = {one.finding for one in items if isinstance(one, Looked)}
    is_shown = any(isinstance(one, Shown) for one in items)
    told = "warn" if found & _WARNED or is_shown else "known" if found & _KNOWN else "unknown"
    right = told == entry["want"] or (told == "warn" and entry["want"] == "unknown" and entry["label"] in _BAD)
    return Outcome(entry, (told, *found), right)


def share(outcomes: Iterable[Outcome], label: str) -> float:
    """How many of those with that label are told rightly; all where there is none."""
    right = [one.right for one in outcomes if one.entry["label"] == label]
    return sum(right) / len(right) if right else 1.0


def lines(outcomes: Sequence[Outcome]) -> list[str]:
    """The report in lines: by language, by kind, then what went otherwise."""
    groups = [(one.group, one) for one in outcomes]
    kinds = [(f"{one.entry['label']}: {one.entry['kind']}", one) for one in outcomes if "kind" in one.entry]
    wrong = [one for one in outcomes if not one.right]
    return [*_counted(groups), *_counted(kinds), *map(_told, wrong)]


def _counted(named: Sequence[tuple[str, Outcome]]) -> list[str]:
    """A line for each name: how many of it are right."""
    return [_count(name, [one for other, one in named if other == name]) for name in dict(named)]


def _told(one: Outcome) -> str:
    text = one.entry.get("text") or one.entry.get("address")
    return f"{one.entry['id']}: {text}\n    told {', '.join(one.told) or 'nothing'}"


def _count(name: str, outcomes: Sequence[Outcome]) -> str:
    return f"{name:40}{f'{sum(one.right for one in outcomes)}/{len(outcomes)}':>8}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
