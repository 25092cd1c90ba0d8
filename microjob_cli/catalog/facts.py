"""Claims, and the one rule that makes a fact of them.

A claim is what one source says of one field. A fact is what the program makes of all claims of a field on one day: it
is computed and never stored. "Unknown" is a fact without a chosen claim.

The rule that picks (`Evidence.fact`): leave out what is dated after the day of the question, what had not yet begun
and what had ended; of the rest take the highest confidence, then the newest date (undated last), then the best kind of
source; among equals the one that the record lists first. Equal values agree with the chosen one, ended and superseded
ones are earlier, all others dispute it. Of values on which it is safe to reckon with the highest (those that have
`exceeds`: minimums), the highest of the picked one and of those that dispute it is chosen instead.
"""

# The modules of records do not postpone their annotations: msgspec, to decode a record, would compile each of them from
# its text again, in every call.

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Generic, TypeVar

from msgspec import Struct

from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.text import Text

T = TypeVar("T")


class SourceKind(StrEnum):
    """Who a source is, the best first."""

    OFFICIAL = "official"
    INDEPENDENT = "independent"
    NEWS = "news"
    BLOG = "blog"
    COPY = "copy"
    FORUM = "forum"


class Confidence(StrEnum):
    """How far a claim can be relied on, the best first."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Bound(StrEnum):
    """Whether the source gives the value itself or only a limit to it."""

    EXACT = "exact"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"


class Basis(StrEnum):
    """Whether the source says the value or it was concluded from what the source says."""

    STATED = "stated"
    INFERENCE = "inference"


class Source(Struct, frozen=True, omit_defaults=True):
    """A page that claims rest on. `date` is the page's own date; None means it shows none.

    `living`: it is kept up to date, as terms and help pages are. `original`: of a copy, where the first page stood;
    `archive`: of a page that is gone, where the web archive keeps it.
    """

    id: str
    title: str
    address: str
    kind: SourceKind
    date: PartialDate | None = None
    living: bool = False
    original: str | None = None
    archive: str | None = None
    note: Text | None = None

    @property
    def shown_address(self) -> str:
        """Where a reader is sent: of a copy, to the page that it copies."""
        return self.original or self.address


class Cited(Struct, frozen=True):
    """Whose word something is, and of which day."""

    source: str
    day: PartialDate | None = None


class Claim(Struct, Generic[T], frozen=True, omit_defaults=True):
    """What one source (an id) says of one field, and when that was so; `seen`: when its page last still said so."""

    value: T
    source: str
    confidence: Confidence
    as_of: PartialDate | None = None
    seen: PartialDate | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    bound: Bound = Bound.EXACT
    basis: Basis = Basis.STATED
    note: Text | None = None


class Fact(Struct, Generic[T], frozen=True):
    """What the claims of one field come to on one day. `chosen` is None when nobody says.

    `confirmed`: the newest date on which a source said so, of the chosen claim and those of the same value.
    """

    chosen: Claim[T] | None = None
    kind: SourceKind | None = None
    stale: bool = False
    confirmed: PartialDate | None = None
    agreeing: tuple[Claim[T], ...] = ()
    disputed: tuple[Claim[T], ...] = ()
    earlier: tuple[Claim[T], ...] = ()

    @property
    def known(self) -> bool:
        return self.chosen is not None

    @property
    def value(self) -> T | None:
        return self.chosen.value if self.chosen else None

    @property
    def as_of(self) -> PartialDate | None:
        return self.chosen.as_of if self.chosen else None

    @property
    def standing(self) -> tuple[Claim[T], ...]:
        """The chosen claim and those that agree with it."""
        return (self.chosen, *self.agreeing) if self.chosen else ()

    @property
    def rivals(self) -> tuple[T, ...]:
        """The values that dispute the chosen one, each once."""
        return tuple(dict.fromkeys(claim.value for claim in self.disputed))

    @property
    def claims(self) -> tuple[Claim[T], ...]:
        """All claims that count on that day, the chosen one first."""
        return (*self.standing, *self.disputed, *self.earlier)


_UNKNOWN: Fact[Any] = Fact()


class Evidence(Struct, frozen=True):
    """The sources, seen on one day: turns claims into facts."""

    sources: Mapping[str, Source]
    today: date

    def fact(self, claims: Sequence[Claim[T]], max_age: int | None = None) -> Fact[T]:
        """The fact of one field by the rule that picks. `max_age` is in days; None means it does not grow stale."""
        if not claims:
            return _UNKNOWN
        heard = self._heard(claims)
        picked = self._picked(heard)
        if picked is None:
            return Fact(earlier=tuple(heard))
        if len(heard) == 1:  # as with most fields
            return Fact(picked, self.kind(picked), self._stale(heard, max_age), self._newest(heard))
        rest = [claim for claim in heard if claim is not picked]
        earlier = [claim for claim in rest if self._ended(claim) or _superseded(claim, picked)]
        current = [claim for claim in heard if claim not in earlier]
        chosen = self._highest(picked, current) if hasattr(picked.value, "exceeds") else picked
        others = [claim for claim in current if claim is not chosen]
        agreeing = tuple(claim for claim in others if agree(claim, chosen))
        same = [claim for claim in (chosen, *agreeing) if claim.value == chosen.value]
        return Fact(
            chosen=chosen,
            kind=self.kind(chosen),
            stale=self._stale([chosen, *agreeing], max_age),
            confirmed=self._newest(same),
            agreeing=agreeing,
            disputed=tuple(claim for claim in others if claim not in agreeing),
            earlier=tuple(earlier),
        )

    def chosen(self, claims: Sequence[Claim[T]]) -> Claim[T] | None:
        """The claim that the rule picks, where nothing else of the fact is asked for."""
        return self._picked(self._heard(claims)) if claims else None

    def _picked(self, heard: Sequence[Claim[T]]) -> Claim[T] | None:
        current = [claim for claim in heard if not self._ended(claim)]
        if len(current) > 1:
            return min(current, key=self.rank)
        return current[0] if current else None

    def _highest(self, picked: Claim[T], current: Sequence[Claim[T]]) -> Claim[T]:
        """The highest of the picked claim and of those that dispute it; of equal values the best claim."""
        highest = picked
        for claim in sorted(current, key=self.rank):
            value: Any = claim.value
            if value.exceeds(highest.value) and not agree(claim, highest):
                highest = claim
        return highest

    def _heard(self, claims: Sequence[Claim[T]]) -> list[Claim[T]]:
        return [claim for claim in claims if self.heard(claim.as_of, claim.source) and self._begun(claim)]

    def kind(self, claim: Claim[Any]) -> SourceKind:
        return self.sources[claim.source].kind

    def rank(self, claim: Claim[Any]) -> tuple[int, int, int]:
        """The place of a claim among those of its field; the smallest is chosen."""
        newest = -claim.as_of.first.toordinal() if claim.as_of else 1
        return _CONFIDENCES.index(claim.confidence), newest, _WEIGHT_OF_KIND[self.kind(claim)]

    def _begun(self, claim: Claim[Any]) -> bool:
        return claim.since is None or claim.since.first <= self.today

    def _ended(self, claim: Claim[Any]) -> bool:
        return claim.until is not None and claim.until.last < self.today

    def heard(self, as_of: PartialDate | None, source: str) -> bool:
        """Whether what a source says could be known on that day; an undated statement counts from its page's date."""
        said = as_of or self.sources[source].date
        return said is None or said.first <= self.today

    def _stale(self, claims: Sequence[Claim[Any]], max_age: int | None) -> bool:
        dates = [day.last for claim in claims for day in self._dates(claim)] if max_age is not None else []
        return bool(dates) and self.today - max(dates) > timedelta(days=max_age or 0)

    def _newest(self, claims: Sequence[Claim[T]]) -> PartialDate | None:
        return max((day for claim in claims for day in self._dates(claim)), key=lambda day: day.first, default=None)

    def _dates(self, claim: Claim[Any]) -> Iterator[PartialDate]:
        """When it was so: what is looked up again and still there says something only on a page that is kept up."""
        if claim.as_of:
            yield claim.as_of
        if claim.seen and self.sources[claim.source].living and claim.seen.first <= self.today:
            yield claim.seen


