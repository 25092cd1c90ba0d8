"""Makes the draft of a new record from options and answers, and refuses what `data check` would refuse."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from microjob_cli.commands import options
from microjob_cli.commands.drafting_source import SourceQuestions
from microjob_cli.commands.interview import Interview, one_of
from microjob_cli.domain import drafts
from microjob_cli.domain.catalogue import host
from microjob_cli.domain.country_codes import COUNTRY_CODES
from microjob_cli.domain.drafts import Draft, DraftOption, DraftWarning
from microjob_cli.domain.errors import FormError, UsageProblem
from microjob_cli.domain.facts import Confidence, Source
from microjob_cli.domain.measures import Minimum
from microjob_cli.domain.names import fold
from microjob_cli.domain.payout import Answer
from microjob_cli.domain.platform import Status, WarningCode
from microjob_cli.environment import Environment
from microjob_cli.lint.bengali import has_bengali
from microjob_cli.lint.new_text import TakenNames, bengali_text, english_text, plain_text, web_address


class Drafter:
    """Makes one draft. With `force` it may take the id and the names of one existing record."""

    def __init__(
        self, environment: Environment, given: Mapping[str, Any], payouts: Sequence[str], *, force: bool
    ) -> None:
        self.environment = environment
        self.catalogue = environment.catalogue
        self.interview = Interview(environment, given)
        self.about_source = SourceQuestions(environment, self.interview)
        self.payouts = payouts
        self.force = force
        self.names = TakenNames(self.catalogue)
        self.key: str | None = None
        self.owners: dict[str, str] = {}

    def draft(self) -> Draft:
        """Every value, in the order of the questions. Raises UsageProblem or NotFound."""
        self._require()
        self.environment.announce("ask-intro")
        value, needed = self.interview.value, self.interview.needed
        name = needed("name", self.name)
        website = value("website", self.website)
        key = needed("id", self.id, suggested=self._suggested_id(name, website))
        bengali_name = None if has_bengali(name) else value("bengali-name", self.bengali_name)
        source = self.about_source.source()
        status = value("status", one_of(Status), suggested=str(Status.UNKNOWN)) or Status.UNKNOWN
        return Draft(
            id=key,
            name=name,
            website=website,
            bengali_name=bengali_name,
            source=source,
            confidence=self.confidence(source),
            status=status,
            country=self.environment.country,
            successor=self.successor(status),
            warning=self.warning(status),
            accepts=value("accepts", self.answer, country=self.environment.country),
            payouts=tuple(self.options()),
        )

    def _require(self) -> None:
        """Without a terminal, tells at once every option that is missing."""
        given = self.interview.given
        wanted = ["name", *self.about_source.needed_options()]
        if "name" in given and not drafts.suggested_site_id(self.name(given["name"]), given.get("website")):
            wanted.append("id")
        if given.get("status") == Status.NOT_PAYING_REPORTS or "warning" in given:
            wanted += ["warning-en", "warning-bn"]
        self.interview.require(*wanted)

    # What it is called, and where it is.

    def name(self, text: str) -> str:
        name = plain_text(text)
        if not fold(name):
            raise UsageProblem("bad-name", found=name)
        self._claim(name)
        return name

    def bengali_name(self, text: str) -> str:
        name = bengali_text(text)
        self._claim(name)
        return name

    def website(self, text: str) -> str:
        address = web_address(text)
        self._claim(host(address))
        return address

    def id(self, text: str) -> str:
        if not drafts.is_id(text):
            raise UsageProblem("bad-id", found=text, example=drafts.suggested_id(text) or "example-gigs")
        owner = self.names.owner(text)
        if owner and not (self.force and owner == text):
            raise UsageProblem("id-in-use", found=text, name=self.catalogue.platforms[owner].name)
        for name, other in self.owners.items():
            self._refuse_unless(other == text, name, other)
        self.key = text
        return text

    def _claim(self, name: str) -> None:
        """Refuses a name of another record; to be written anew, that record may be the one of the id asked later."""
        owner = self.names.owner(name)
        if owner and self.force and self.key is None:
            self.owners[name] = owner
        elif owner:
            self._refuse_unless(owner == self.key, name, owner)

    def _refuse_unless(self, own: bool, name: str, owner: str) -> None:
        if not own:
            raise UsageProblem("name-in-use", found=name, name=self.catalogue.platforms[owner].name, id=owner)

    def _suggested_id(self, name: str, website: str | None) -> str:
        """The id of the record that has the name; else one made from it, unless that is taken."""
        made = drafts.suggested_site_id(name, website)
        return next(iter(self.owners.values()), "" if made in self.catalogue.platforms else made)

    # What the source says.

    def confidence(self, source: Source) -> Confidence:
        """As given, else as usual for the kind of source; it is not asked."""
        given = self.interview.given.get("confidence")
        return Confidence(given) if given else drafts.usual_confidence(source.kind)

    def successor(self, status: Status) -> str | None:
        if status is not Status.MERGED and "successor" not in self.interview.given:
            return None
        return self.interview.value("successor", lambda text: self.catalogue.platform(text)[0].id)

    def warning(self, status: Status) -> DraftWarning | None:
        """What speaks against it: needed where the site is reported not to pay."""
        if status is not Status.NOT_PAYING_REPORTS and "warning" not in self.interview.given:
            return None
        fitting = _WHY_NOT_PAYING if status is Status.NOT_PAYING_REPORTS else tuple(WarningCode)
        code = self.interview.needed("warning", one_of(WarningCode, fitting), suggested=str(_WHY_NOT_PAYING[0]))
        english = self.interview.needed("warning-en", english_text)
        return DraftWarning(code, english, self.interview.needed("warning-bn", bengali_text))

    def answer(self, text: str) -> Answer:
        """Whether it takes people from the person's country."""
        if self.environment.country not in COUNTRY_CODES:
            raise UsageProblem("bad-country", found=self.environment.country)
        return one_of(Answer)(text)

    def options(self) -> Iterator[DraftOption]:
        """The payout methods given; else asked for one after the other, each with its minimum."""
        seen: set[str] = set()
        for text in self.payouts:
            yield self._once(text, seen)
        while not self.payouts and self.environment.can_ask:
            option = self.interview.value("payout", lambda text: self._once(text, seen))
            if option is None:
                return
            least = option.minimum or self.interview.value("minimum", minimum, method=option.method)
            yield DraftOption(option.method, least)

    def _once(self, text: str, seen: set[str]) -> DraftOption:
        """`bkash=300 BDT` as an option, unless its method was named before."""
        word, _, least = text.partition("=")
        method = self.catalogue.method(word).id
        if method in seen:
            raise UsageProblem("payout-twice", found=word)
        option = DraftOption(method, minimum(least) if least.strip() else None)
        seen.add(method)
        return option


# The warnings that say why a site counts as not paying.
_WHY_NOT_PAYING = (WarningCode.NON_PAYMENT_REPORT, WarningCode.FRAUD_REPORT)


def minimum(text: str) -> Minimum:
    """`4 USD or 300 BDT`, in any case and spacing. Raises UsageProblem."""
    amounts = [options.money(part) for part in text.split(" or ")]
    try:
        return Minimum(tuple(amount for amount in amounts if amount))
    except FormError:
        raise UsageProblem("bad-minimum", found=text) from None
