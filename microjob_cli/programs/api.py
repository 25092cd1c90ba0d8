"""The records for programs in Python: the same answers as on the command line, as frozen values.

    from microjob_cli import open_catalogue

    catalogue = open_catalogue()
    for advice in catalogue.recommend(payout="bkash").items:
        print(advice.facts.name, advice.verdict)

Nothing is printed, and nothing of the process is changed. One catalogue serves any number of threads.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from os import PathLike
from typing import Any, TypedDict, Unpack

from microjob_cli.catalog.errors import MicrojobError
from microjob_cli.programs.calling import called, settings_now
from microjob_cli.render.render import answer_item, error_item
from microjob_cli.result import Result
from microjob_cli.settings import Settings, settings_of

Texts = str | Sequence[str]


class Filters(TypedDict, total=False):
    """Which sites are asked for. All options are those of the command line, and what they say is said there."""

    payout: Texts
    also: Texts
    without: Texts
    max_minimum: str
    task: Texts
    device: str
    kind: Texts
    skill: Texts
    based_in: str
    prefer: str
    limit: int
    all: bool
    brief: bool


class ListOptions(Filters, total=False):
    """Those of `list`."""

    verdict: Texts
    status: str
    accepts: str
    sort: str
    reverse: bool
    columns: str


class RecommendOptions(Filters, total=False):
    """Those of `recommend`."""

    hours: float
    amount: str
    rate: Texts
    direct: bool
    explain: bool


class PayoutsOptions(TypedDict, total=False):
    """Those of `payouts`."""

    amount: str
    rate: Texts
    all: bool


class RouteOptions(PayoutsOptions, total=False):
    """Those of `route`."""

    via: str


class EstimateOptions(TypedDict, total=False):
    """Those of `estimate`."""

    hours: float
    days: int
    task: str
    set: Texts
    target: str
    rate: Texts
    seed: int
    explain: bool


class Catalogue:
    """The records, opened once; of `open_catalogue`."""

    def __init__(self, given: Mapping[str, object]) -> None:
        self._given = given
        self._records = settings_of(given).records
        self.version = self._records.catalogue.version

    def list(self, **options: Unpack[ListOptions]) -> Result:
        """Which sites are there; items are `advice.search.Advice`."""
        return self._asked("list", options)

    def recommend(self, **options: Unpack[RecommendOptions]) -> Result:
        """Which sites suit me, best first; items are `advice.search.Advice`."""
        return self._asked("recommend", options)

    def show(self, name: str) -> Result:
        """One site, by any of its names; the item is an `advice.search.Advice`."""
        return self._asked("show", {"name": name})

    def compare(self, *names: str) -> Result:
        """Two or three sites; items are `advice.search.Advice`."""
        return self._asked("compare", {"names": names})

    def route(self, name: str, to: str, **options: Unpack[RouteOptions]) -> Result:
        """What reaches my hand, best way first; items are `payouts.route.Route`."""
        return self._asked("route", {"name": name, "to": to, **options})

    def payouts(self, method: str | None = None, **options: Unpack[PayoutsOptions]) -> Result:
        """Payout methods, or one; items are `payouts.method_facts.MethodFacts`."""
        return self._asked("payouts", {"method": method, **options})

    def estimate(self, name: str | None = None, **options: Unpack[EstimateOptions]) -> Result:
        """What an hour and a month bring; the item is an `earnings.estimate.Estimate`, or why there is none."""
        return self._asked("estimate", {"name": name, **options})

    def tasks(self, task: str | None = None, *, rate: Texts = ()) -> Result:
        """Kinds of work, or one; items are `earnings.task_facts.TaskPage`."""
        return self._asked("tasks", {"task": task, "rate": rate})

    def check(self, text: str) -> Result:
        """What a pasted address or offer is; items are `scams.checking.Looked` and `Shown`."""
        return self._asked("check", {"text": text})

    def ask(self, question: str) -> Result:
        """The answer to a question in one's own words; the item is a `questions.answers.Answered`."""
        return self._asked("ask", {"question": question})

    def learn(self, topic: str | None = None) -> Result:
        """The topics, or the guide to one."""
        return self._asked("learn", {"name": topic})

    def why(self, name: str, field: str | None = None) -> Result:
        """Where a value comes from; items are `catalog.explaining.Explained`."""
        return self._asked("why", {"name": name, "field": field})

    def json(self, answer: Result | MicrojobError) -> dict[str, Any]:
        """What the command prints of an answer as JSON; of an error its code, its sentence and what may be meant."""
        settings = self._settings()
        return error_item(answer, settings) if isinstance(answer, MicrojobError) else answer_item(answer, settings)

    def _settings(self) -> Settings:
        return settings_now(self._records, self._given)

    def _asked(self, command: str, options: Mapping[str, Any]) -> Result:
        return called(command, options, self._settings())


def open_catalogue(
    *, country: str = "BD", lang: str | None = None, today: date | None = None, data: str | PathLike[str] | None = None
) -> Catalogue:
    """The records that come with the program, with one's own and those of the folder `data` laid over them.

    Answers are for somebody in `country`, in the language `lang`, as of `today`: None is the day of each call. Raises
    UsageProblem, RecordsBroken.
    """
    return Catalogue({"country": country, "lang": lang, "today": today, "data": data})
