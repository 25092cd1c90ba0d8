"""The sentences behind codes, the words for values of closed lists, the headings of fields."""

from __future__ import annotations

from microjob_cli.render.answer_sentences import ANSWERS
from microjob_cli.render.page_wording import TOOLS
from microjob_cli.render.record_sentences import RECORDS

# Fields that are headed by what they are called.
_HEADED = """
id status website founded skill owner accepts tasks minimum ratings warnings method since until verdict
offered rate limits dangers closed
""".split()
FIELDS = {
    **{name: name.capitalize() for name in _HEADED},
    "name": "Site",
    "headquarters": "Head office",
    "kind": "Kind of site",
    "pay_to_join": "To pay or bring in first",
    "payment_proof": "Payments told of",
    "successor": "Now part of",
    "devices": "Works on",
    "identity_checks": "Identity check",
    "review_days": "Work is checked in",
    "success_rate": "Success rate to keep",
    "task_pay": "Pay",
    "earnings": "Said to bring",
    "payouts": "Pays by",
    "fee": "Charge",
    "days": "Takes",
    "confirmed": "As of",
    "former_names": "Formerly",
    "bengali_name": "Bengali name",
    "superseded_by": "Replaced by",
    "rank": "#",
    "evidence": "Who says it pays",
    "reach": "Pays you by",
    "reasons": "Why",
    "reaches": "Works in",
    "standing": "The law",
    "available": "Works today",
    "margin": "Worse rate by",
    "notes": "Good to know",
    "facts": "Good to know",
}

# Values of closed lists that are plain English words as they are.
_PLAIN = """
measured rule guess claimed holds rosy outdated wrong unproven international active paused closed
merged unknown yes partly no official independent news blog forum high error warning medium low none
selfie interview test expert avoid forbidden proven unreachable interbank surveys other copy
""".split()
# Those that are so with a capital, as topics and warnings are.
_CAPITALISED = """
asia android account countries success-rate referral payout pay tasks workers buyers history owner status
investment-scheme little-work poor-support
""".split()
WORDS = {
    **{word: word for word in _PLAIN},
    **{word: word.replace("-", " ").capitalize() for word in _CAPITALISED},
    # price zones
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
    "identity": "Identity check",
    "review": "Checking of work",
    "sign-up-bonus": "Sign-up bonus",
    "schedule": "Pay days",
    "pay-money": "money",
    "match": "Which site it may be",
    "reply": "What was said in reply",
    # warning codes
    "fraud-report": "Fraud reported",
    "non-payment-report": "Reported not to pay",
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
    "country-limits": "Limits by country",
    "slow-payout": "Slow payouts",
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
    "bad-base-url": "{found} is no address of the web. Write it as in https://example.org/pages.",
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
