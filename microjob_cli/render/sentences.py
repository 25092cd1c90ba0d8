"""The sentences behind codes, the words for values of closed lists, the headings of fields."""

from microjob_cli.render.answer_sentences import ANSWERS
from microjob_cli.render.record_sentences import RECORDS
from microjob_cli.render.tool_sentences import TOOLS

FIELDS = {
    "id": "Id",
    "name": "Site",
    "status": "Status",
    "website": "Website",
    "founded": "Founded",
    "headquarters": "Head office",
    "kind": "Kind of site",
    "skill": "Skill",
    "pay_to_join": "To pay or bring in first",
    "payment_proof": "Payments told of",
    "owner": "Owner",
    "successor": "Now part of",
    "accepts": "Accepts",
    "devices": "Works on",
    "identity_checks": "Identity check",
    "review_days": "Work is checked in",
    "success_rate": "Success rate to keep",
    "tasks": "Tasks",
    "task_pay": "Pay",
    "earnings": "Said to bring",
    "payouts": "Pays by",
    "minimum": "Minimum",
    "fee": "Charge",
    "days": "Takes",
    "confirmed": "As of",
    "former_names": "Formerly",
    "ratings": "Ratings",
    "warnings": "Warnings",
    "bengali_name": "Bengali name",
    "method": "Method",
    "since": "Since",
    "until": "Until",
    "superseded_by": "Replaced by",
    "rank": "#",
    "verdict": "Verdict",
    "evidence": "Who says it pays",
    "reach": "Pays you by",
    "reasons": "Why",
    "offered": "Offered",
    "rate": "Rate",
    "reaches": "Works in",
    "standing": "The law",
    "available": "Works today",
    "margin": "Worse rate by",
    "limits": "Limits",
    "notes": "Good to know",
    "facts": "Good to know",
    "dangers": "Dangers",
    "closed": "Closed",
}

# Values of closed lists that are plain English words as they are.
_PLAIN = """
measured rule guess claimed holds rosy outdated wrong unproven international active paused closed
merged unknown yes partly no official independent news blog forum high error warning medium low none
selfie interview test expert avoid forbidden proven unreachable interbank surveys other copy
""".split()
WORDS = {
    **{word: word for word in _PLAIN},
    # price zones
    "asia": "Asia",
    "western": "western countries",
    # who tells of a payment
    "worker": "a worker",
    "reviewer": "a reviewer",
    "press": "somebody, says the press,",
    "not-paying-reports": "reported not to pay",
    # what came of looking at a source again
    "same": "the same",
    "drifted": "says something else",
    "not-found": "not found there",
    "moved": "page moved",
    "parked": "domain for sale",
    "gone": "page gone",
    "blocked": "not let in",
    "unreadable": "not readable",
    "not-checkable": "no page can be asked",
    "browser": "web browser",
    "desktop": "computer",
    "mobile": "phone",
    "android": "Android",
    "ios": "iPhone",
    "email": "e-mail",
    "phone": "phone number",
    "id-document": "ID document",
    "address-letter": "letter to your address",
    "payment-account": "payment account in your name",
    "clear": "lawful",
    "restricted": "lawful under conditions",
    "reference": "reference rate",
    "bank-buying": "bank buying rate",
    "export": "for exporters",
    "market": "market rate",
    # what a site is
    # kinds of sites, what they ask for
    "micro-tasks": "small tasks",
    "ai-training": "training AI",
    "offers-and-games": "offers and games",
    "paid-to-click": "paid clicks",
    "freelance": "freelance contracts",
    "recruit": "bringing others in",
    # topics of notes
    "account": "Account",
    "identity": "Identity check",
    "countries": "Countries",
    "review": "Checking of work",
    "success-rate": "Success rate",
    "referral": "Referral",
    "sign-up-bonus": "Sign-up bonus",
    "schedule": "Pay days",
    "payout": "Payout",
    "pay": "Pay",
    "tasks": "Tasks",
    "workers": "Workers",
    "buyers": "Buyers",
    "history": "History",
    "owner": "Owner",
    "status": "Status",
    "match": "Which site it may be",
    "reply": "What was said in reply",
    # warning codes
    "fraud-report": "Fraud reported",
    "non-payment-report": "Reported not to pay",
    "investment-scheme": "Investment scheme",
    "pay-to-join": "Asks for money first",
    "must-recruit": "You must bring others in",
    "payment-complaint": "Complaints about payment",
    "no-payment-proof": "No outside proof of payment",
    "account-loss": "How accounts are lost",
    "unrealistic-promise": "Promises too much",
    "rule-breaking-tasks": "Tasks that break another site's rules",
    "privacy": "Your data",
    "lookalike": "Look-alikes",
    "payout-reach": "Payout hard to receive",
    "rejection": "Work refused without pay",
    "low-pay": "Very low pay",
    "little-work": "Little work",
    "country-limits": "Limits by country",
    "slow-payout": "Slow payouts",
    "poor-support": "Poor support",
    "unfair-terms": "Terms against the worker",
}

