"""Everything that can go wrong in a way the user can mend: a code and its parameters, no sentences.

`microjob_cli.render.sentences` turns the codes into sentences. `exit_code`: with which a call ends for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from microjob_cli.catalog.findings import Finding


class MicrojobError(Exception):
    """A failure with a stable code and the values its sentence needs."""

    exit_code = 1

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details: Mapping[str, object] = details


class UsageProblem(MicrojobError):
    """The command line asks for something that no command could mean."""

    exit_code = 2


class NotFound(MicrojobError):
    """A name that no record carries.

    `known` holds the names of that sort (`names.Name`) for whoever wants to suggest the nearest.
    """

    exit_code = 3

    def __init__(self, code: str, *, word: str, known: tuple[Any, ...], **details: object) -> None:
        super().__init__(code, word=word, **details)
        self.word = word
        self.known = known


class NoSuchChoice(UsageProblem, NotFound):
    """A word that is none of the choices which the program itself offers."""


class RecordsBroken(MicrojobError):
    """Records that cannot be read or do not hold what they should.

    `findings` are the findings of `microjob_cli.storage`, each with its file, line and field.
    """

    exit_code = 4

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("records-broken", count=len(findings))
        self.findings = findings


class FormError(ValueError):
    """A text that does not have the form its field asks for. `form` names the form, `found` is the text."""

    def __init__(self, form: str, found: str) -> None:
        super().__init__(f"{found!r} is not a {form}")
        self.form = form
        self.found = found
