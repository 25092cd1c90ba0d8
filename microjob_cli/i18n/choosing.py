"""Which language to answer in: the one asked for, else the one of the environment, else English."""

from collections.abc import Mapping

from microjob_cli.catalog.errors import UsageProblem
from microjob_cli.i18n import Language

KNOWN = ("en", "bn")
# What can hold these can be written to in any of them.
LETTERS = "বাংলা"


def language(asked: str | None, variables: Mapping[str, str]) -> Language:
    """The language asked for by its code, or the environment's. Raises UsageProblem for a code that is not known."""
    if not asked:
        return language_of(_environment(variables))
    code = _bare(asked)
    if code not in KNOWN:
        raise UsageProblem("no-such-language", found=asked, known=", ".join(KNOWN))
    return language_of(code)


def language_of(code: str) -> Language:
    """The language with this code; English for any that is not known."""
    if code == "bn":
        from microjob_cli.i18n.bengali import Bengali

        return Bengali()
    return Language()


def _environment(variables: Mapping[str, str]) -> str:
    """The first language that the environment prefers and that is known here, in the order that gettext looks.

    The locale "C" asks for no language at all: it outdoes LANGUAGE, as it does everywhere.
    """
    locale = next((variables[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if variables.get(name)), "")
    if locale.partition(".")[0] in ("C", "POSIX"):
        return "en"
    preferred = [*variables.get("LANGUAGE", "").split(":"), locale]
    return next((code for code in map(_bare, preferred) if code in KNOWN), "en")


def _bare(locale: str) -> str:
    """`bn_BD.UTF-8` -> `bn`."""
    bare = locale.strip().casefold()
    for mark in "._-@":
        bare = bare.partition(mark)[0]
    return bare
