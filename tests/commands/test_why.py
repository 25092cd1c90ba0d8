"""Where a value comes from: of a copy the page that it copies is shown; what nobody says is said to be unknown."""

from __future__ import annotations

from tests.running import Microjob, Overlay

_FALSE_LOGIN = "https://examplegigs-login.example/faq"
_FIRST = "https://examplegigs.example/faq"
_FILES = {
    "sources.yaml": f'copied: {{title: "Example: FAQ", address: "{_FALSE_LOGIN}", original: "{_FIRST}", kind: copy}}\n',
    "platforms/more.yaml": "amends: examplegigs\nowner: [{value: Gigs Ltd, source: copied, confidence: low}]\n",
}
_QUIET = "status: [{value: active, source: delta-blog, confidence: low}]\naccepts: {BD: []}\n"


def test_the_first_page_is_shown_and_not_the_copy(on_small: Microjob, overlay: Overlay) -> None:
    folder = str(overlay(_FILES))
    answer = on_small("why", "examplegigs", "owner", "--data", folder)
    assert _FIRST in answer.out
    assert "Read in a copy" in answer.out
    rows = on_small("why", "examplegigs", "owner", "--data", folder, "-f", "csv").out
    assert _FIRST in rows
    assert _FALSE_LOGIN not in answer.out + rows


def test_where_it_was_read_stands_in_json(on_small: Microjob, overlay: Overlay) -> None:
    (item,) = on_small("why", "examplegigs", "owner", "--data", str(overlay(_FILES)), "-f", "json").items
    source = item["sources"]["copied"]
    assert (source["address"], source["original"]) == (_FALSE_LOGIN, _FIRST)


def test_a_country_of_which_nobody_speaks_is_told_to_be_unknown(on_small: Microjob, overlay: Overlay) -> None:
    folder = str(overlay({"platforms/x.yaml": "id: quiet-site\nname: Quiet\nwebsite: null\naliases: {}\n" + _QUIET}))
    answer = on_small("why", "quiet-site", "accepts.BD", "--data", folder)
    assert (answer.code, answer.out) == (0, "Quiet, accepts, Bangladesh: unknown\n")
