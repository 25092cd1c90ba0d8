"""What every view needs to put an answer into words: the language, the names in the catalogue, the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct
from msgspec.structs import replace

from microjob_cli.catalog.catalogue import Catalogue
from microjob_cli.catalog.dates import PartialDate
from microjob_cli.catalog.facts import Bound, Cited, Claim, Evidence, Fact, Statement
from microjob_cli.catalog.money import Money
from microjob_cli.catalog.names import CountryCode, MethodId, PlatformId
from microjob_cli.catalog.payout import Standing
from microjob_cli.catalog.platform import PayToJoin, Platform
from microjob_cli.catalog.text import Text
from microjob_cli.i18n import Language
from microjob_cli.render.document import (
    Kind,
    Line,
    Lines,
    Span,
    Table,
    Target,
    Tone,
    addressed,
    followed,
    line,
    parted,
    text_of,
)
from microjob_cli.render.page_wording import PAGE_WORDING
from microjob_cli.render.sentences import FIELDS, SENTENCES, WORDS

if TYPE_CHECKING:
    from microjob_cli.catalog.earning_records import Study

# Where a table has no room for what other sources say.
_DISPUTED = " ?"
_WHOLE = 100


class Coded(Protocol):
    """A reason, a remark or a notice: a code and the values of its sentence."""

    @property
    def code(self) -> str: ...

    @property
    def details(self) -> Mapping[str, Any]: ...


class Formatter(Struct, frozen=True):
    """Puts domain values into words."""

    language: Language
    catalogue: Catalogue
    evidence: Evidence
    country: str
    folded: bool = False  # whether only what fits on a screen is shown: a terminal, nothing else
    on_page: bool = False  # whether the reader has a page and no program

    def say(self, sentence: str, **values: object) -> str:
        """A sentence of our own in the user's language; a value that it does not name is left out."""
        named = {key: self.named(value) for key, value in values.items()}
        return self.language.say(PAGE_WORDING.get(sentence, sentence) if self.on_page else sentence, **named)

    def sentence(self, code: str, **details: object) -> str:
        return self.say(SENTENCES[code], **details)

    def coded(self, one: Coded) -> str:
        return self.sentence(one.code, **one.details)

    def named(self, value: object) -> object:
        """Ids as the names people know, values of closed lists in words; all else is the language's own matter."""
        match value:
            case MethodId():
                return self.method(value)
            case PlatformId():
                return self.platform(value)
            case CountryCode():
                return self.country_name(value)
            case Cited():
                return f"{self.publisher(value.source)}, {self.age(value.day)}"
            case StrEnum():
                return self.word(value)
            case frozenset():
                return self.words(sorted(value))
            case (MethodId(), *_):  # methods of which any will do
                return self.language.listed([self.method(str(one)) for one in value], self.say("or"))
        return value

    def in_full(self, asked: object) -> Formatter:
        """The same with all that there is, where that is asked for."""
        return replace(self, folded=False) if asked else self

    def text(self, text: Text) -> str:
        """A record's own words."""
        return self.language.text(text)

    @property
    def here(self) -> str:
        """The country of whoever asks."""
        return self.country_name(self.country)

    def method(self, key: str) -> str:
        method = self.catalogue.methods.get(key)
        return self.language.text(method.name) if method else key

    def country_name(self, code: str) -> str:
        country = self.catalogue.countries.get(code)
        return self.language.text(country.name) if country else code

    def task(self, key: str) -> str:
        task = self.catalogue.task_types.get(key)
        return self.language.text(task.name) if task else key

    def platform(self, key: str) -> str:
        platform = self.catalogue.platforms.get(key)
        return self.site(platform) if platform else key

    def site(self, platform: Platform) -> str:
        """A site by its name, which is the same in every language; one that has none as each language calls it."""
        bengali = next(iter(platform.aliases.bn), "")
        return self.language.text(Text(platform.name, bengali)) if platform.unnamed and bengali else platform.name

    def topic(self, key: str) -> str:
        """What a topic is called."""
        from microjob_cli.advice.learning import INCOME

        if key == INCOME:
            return self.say("What a month brings: the article's promises beside the evidence")
        guide = self.catalogue.guides.get(key)
        return self.language.text(guide.title) if guide else key

    def site_span(self, platform: Platform, tone: Tone = Tone.STRONG) -> Span:
        return Span(self.site(platform), tone, Target(Kind.SITE, platform.id))

    def method_span(self, key: str, tone: Tone = Tone.PLAIN) -> Span:
        return Span(self.method(key), tone, Target(Kind.METHOD, key))

    def task_span(self, key: str, tone: Tone = Tone.PLAIN) -> Span:
        return Span(self.task(key), tone, Target(Kind.TASK, key))

    def outside(self, target: Target) -> str | None:
        """Where sources, addresses and sites lead; nobody is sent to a site that is said to defraud or not to pay."""
        from microjob_cli.catalog.platform_facts import PlatformFacts

        match target.kind:
            case Kind.SOURCE:
                source = self.catalogue.sources.get(target.key)
                return followed(source.shown_address) if source else None
            case Kind.SITE:
                site = self.catalogue.platforms.get(target.key)
                return followed(site.website) if site and PlatformFacts(site, self.evidence).usable else None
        return addressed(target)

    def methods(self, keys: Iterable[str], tone: Tone = Tone.PLAIN) -> Line:
        return parted([self.method_span(key, tone) for key in keys])

    def field(self, name: str) -> str:
        return self.language.say(FIELDS[name])

    def path(self, path: str) -> str:
        """A dotted field in words: `payouts.paypal.minimum` as the method and the heading."""
        parts = path.split(".")
        if parts[0] == "payouts" and len(parts) > 1 and parts[1] in self.catalogue.methods:
            parts = parts[1:]
        return ", ".join(map(self._part, parts))

    def _part(self, part: str) -> str:
        if part in FIELDS:
            return self.field(part).casefold()
        if part in self.catalogue.task_types:
            return self.task(part)
        return self.word(part) if part in WORDS else self.name_of(part)

    def word(self, value: object) -> str:
        """A value of a closed list, or any other value."""
        key = "pay-money" if value is PayToJoin.PAY else str(value)  # what else is called "pay" is the pay for work
        return self.language.say(WORDS[key]) if key in WORDS else self.language.words(value)

    def standing(self, standing: Standing) -> str:
        """How the law sees a way, where no heading says that it is about the law."""
        return self.say("law not clear") if standing is Standing.UNKNOWN else self.word(standing)

    def words(self, values: Iterable[object]) -> str:
        return self.language.listed([self.word(value) for value in values], self.say("and"))

    @property
    def unknown(self) -> Span:
        return Span(self.say("unknown"), Tone.QUIET)

    def publisher(self, key: str) -> str:
        return self.catalogue.sources[key].title.split(":", 1)[0]

    def source(self, key: str) -> str:
        """A source as it is named in running text: whose page, and from when if it shows."""
        day = self.catalogue.sources[key].date
        return f"{self.publisher(key)}, {self.language.date(day)}" if day else self.publisher(key)

    def sourced(self, key: str, told: str = "", gap: str = " ") -> Line:
        """A source in brackets behind what it says: whose page and from when, unless it is `told` otherwise."""
        return Span(gap), Span(told or f"({self.source(key)})", Tone.QUIET, Target(Kind.SOURCE, key))

    def cited(self, statement: Statement) -> Line:
        """Whose sentence it is, and from when."""
        return self.sourced(statement.source, f"({self.publisher(statement.source)}, {self.age(statement.as_of)})")

    def stated(self, statement: Statement, label: str = "", tone: Tone = Tone.PLAIN) -> Line:
        """A record's own sentence behind what it is about."""
        head = (Span(f"{label}: ", tone),) if label else ()
        return (*head, Span(self.language.text(statement.text), Tone.PLAIN if label else tone), *self.cited(statement))

    def formerly(self, name: str, former: Iterable[str]) -> str:
        """A name with those that it had before."""
        names = list(former)
        return f"{name} ({self.say('formerly {names}', names=names)})" if names else name

    def age(self, as_of: PartialDate | None) -> str:
        return self.language.date(as_of) if as_of else self.say("undated")

    def bounded(self, claim: Claim[Any] | Study) -> str:
        """What a claim says, with what it says of it as a limit."""
        value, dated = self.value(claim.value), isinstance(claim.value, PartialDate)
        match claim.bound:
            case Bound.AT_MOST:
                return self.say("by {value}" if dated else "at most {value}", value=value)
            case Bound.AT_LEAST:
                return self.say("{value} or later" if dated else "at least {value}", value=value)
        return value

    def claim(self, claim: Claim[Any]) -> str:
        """Value, source and date of a claim, for lists of claims."""
        value, source = self.bounded(claim), self.publisher(claim.source)
        return self.say("{value} ({source}, {date})", value=value, source=source, date=self.age(claim.as_of))

    def sum(self, money: Money) -> Money:
        """An amount as one reckons with it: of a hundred and more whole, for what is less is noise there."""
        whole = money.amount.quantize(Decimal(1))
        return Money(whole, money.currency) if money.amount >= _WHOLE else money

    def share(self, part: Decimal) -> str:
        """A part of one as a percentage: 92.5%."""
        return f"{self.language.number(round(part * 100, 1))}%"

    def value(self, value: object) -> str:
        """Any claimed value in words; ids of countries, methods and sites as the names people know."""
        if isinstance(value, frozenset):
            return self.words(sorted(value))
        if type(value) is str:
            return self.name_of(value)
        return self.word(value)

    def name_of(self, key: str) -> str:
        """What an id stands for; any other text is left as it is."""
        if key in self.catalogue.countries:
            return self.country_name(key)
        return self.method(key) if key in self.catalogue.methods else self.platform(key)

    def cell(self, fact: Fact[Any]) -> Line:
        """A fact without its source, for a table."""
        return self.linked(fact, self.bounded(fact.chosen)) if fact.chosen else (self.unknown,)

    def linked(self, fact: Fact[Any], told: str) -> Line:
        """What is told of a known fact, leading to who says it."""
        return line(Span(told, target=Target(Kind.SOURCE, self.confirming(fact).source)))

    def marked(self, fact: Fact[Any]) -> Line:
        """The same, with a mark where sources disagree on it."""
        return (
            self.linked(fact, self.bounded(fact.chosen) + _DISPUTED)
            if fact.chosen and fact.disputed
            else self.cell(fact)
        )

    def least(self, minimum: Fact[Any]) -> Line:
        """A minimum; where sources disagree the highest, with what the others say, for one reckons with both."""
        if minimum.chosen is None or not minimum.disputed:
            return self.cell(minimum)
        others = self.language.listed([self.value(value) for value in minimum.rivals], self.say("and"))
        told = self.say("{minimum} (others: {others})", minimum=self.bounded(minimum.chosen), others=others)
        return self.linked(minimum, told + _DISPUTED)

    def with_legend(self, table: Table) -> tuple[Table] | tuple[Table, Lines]:
        """A table, and what the mark means where it stands in it."""
        if not any(text_of(cell).endswith(_DISPUTED) for row in table.rows for cell in row):
            return (table,)
        told = self.say(
            "?: sources disagree on it. `{command}` tells all of them.", command=f"microjob show {self.say('NAME')}"
        )
        return (table, Lines((line(Span(told, Tone.QUIET)),)))

    def fact(self, fact: Fact[Any]) -> tuple[Line, ...]:
        """A fact in lines: what is shown, how old it is, what others say."""
        if fact.chosen is None:
            return (line(self.unknown), *self.others(fact))
        first = [
            Span(self.bounded(fact.chosen)),
            *self.sourced(self.confirming(fact).source, self.provenance(fact), "  "),
        ]
        if fact.stale:
            first.append(Span(f"  {self.say('old, may have changed')}", Tone.CARE))
        return (tuple(first), *self.others(fact))

    def confirming(self, fact: Fact[Any]) -> Claim[Any]:
        """Of the claims of the chosen value the one that was made last, of the day that is shown."""
        same = (claim for claim in fact.standing if claim.value == fact.value)
        return next((claim for claim in same if fact.confirmed in (claim.as_of, claim.seen)), fact.standing[0])

    def confirmed(self, fact: Fact[Any]) -> Line:
        """When it was last said to be so; on a page also by whom."""
        if not fact.known:
            return line(Span(self.age(None), Tone.QUIET))
        source, told = self.confirming(fact).source, self.age(fact.confirmed)
        if self.on_page:
            told = f"{self.publisher(source)}, {told}"
        return line(Span(told, Tone.CARE if fact.stale else Tone.QUIET, Target(Kind.SOURCE, source)))

    def provenance(self, fact: Fact[Any]) -> str:
        """In brackets: kind of source and date."""
        more = len(fact.agreeing)
        return self.say(
            "({kind} and {more} more, {date})" if more else "({kind}, {date})",
            kind=self.word(fact.kind),
            more=more,
            date=self.age(fact.confirmed),
            source=self.publisher(self.confirming(fact).source),
        )

    def others(self, fact: Fact[Any]) -> tuple[Line, ...]:
        """What sources say beside the chosen claim, where it differs from it."""
        lines: list[Line] = []
        beside = [claim for claim in fact.agreeing if fact.chosen and claim.value != fact.chosen.value]
        for label, claims, tone in (
            (self.say("also"), beside, Tone.QUIET),
            (self.say("sources disagree"), fact.disputed, Tone.CARE),
            (self.say("earlier"), fact.earlier, Tone.QUIET),
        ):
            if claims:
                told = [Span(self.claim(claim), tone, Target(Kind.SOURCE, claim.source)) for claim in claims]
                lines.append(line(Span(f"{label}: ", tone), *parted(told, self.say("and"))))
        return tuple(lines)
