"""The recorded addresses for the address checker: whose each host is, as `check` says it, and what some links hide."""

from __future__ import annotations

from typing import Any

from microjob_cli.addresses.finding import Link
from microjob_cli.commands.check import checker
from microjob_cli.render.document import Document, line, paragraph
from microjob_cli.render.formatter import Formatter
from microjob_cli.render.views import check as view
from microjob_cli.result import Result
from microjob_cli.scams.checking import Looked
from microjob_cli.settings import Settings
from microjob_cli.site.scripts import Writer

_SAID = ("looked-unknown", "checker-leads-to", "checker-before-at", "checker-foreign", "checker-no-address")
# How to judge what is in no record.
_ADVICE = ("never-now", "check-guide")


class Hosts:
    """Every host of the records, looked at as `check` does."""

    def __init__(self, settings: Settings) -> None:
        self.signs = [sign for sign in settings.catalogue.danger_signs.values() if sign.hosts]
        looking = checker(settings)
        self.looked: dict[str, Looked] = {key: looking.address(Link(key, key)) for key in looking.recorded}

    def found(self) -> dict[str, Any]:
        """What is the same in every language."""
        hidden = ((known.partition("/"), place) for place, sign in enumerate(self.signs) for known in sign.hosts)
        return {
            "signs": [{"at": at, "below": f"/{below}", "sign": place} for (at, _, below), place in hidden],
            "endings": sorted({key.rpartition(".")[2] for key in self.looked}),
        }

    def words(self, writer: Writer) -> dict[str, Any]:
        """What is said of each host, with who says so, of links that hide something, of all others."""
        page = writer.page
        advice = (paragraph(line(page.sentence(code))) for code in _ADVICE)
        return {
            "hosts": {key: writer.block(*_told(one, page)) for key, one in self.looked.items()},
            "signs": [writer.block(view.doubts_block([sign], page)) for sign in self.signs],
            "advice": writer.block(*advice),
            "says": {code: page.sentence(code, host="{host}", subject="{subject}") for code in _SAID},
        }


def _told(one: Looked, page: Formatter) -> Document:
    """What `check` says of one address; of a look-alike also who says that it is one."""
    told = tuple(view.document(Result("check", {}, (one,)), page))
    if one.lookalike is None:
        return told
    return (*told, paragraph(page.cited(one.lookalike)))
