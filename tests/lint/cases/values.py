"""Addresses and codes."""

from __future__ import annotations

from tests.lint.building import FILES, METHOD, SITE, Case, site

_YES = "[{value: yes, source: page, confidence: low}]"

CASES = (
    Case(
        "website",
        passes={SITE: site(website="null")},
        fails={SITE: site(website="examplegigs.com")},
        at=((SITE, 4, "website"),),
        says="'examplegigs.com' is not a web address",
    ),
    Case(
        "country-code",
        passes={SITE: site(f"accepts:\n  BD: {_YES}\n")},
        fails={SITE: site(f"accepts:\n  bd: {_YES}\n")},
        at=((SITE, 11, "accepts.bd"),),
        says="'bd' is not a country code. Write the two capital letters of ISO 3166, as in BD or US. Did you mean BD?",
        mended=site(f"accepts:\n  BD: {_YES}\n"),
    ),
    Case(
        "country-code",
        passes={SITE: site("headquarters: [{value: GB, source: page, confidence: low}]\n")},
        fails={SITE: site("headquarters: [{value: UK, source: page, confidence: low}]\n")},
        at=((SITE, 10, "headquarters.1.value"),),
        says="Did you mean GB?",
        mended=site("headquarters: [{value: GB, source: page, confidence: low}]\n"),
    ),
    Case(
        "country-code",
        passes={METHOD: FILES[METHOD] + f"reaches: {{NO: {_YES}}}\n"},
        fails={METHOD: FILES[METHOD] + f"reaches: {{QQ: {_YES}}}\n"},
        at=((METHOD, 8, "reaches.QQ"),),
        says="'QQ' is not a country code",
    ),
)