_CONFIDENCES = tuple(Confidence)
_WEIGHT_OF_KIND = {
    SourceKind.OFFICIAL: 0,
    SourceKind.INDEPENDENT: 1,
    SourceKind.NEWS: 1,
    SourceKind.BLOG: 2,
    SourceKind.COPY: 2,
    SourceKind.FORUM: 3,
}


def agree(one: Claim[Any], other: Claim[Any]) -> bool:
    """Whether both can be true. A bound contradicts only values outside it; a year agrees with a day in it."""
    if one.value == other.value:
        return True
    span, other_span = _span(one), _span(other)
    if span is None or other_span is None or span[0] != other_span[0]:
        return False
    (_, low, high), (_, other_low, other_high) = span, other_span
    return not (_above(low, other_high) or _above(other_low, high))


def _span(claim: Claim[Any]) -> tuple[str, Any, Any] | None:
    """Unit, lowest and highest value the claim allows (None: no limit), or None when the value has no order."""
    span = getattr(claim.value, "span", None)
    if span is None:
        return None
    unit, low, high = span
    return (
        unit,
        None if claim.bound is Bound.AT_MOST else low,
        None if claim.bound is Bound.AT_LEAST else high,
    )


def _above(low: Any, high: Any) -> bool:
    return low is not None and high is not None and bool(low > high)


def _superseded(claim: Claim[Any], chosen: Claim[Any]) -> bool:
    """Whether the claim speaks of the time before the chosen value began to hold."""
    if chosen.since is None or claim.as_of is None or claim.value == chosen.value:
        return False
    return claim.as_of.last < chosen.since.first


class Statement(Struct, frozen=True, omit_defaults=True):
    """A sentence in both languages that one source stands for."""

    en: str
    bn: str
    source: str
    confidence: Confidence
    as_of: PartialDate | None = None
    basis: Basis = Basis.STATED

    @property
    def text(self) -> Text:
        return Text(self.en, self.bn)
