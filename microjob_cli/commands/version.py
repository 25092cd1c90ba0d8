"""What `--version` prints: the program, the catalogue, and the newest date in it."""

from microjob_cli import __version__
from microjob_cli.i18n import Language


def version_line(language: Language) -> str:
    """`microjob 0.1.0, catalogue 1a2b3c4d5e6f, newest fact 2026-06-30`."""
    from microjob_cli.questions.indexes import lists_of
    from microjob_cli.storage.opening import open_catalogue

    catalogue = open_catalogue(lists_of).catalogue
    newest = language.short_date(catalogue.newest) if catalogue.newest else language.say("unknown")
    return language.say(
        "microjob {program}, catalogue {catalogue}, newest fact {newest}",
        program=__version__,
        catalogue=catalogue.version,
        newest=newest,
    )
