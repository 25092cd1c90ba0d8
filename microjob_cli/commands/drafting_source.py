"""The source of a new record: one that is recorded already, or a new one."""

from collections.abc import Iterator

from microjob_cli.commands.interview import Interview, one_of
from microjob_cli.domain import drafts
from microjob_cli.domain.dates import PartialDate
from microjob_cli.domain.errors import FormError, UsageProblem
from microjob_cli.domain.facts import Kind, Source
from microjob_cli.environment import Environment
from microjob_cli.lint.addresses import same_page
from microjob_cli.lint.new_text import plain_text, web_address


class SourceQuestions:
    """Finds out the source. `new` tells afterwards whether it has to be recorded."""

    def __init__(self, environment: Environment, interview: Interview) -> None:
        self.environment = environment
        self.interview = interview
        self.sources = environment.catalogue.sources
        self.by_page = {same_page(source.address): source for source in self.sources.values()}
        self.new = True

    def needed_options(self) -> Iterator[str]:
        """The options that a script has to give."""
        given = self.interview.given
        if given.get("source-id") not in self.sources:
            yield "source-address"
            if same_page(given.get("source-address", "")) not in self.by_page:
                yield "source-kind"

    def source(self) -> Source:
        """The source. Raises UsageProblem."""
        given = self.interview.given
        known = self.sources.get(given.get("source-id", ""))
        if known is None or "source-address" in given:
            page = self.interview.needed("source-address", self.page)
            if isinstance(page, str):
                return self._described(page)
            known = page
        self.new = False
        return known

    def page(self, text: str) -> Source | str:
        """The recorded source of that id or page, else the address of a new one."""
        if text in self.sources:
            return self.sources[text]
        address = web_address(text)
        found = self.by_page.get(same_page(address))
        wanted = self.interview.given.get("source-id")
        if found and wanted not in (None, found.id):
            raise UsageProblem("source-differs", found=address, id=found.id)
        return found or address

    def _described(self, address: str) -> Source:
        """A new source, as one finds it on its page."""
        value, needed = self.interview.value, self.interview.needed
        title = value("source-title", plain_text, suggested=drafts.suggested_title(address))
        kind = needed("source-kind", one_of(Kind))
        date = value("source-date", self.date)
        key = needed("source-id", self.id, suggested=drafts.suggested_source_id(address, date, self.sources))
        return Source(key, drafts.full_title(title or "", address), address, kind, date)

    def date(self, text: str) -> PartialDate:
        try:
            found = PartialDate.parse(text)
        except FormError:
            raise UsageProblem("bad-partial-date", found=text) from None
        if found.first > self.environment.today:
            raise UsageProblem("date-to-come", found=text, today=self.environment.today)
        return found

    def id(self, text: str) -> str:
        if not drafts.is_id(text):
            raise UsageProblem("bad-id", found=text, example=drafts.suggested_id(text) or "example-2024-10")
        if text in self.sources:
            raise UsageProblem("source-id-in-use", found=text, address=self.sources[text].address)
        return text
