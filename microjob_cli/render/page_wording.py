"""What pages alone say, or otherwise than the program does, for their readers have none: no option, no command."""

from __future__ import annotations

from collections.abc import Mapping

# The sentences that a page says otherwise, or (empty) not at all.
PAGE_WORDING: Mapping[str, str] = {
    "({kind}, {date})": "({source}, {date})",
    "({kind} and {more} more, {date})": "({source} and {more} more, {date})",
    "{value} ({date})": "{value} ({source}, {date})",
    "an official page, {day}": "{source}, {day}",
    "an outside page, {day}": "{source}, {day}",
    "the press, {day}": "{source}, {day}",
    "a blog, {day}": "{source}, {day}",
    "a copy of a page, {day}": "{source}, {day}",
    "a forum, {day}": "{source}, {day}",
    "a worker was paid, {day}": "a worker was paid ({source}, {day})",
    "a reviewer was paid, {day}": "a reviewer was paid ({source}, {day})",
    "somebody was paid, says the press, {day}": "somebody was paid ({source}, {day})",
    "{count} sources, {day}": "{source} and {more} more, {day}",
    "charge ?": "charge not known",
    "trouble reported": "trouble reported ({source})",
    "Trouble with payment is reported.": "Trouble with payment is reported ({source}).",
    "a real site, but no lawful way to bring its money to {country} is known. Look elsewhere: {command}": (
        "a real site, but no lawful way to bring its money to {country} is known. Look elsewhere: `{command}`"
    ),
    "no lawful way to bring its money to {country} is known. Look elsewhere: {command}": (
        "no lawful way to bring its money to {country} is known. Look elsewhere: `{command}`"
    ),
    "?: sources disagree on it. `{command}` tells all of them.": (
        "?: sources disagree on it. The page of the site names all of them."
    ),
    "Where a value comes from: {command}": "",
    "Something wrong or old? Tell us the site, the right value and a page that says so, "
    "or correct the record: `microjob data path` shows where it is.": "",
    "One of them: {command}": "",
    "What there is to know. One of them: {command}": "What there is to know.",
    "1 {base} = {rate} {quote} on {on} ({kind}; today's: --rate).": "1 {base} = {rate} {quote} on {on} ({kind}).",
    "The rate of {on} is old: give today's with --rate.": "The rate of {on} is old; today's may be another.",
    "Try fewer conditions, or `microjob list` for all sites.": "",
    "`--all` lists them with the reason.": "",
    "{count} more: use `--limit`.": "",
    "The same again: `{command}`.": "",
    "{count} not ranked: experts' work (`--skill expert`).": "{count} not ranked: experts' work.",
    "{count} not ranked: contract work, no micro-jobs (`--kind freelance`).": (
        "{count} not ranked: contract work, no micro-jobs."
    ),
    "{count} not ranked: no micro-job sites (`--kind other`).": "{count} not ranked: no micro-job sites.",
    "experts' work: --skill expert": "experts' work",
    "contract work: --kind freelance": "contract work, no micro-jobs",
    "no micro-job site: --kind other": "no micro-job site",
    "Each from its bad case to its good one. One of them: `microjob tasks survey`.": (
        "Each from its bad case to its good one."
    ),
    "More: --all. Assumed: `microjob estimate --task {task}`. Sites: `microjob list --task {task}`.": "",
    "`microjob list --task {task}` lists the sites.": "",
    "No estimate: nobody we know of says what one task pays ({task}). If you know it: --set price=0.10, in dollars.": (
        "No estimate: nobody we know of says what one task pays ({task})."
    ),
    "No estimate: nobody we know of says how long one task takes ({task}). If you know it: --set minutes_per_task=5.": (
        "No estimate: nobody we know of says how long one task takes ({task})."
    ),
    "Figures come from the records, with their dates; old ones may have changed. "
    "Where one comes from: `microjob why {reference}`.": (
        "Figures come from the records, with their dates; old ones may have changed."
    ),
    "`microjob estimate` tells what is assumed, and lets you change it.": "",
}

# The pages that are about no single record, as running text calls them.
PAGE_NAMES: Mapping[str, str] = {
    "index": "Which site pays me?",
    "finder": "find a site",
    "calculator": "what reaches your hand",
    "checker": "check an address",
    "danger": "danger signs",
    "sites": "all sites",
    "methods": "payout methods",
    "tasks": "kinds of work",
    "topics": "what there is to know",
    "sheet": "signs of a fraud: a sheet to hang up",
    "about": "about these pages",
}

# The pages that answer by script: labels of their forms, and what they say of what is typed.
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
