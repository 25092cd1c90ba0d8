"""Addresses and codes; what a platform's record must say, or must say once."""

from __future__ import annotations

from tests.lint.building import FILES, METHOD, OTHER, OTHER_TEXT, SITE, SITE_TEXT, Case, site

_YES = "[{value: yes, source: page, confidence: low}]"
_OPTION = f"payouts:\n  - method: bkash\n    offered: {_YES}\n"
_NOT_PAYING = "  - {value: not-paying-reports, source: page, confidence: low}\n"
_WARNING = "warnings:\n  - {code: CODE, en: Workers say so., bn: কর্মীরা বলেন।, source: page, confidence: low}\n"
_GIVEN = "pay_to_join: [{value: recruit, source: page, confidence: low}]\n"

CASES = (
    Case(
        "website",
        passes={SITE: site(website="null")},
        fails={SITE: site(website="examplegigs.com")},
        at=((SITE, 4, "website"),),
        says="'examplegigs.com' is not a whole web address",
    ),
    Case(
        "country-code",
        passes={SITE: site(f"accepts:\n  BD: {_YES}\n")},
        fails={SITE: site(f"accepts:\n  bd: {_YES}\n")},
        at=((SITE, 11, "accepts.bd"),),
        says="'bd' is not a country code. Write the two capital letters of ISO 3166, as in BD or US. Did you mean BD?",
    ),
    Case(
        "country-code",
        passes={SITE: site("headquarters: [{value: GB, source: page, confidence: low}]\n")},
        fails={SITE: site("headquarters: [{value: UK, source: page, confidence: low}]\n")},
        at=((SITE, 10, "headquarters.1.value"),),
        says="Did you mean GB?",
    ),
    Case(
        "country-code",
        passes={METHOD: FILES[METHOD] + f"reaches: {{NO: {_YES}}}\n"},
        fails={METHOD: FILES[METHOD] + f"reaches: {{QQ: {_YES}}}\n"},
        at=((METHOD, 8, "reaches.QQ"),),
        says="'QQ' is not a country code",
    ),
    Case(
        "no-status",
        passes={},
        fails={SITE: SITE_TEXT.split("status:")[0] + "status: []\n", OTHER: OTHER_TEXT},
        at=((SITE, 8, "status"),),
        says="Nobody says whether the site works",
    ),
    Case(
        "unexplained-non-payment",
        passes={SITE: SITE_TEXT + _NOT_PAYING + _WARNING.replace("CODE", "non-payment-report")},
        fails={SITE: SITE_TEXT + _NOT_PAYING + _WARNING.replace("CODE", "low-pay")},
        at=((SITE, 10, "status.2.value"),),
        says="no warning says who reported what",
    ),
    Case(
        "pay-to-join",
        passes={
            SITE: SITE_TEXT + _GIVEN + _WARNING.replace("CODE", "must-recruit"),
            OTHER: OTHER_TEXT + _GIVEN + _WARNING.replace("CODE", "investment-scheme"),
        },
        fails={SITE: SITE_TEXT + _GIVEN, OTHER: OTHER_TEXT + _WARNING.replace("CODE", "pay-to-join")},
        at=((SITE, 10, "pay_to_join.1.value"), (OTHER, 11, "warnings.1.code")),
        says="pay_to_join",
    ),
    Case(
        "no-successor",
        passes={
            OTHER: OTHER_TEXT,
            SITE: SITE_TEXT
            + "  - {value: merged, source: page, confidence: low}\n"
            + "successor: [{value: othergigs, source: page, confidence: low}]\n",
        },
        fails={SITE: SITE_TEXT + "  - {value: merged, source: page, confidence: low}\n"},
        at=((SITE, 10, "status.2.value"),),
        says="Add successor",
    ),
    Case(
        "offered-missing",
        passes={SITE: site(_OPTION)},
        fails={
            SITE: site("payouts:\n  - method: bkash\n    minimum: [{value: 5 USD, source: page, confidence: low}]\n")
        },
        at=((SITE, 11, "payouts.bkash"),),
        says="Nobody says whether 'bkash' is offered",
    ),
    Case(
        "superseded-without-end",
        passes={
            SITE: site(
                _OPTION
                + "    superseded_by: [{value: bkash, source: page, confidence: low}]\n"
                + "    until: [{value: 2021, source: page, confidence: low}]\n"
            )
        },
        fails={SITE: site(_OPTION + "    superseded_by: [{value: bkash, source: page, confidence: low}]\n")},
        at=((SITE, 13, "payouts.bkash.superseded_by"),),
        says="Add until",
    ),
    Case(
        "entry-repeated",
        passes={SITE: site(_OPTION)},
        fails={SITE: site(f"{_OPTION}  - method: bkash\n    offered: {_YES}\n")},
        at=((SITE, 13, "payouts.bkash.method"),),
        says="'bkash' already stands in this list",
    ),
)
