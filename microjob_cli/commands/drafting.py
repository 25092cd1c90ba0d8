"""Makes the draft of a new record from options and answers, and refuses what `data check` would refuse."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from microjob_cli.commands import options
from microjob_cli.commands.interview import Interview
from microjob_cli.domain import drafts
from microjob_cli.domain.catalogue import host
from microjob_cli.domain.country_codes import COUNTRY_CODES
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.drafts import Draft, DraftOption, DraftWarning
from microjob_cli.domain.errors import FormError, UsageProblem
from microjob_cli.domain.facts import Confidence, Kind, Source
from microjob_cli.domain.measures import Minimum
from microjob_cli.domain.names import fold
from microjob_cli.domain.payout import Answer
from microjob_cli.domain.platform import Status, WarningCode
from microjob_cli.environment import Environment
from microjob_cli.lint.addresses import same_page
from microjob_cli.lint.new_text import TakenNames, bengali_text, english_text, plain_text, web_address

C = TypeVar("C", bound=StrEnum)


class Drafter:
    """Makes one draft. `new_source` tells afterwards whether its source is to be recorded too."""

    def __init__(
        self, environment: Environment, given: Mapping[str, Any], payouts: Sequence[str], *, force: bool
    ) -> None:
        self.environment = environment
        self.catalogue = environment.catalogue
        self.interview = Interview(environment, given)
        self.payouts = payouts
        self.force = force
        self.names = TakenNames(self.catalogue)
        # The record to be written anew, if any: its own names are not taken.
        self.own = self.interview.given.get("id") if force else None
        self.new_source = True

    def draft(self) -> Draft:
        """Every value, in the order of the questions. Raises UsageProblem or NotFound."""
        self._require()
        if self.environment.can_ask:
            self.environment.announce("ask-intro")
        value, needed = self.interview.value, self.interview.needed
        name = needed("name", self.name)
        website = value("website", self.website)
        key = needed("id", self.id, suggested=self.own or self._free(drafts.suggested_site_id(name, website)))
        bengali = None if _is_bengali(name) else value("bengali-name", self.bengali_name)
        source = self.source()
        confidence = value("confidence", one_of(Confidence), suggested=str(drafts.usual_confidence(source.kind)))
        status = value("status", one_of(Status), suggested=str(Status.UNKNOWN))
        merged = status is Status.MERGED or "successor" in self.interview.given
        return Draft(
            id=key,
            name=name,
            website=website,
            bengali_name=bengali,
            source=source,
            confidence=confidence or Confidence.MEDIUM,
            status=status or Status.UNKNOWN,
            country=self.environment.country,
            successor=value("successor", self.successor) if merged else None,
            warning=self.warning(status or Status.UNKNOWN),
            accepts=value("accepts", self.accepts, country=self.environment.country),
            payouts=tuple(self.options()),
        )

    def _require(self) -> None:
        """Without a terminal, tells at once every option that is missing."""
        if self.environment.can_ask:
            return
        given = self.interview.given
        wanted = ["name"]
        if given.get("source-id") not in self.catalogue.sources:
            wanted.append("source-address")
            if not self._recorded(given.get("source-address", "")):
                wanted.append("source-kind")
        if "name" in given and not drafts.suggested_site_id(given["name"], given.get("website")):
            wanted.append("id")
        if given.get("status") == Status.NOT_PAYING_REPORTS or "warning" in given:
            wanted += ["warning-en", "warning-bn"]
        if missing := self.interview.missing(*wanted):
            raise UsageProblem("options-needed", options=missing)

    # The site.

    def name(self, text: str) -> str:
        name = plain_text(text)
        if not fold(name):
            raise UsageProblem("bad-name", found=name)
        self._claim_name(name)
        return name

    def bengali_name(self, text: str) -> str:
        name = bengali_text(text)
        self._claim_name(name)
        return name

    def website(self, text: str) -> str:
        address = web_address(text)
        self._claim_name(host(address))
        return address

    def _claim_name(self, text: str) -> None:
        """Refuses a name of another record."""
        owner = self.names.owner(text)
        if owner and self.force and self.own in (None, owner):
            self.own = owner
        elif owner:
            raise UsageProblem("name-in-use", found=text, name=self.catalogue.platforms[owner].name, id=owner)

    def id(self, text: str) -> str:
        key = text.strip()
        if not drafts.is_id(key):
            raise UsageProblem("bad-id", found=key, example=drafts.suggested_id(key) or "example-gigs")
        owner = self.names.owner(key)
        if self.own not in (None, key) or (owner and not (self.force and owner == key)):
            taken = self.own if self.own not in (None, key) else owner
            raise UsageProblem("id-in-use", found=key, name=self.catalogue.platforms[str(taken)].name)
        return key

    def _free(self, key: str) -> str:
        """A suggested id, unless it is taken."""
        return "" if key in self.catalogue.platforms and not self.force else key
