"""Takes values from options, and asks somebody at the terminal for those that were not given."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from microjob_cli.domain.errors import MicrojobError, UsageProblem
from microjob_cli.environment import Environment

T = TypeVar("T")
C = TypeVar("C", bound=StrEnum)


class Interview:
    """One call's values by the name of their option: `source-kind` is asked by the question `ask-source-kind`.

    In a terminal a bad answer is explained and the question asked again; a bad option is an error everywhere.
    """

    def __init__(self, environment: Environment, given: Mapping[str, Any]) -> None:
        self.environment = environment
        self.given = {name: str(value) for name, value in given.items() if value is not None}

    def value(
        self, name: str, read: Callable[[str], T], *, suggested: str = "", needed: bool = False, **details: object
    ) -> T | None:
        """What was given, answered or suggested, as `read` makes it; None if it is not known."""
        if name in self.given:
            return read(self.given[name])
        if not self.environment.can_ask:
            return read(suggested) if suggested else None
        while True:
            try:
                answer = self.environment.ask(f"ask-{name}", suggested=suggested, **details)
                if answer:
                    return read(answer)
                if not needed:
                    return None
                raise UsageProblem("answer-needed")
            except MicrojobError as problem:
                self.environment.explain(problem)

    def needed(self, name: str, read: Callable[[str], T], *, suggested: str = "", **details: object) -> T:
        """Like `value`, for what cannot be left out. Raises UsageProblem when nobody can be asked."""
        found = self.value(name, read, suggested=suggested, needed=True, **details)
        if found is None:
            raise UsageProblem("options-needed", options=f"--{name}")
        return found

    def require(self, *names: str) -> None:
        """Where nobody can be asked, tells at once every option that is missing. Raises UsageProblem."""
        missing = [f"--{name}" for name in names if name not in self.given]
        if missing and not self.environment.can_ask:
            raise UsageProblem("options-needed", options=", ".join(missing))


def one_of(kind: type[C], fitting: Sequence[C] | None = None) -> Callable[[str], C]:
    """Reads a value of a closed list, or one of those that fit. Raises UsageProblem."""
    known = tuple(fitting or kind)

    def read(text: str) -> C:
        found = next((value for value in known if value == text.casefold()), None)
        if found is None:
            raise UsageProblem("not-one-of", found=text, known=", ".join(known))
        return found

    return read
