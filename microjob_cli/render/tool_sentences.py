"""The sentences of the pages that answer by script: labels of their forms, and what they say of what is typed."""

from __future__ import annotations

TOOLS = {
    "tool-needs-script": "This page reckons with a script, and your browser runs none. Without it:",
    "tool-optional": "It may stay empty.",
    "finder-country": "Your country",
    "finder-payout": "Where do you want the money?",
    "finder-anywhere": "Wherever I can get it",
    "finder-others": "Others",
    "finder-device": "What do you work on?",
    "finder-any-device": "Any device",
    "finder-more": "More about you",
    "finder-most": "At most how much before the first withdrawal?",
    "finder-bad-number": "{found} is not a number. Write it as in 500.",
    "finder-wider": "Leave the amount empty, or take any device.",
    "finder-instead": "There are sites for:",
    "calculator-start": "Where is the money now?",
    "calculator-held": "I have it already",
    "calculator-sites": "On a site",
    "calculator-to": "Where do you want it?",
    "calculator-amount": "How much?",
    "calculator-currency": "Currency",
    "checker-text": "Paste the address or the message",
    "checker-leads-to": "Leads to: {host}",
    "checker-before-at": "What stands before the @ does not count: a browser goes to what stands behind it.",
    "checker-foreign": "It has letters that are not Latin and may only look like Latin ones.",
    "checker-no-address": "No address stands in that.",
}