_ERRORS = {
    "no-such-platform": "No site named {word} is in the records.",
    "no-such-method": "No payout method named {word} is in the records.",
    "no-such-task": "No task type named {word} is in the records.",
    "no-such-record": "No site, payout method or transfer named {word} is in the records.",
    "no-such-field": "{record} has no field {word}. It has: {fields}.",
    "no-such-start": "Neither a site nor a payout method named {word} is in the records.",
    "no-such-folder": "{folder} is not a folder. Give --data the folder that holds the records.",
    "no-such-language": "There is no language {found}. Languages: {known}.",
    "no-such-row": "There is no row {found}. Rows: {known}.",
    "no-such-column": "There is no column {found}. Columns: {known}.",
    "no-such-sort": "The list cannot be sorted by {found}. It can by: {known}.",
    "not-a-site": "{path} is there and holds no pages of ours, so it is left alone. Name another folder.",
    "bad-date": "{found} is not a date. Write it as 2026-11-23.",
    "bad-country": "{found} is not a country code. Write two letters, as in BD or IN.",
    "bad-money": '{found} is not an amount of money. Write a number and a currency, as in "5 USD" or "300 BDT".',
    "bad-amount": '{found} is nothing to send. Write an amount above nought, as in "10 USD".',
    "bad-rate": "{found} is not a rate. Write `--rate 123.5` for dollars, `--rate EUR=142` for euros.",
    "usage": "{problem}",
    "no-mcp-extra": "A server for assistants needs one more library: pip install 'microjob-cli[mcp]'.",
    "shortened": "This is not all: long lists are cut. All of it: `{command}`.",
    "too-fine": "{found} cannot be paid: in that currency sums go in steps of {least}.",
    "compare-same": "{names}: these are names of one site, {name}. Name two or three sites to compare.",
    "nothing-named": "Nothing is named. Write the name behind it, as in `microjob show hotovaga`.",
    "compare-needs-two": "Name two or three sites to compare.",
    "own-left-out": "Left out of your own records: {problem}",
    "records-broken": "The records cannot be used: {count} found wrong.",
    "advise-needs": "Without a terminal nothing is asked. Give {options}.",
    "not-a-choice": "{found} is not one of the choices.",
    "bad-hours": "{found} is not a number of hours. Write 1 to 24.",
    "bad-clock": "The clock of this computer is wrong. Set its date, or give today's: --today 2026-11-23.",
    "no-home": "Your home folder is not known. Name it with the environment variable {variable}.",
    "no-bengali-here": (
        "Bengali cannot be written here, so this is in English. For Bengali set PYTHONIOENCODING=utf-8 and ask again."
    ),
    "cannot-use": "{path} cannot be used: {problem}.",
    "cannot-print": "The answer could not be written: {problem}.",
    "unexpected": "Something went wrong inside microjob ({problem}). Please report it; MICROJOB_DEBUG=1 shows where.",
    "more-findings": "and {count} more: `microjob data check` lists them all.",
    "did-you-mean": "Did you mean {names}?",
    "no-such-assumption": "{word} is no assumption. There are: {choices}.",
    "assumption-without-value": "Give a value, as in --set {name}=0.5.",
    "bad-assumption": "{found} cannot be {name}: it takes a number from {least} to {most}.",
    "no-rate-for": (
        "No exchange rate is recorded for {money}. Give the target in {currency}, or your own rate with --rate."
    ),
    "no-such-topic": "There is no topic named {word}.",
    "no-question": 'Ask something, as in `microjob ask "which sites pay by bKash"`.',
    "piped-no-text": "What is piped in is not text in UTF-8. Save it as UTF-8 and try again.",
    "piped-too-long": "More than {count} characters are piped in. Take the part that matters.",
    "nothing-to-check": "Paste the address or the words of the offer behind `microjob check`.",
}

SENTENCES = {**ANSWERS, **RECORDS, **TOOLS, **_ERRORS}

# The sentences that a page says otherwise, or (empty) not at all.
PAGE_WORDING = {
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
    "trouble reported": "trouble reported by {source}",
    "Trouble with payment is reported.": "Trouble with payment is reported by {source}.",
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
