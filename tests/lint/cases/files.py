"""Files, their names and their first lines; ids."""

from __future__ import annotations

from tests.lint.building import FILES, METHOD, OTHER, SITE, SITE_TEXT, SOURCES, TRANSFERS, Case, site, sources

_BODY = SITE_TEXT.split("\n", 1)[1]
_TRANSFER = """\
# yaml-language-server: $schema=../schema/transfers.json
- id: x-bkash-bkash
  country: {country}
  start: bkash
  to: bkash
"""

CASES = (
    Case(
        "editor-line",
        passes={SITE: SITE_TEXT.replace("../schema/", "https://example.org/")},
        fails={SITE: _BODY},
        at=((SITE, 1, ""),),
        says="does not name the schema",
    ),
    Case(
        "editor-line",
        passes={SITE: SITE_TEXT.replace("\n", "\r\n")},
        fails={SITE: SITE_TEXT.replace("platform.json", "sources.json")},
        at=((SITE, 1, ""),),
        says="$schema=../schema/platform.json",
    ),
    Case(
        "harmful-character",
        passes={SITE: SITE_TEXT + "owner: [{value: র‌্যাব, source: page, confidence: low}]\n"},
        fails={SITE: SITE_TEXT + "owner:\n  - {value: Gi\u200bgs, source: page, confidence: low}  # a\u202eb\n"},
        at=((SITE, 11, "owner.1.value"), (SITE, 11, "")),
        says="ZERO WIDTH SPACE",
    ),
    Case(
        "harmful-character",
        passes={SITE: site(name='"Example\\x47igs"')},
        fails={SITE: site(name='"Example\\u2066Gigs"')},
        at=((SITE, 3, "name"),),
        says="LEFT-TO-RIGHT ISOLATE",
    ),
    Case(
        "file-name",
        passes={TRANSFERS: _TRANSFER.format(country="BD")},
        fails={OTHER: SITE_TEXT.replace("examplegigs", "gigs").replace("Example", "Third").replace("এক্সাম্পল", "গিগ")},
        at=((OTHER, 2, "id"),),
        says="The file is named 'othergigs' but its id is gigs.",
    ),
    Case(
        "file-name",
        passes={},
        fails={TRANSFERS: _TRANSFER.format(country="IN")},
        at=((TRANSFERS, 3, "1.country"),),
        says="its country is IN",
    ),
    Case(
        "id-form",
        passes={SOURCES: sources('bd-2.5-page: {title: "x.example: x", address: "https://x.example", kind: news}\n')},
        fails={SOURCES: sources('A_Page: {title: "x.example: x", address: "https://x.example", kind: news}\n')},
        at=((SOURCES, 3, "A_Page"),),
        says="as in a-page",
    ),
    Case(
        "id-form",
        passes={},
        fails={METHOD: FILES[METHOD].replace("id: bkash", "id: bKash")},
        at=((METHOD, 2, "id"),),
        says="'bKash' is not an id",
    ),
)
