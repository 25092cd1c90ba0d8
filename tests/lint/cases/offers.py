"""Whose an address is, and by what a danger sign is known."""

from __future__ import annotations

from tests.lint.building import FILES, METHOD, OTHER, OTHER_TEXT, SITE, Case, site

SIGNS = "danger_signs.yaml"
_OWN = "addresses:\n  - {address: ADDRESS, source: page}\n"
_SIGN = """\
# yaml-language-server: $schema=schema/danger_signs.json
pay-first:
  sign: {en: You are to pay first., bn: আগে টাকা চায়।}
  why: {en: Real work pays you., bn: আসল কাজে টাকা পান।}
  do: {en: Pay nothing., bn: টাকা দেবেন না।}
"""
_CASE = "  seen: [{en: Somebody paid., bn: একজন টাকা দেন।, source: page, confidence: low}]\n"

CASES = (
    Case(
        "own-address",
        passes={METHOD: FILES[METHOD] + _OWN.replace("ADDRESS", "bkash.com")},
        fails={METHOD: FILES[METHOD] + _OWN.replace("ADDRESS", "https://bkash.com/help")},
        at=((METHOD, 9, "addresses.1.address"),),
        says="is no host",
    ),
    Case(
        "own-address-twice",
        passes={SITE: site(_OWN.replace("ADDRESS", "old.example.com")), OTHER: OTHER_TEXT},
        fails={
            SITE: site(_OWN.replace("ADDRESS", "gigs.example.com")),
            OTHER: OTHER_TEXT + _OWN.replace("ADDRESS", "gigs.example.com"),
        },
        at=((OTHER, 11, "addresses.1.address"),),
        says="examplegigs calls it its own",
    ),
    Case(
        "sign-without-case",
        passes={SIGNS: _SIGN + _CASE},
        fails={SIGNS: _SIGN},
        at=((SIGNS, 2, "pay-first"),),
        says="no case of it is told",
    ),
)
