"""The sentences for those who keep the records: findings of the rules, and what the `data` commands say."""

from __future__ import annotations

# What a value has the form of.
FORMS = {
    "assumption": "assumption",
    "currency": "currency",
    "date": "date",
    "fee": "fee",
    "figure": "figure",
    "minimum": "minimum",
    "money": "money",
    "number of days": "number of days",
    "number of minutes": "number of minutes",
    "pay": "pay",
    "percentage": "percentage",
    "range": "range",
    "rate": "rate",
    "score": "score",
    "sets": "slot with a value that it can have",
    "support": "support",
    "number": "number",
}

RULE_FINDINGS = {
    # files
    "editor-line": "The first line does not name the schema. Begin the file with: {expected}",
    "harmful-character": "The invisible character {hint} stands here. Delete it.",
    "file-name": "The file is named {found} but its {hint} is {expected}. Rename the file or correct the {hint}.",
    "id-form": "{found} is not an id. Use small letters, digits and single hyphens, as in {expected}.",
    # names
    "name-taken": "{found} already names {expected} ({hint}). Remove it from one of the two records.",
    "name-shared": "{found} also names {expected} ({hint}). Remove it where it is the less usual name.",
    "alias-repeated": "{found} is already a name here ({expected}): case, spaces and hyphens do not count. Delete it.",
    "lookalike-name": "{found} looks like {expected}, a name of {hint}, but is spelt with other letters. "
    "Type it anew or remove it.",
    "mixed-alphabets": "{found} has {hint} letters among Latin ones that look like them. Type the word anew.",
    # sources and dates
    "examples-of-nothing": "There is no intent and no refusal {found}. Name the file and its id after one of them.",
    "leanings-outdated": "The leanings of {found} were learnt from other words or examples. "
    "Run `python -m tools.learn_questions`, which learns them anew.",
    "unused-source": "No record cites the source {found}. Cite it where it belongs, or delete it.",
    "source-address": "{found} is not a web address. Write all of it, as in https://example.com/page.",
    "source-twice": "The source {expected} has this address too. Keep one of the two and cite that.",
    "date-in-future": "{found} has not come yet: today is {expected}. Write the day on which it was said.",
    "dated-after-source": "{found} is later than the page it rests on: {hint} is dated {expected}. "
    "Correct one of the two dates.",
    "ended-before-begun": "It ends {found}, before it begins ({expected}). Correct one of the two dates.",
    "overrated-forum": "{found} is a forum and nothing here has a date. Write confidence: medium or low.",
    "claim-repeated": "The claim {found} stands here a second time, with the same source and date. Delete one of them.",
    # values
    "website": "{found} is not a web address. Write all of it, as in https://example.com, or null if it is not known.",
    "country-code": "{found} is not a country code. Write the two capital letters of ISO 3166, as in BD or US.",
    # platforms
    "no-status": "Nobody says whether the site works. Add a claim; its value may be unknown.",
    "unexplained-non-payment": "The site is reported not to pay, but no warning says who reported what. "
    "Add a warning with one of the codes {expected}.",
    "no-successor": "The site was merged into another one. Add successor, with the id of that site.",
    "offered-missing": "Nobody says whether {found} is offered. Add offered with a claim: yes, partly or no.",
    "superseded-without-end": "{found} was replaced by another method. Add until: when did it end?",
    "entry-repeated": "{found} already stands in this list. Put its claims into the first entry.",
    # texts
    "empty-text": "The text is empty. Write it, or leave the key out.",
    "not-nfc": "The text has {hint} where the standard form (NFC) is another. Let --fix write it in the standard form.",
    "bengali-missing": "There is no Bengali in {found}. Write this text in Bengali.",
    "bengali-in-english": "There is Bengali in {found}. Write this text in Latin letters.",
}

RECORD_REMARKS = {
    "check-clean": "Nothing is wrong. Files: {files}. Records: {records}.",
    "check-found": "Errors: {errors}. Warnings: {warnings}. Files: {files}. Records: {records}.",
    "check-fixable": "`--fix` mends {count} of them.",
    "schema-written": "Written: {path}",
    "schema-unchanged": "Unchanged: {path}",
    "check-mended": "Mended: {count}.",
    "stale-why": "`microjob why NAME FIELD` shows every claim behind a value.",
    "nothing-stale": "Nothing here is old, undated or disputed.",
    "quality-known": "{known} of {places} values are known.",
    "quality-shares": "Dated, official, fresh and disputed are shares of what is known.",
    "source-known": "The source {id} was recorded before.",
}

# What `data new` asks. A suggestion stands behind in square brackets; Enter takes it.
RECORD_QUESTIONS = {
    "ask-intro": "A new record. Enter skips a question; unknown is a good answer. Ctrl-C leaves.",
    "ask-name": "Name of the site, as it writes it",
    "ask-website": "Its address (leave out a fraud's)",
    "ask-id": "Its id here, which never changes",
    "ask-bengali-name": "Its name in Bengali letters",
    "ask-source-address": "Your source: the address of the page",
    "ask-source-title": "Title of the page",
    "ask-source-kind": "Kind of page (official, independent, news, blog, forum)",
    "ask-source-date": "Date that it shows, as in 2026-06-27 or 2026-06",
    "ask-source-id": "Id of this source",
    "ask-status": "Status (active, paused, closed, merged, not-paying-reports)",
    "ask-successor": "Merged into which site",
    "ask-warning": "What is reported (non-payment-report, fraud-report)",
    "ask-warning-en": "Who reports what and when, in English",
    "ask-warning-bn": "The same in Bengali",
    "ask-accepts": "Takes people from {country} (yes, partly, no)",
    "ask-payout": "Pays by (as in bkash; Enter: no more)",
    "ask-minimum": "Smallest withdrawal by {method}, as in 300 BDT",
}

RECORD_ERRORS = {
    "own-or-into": "Give either --own or --into: a record goes into one folder.",
    "no-own-records": "You have no records of your own yet. `microjob data new --own` starts one.",
    "no-place-for-own": "There is no folder for your own records. Name one with the environment variable {variable}.",
    "no-such-path": "There is no file or folder {path}.",
    "no-records": "{path} holds no records. A record folder has one of: {known}.",
    "kind-unclear": "It is not clear what kind of record {path} is. Put it where such records belong ({known}), "
    "or begin it with a line that names its schema: # yaml-language-server: $schema=platform.json",
    "no-such-kind": "There is no kind of record named {found}. Kinds: {known}.",
    "cannot-read": "{path} cannot be read: {problem}.",
    "cannot-write": "{path} cannot be written: {problem}.",
    "options-needed": "Nobody can be asked without a terminal. Give {options}.",
    "answer-needed": "This one is needed. Ctrl-C leaves.",
    "unreadable-answer": "That is no text that can be read. Type it again.",
    "not-one-of": "{found} is none of: {known}.",
    "no-record-folder": "There are no records in the folder data here. Name the folder to write into: --into DIR.",
    "no-such-into": "{folder} is not a folder. Make it first, or give --into another one.",
    "record-there": "{path} is already there. With --force it is written anew.",
    "cannot-append": "Nothing can be added to {path} as it is written. Add the source {id} to it by hand first.",
    "bad-name": "{found} has neither letters nor digits.",
    "bad-id": "{found} is not an id. Write small letters, digits and single hyphens, as in {example}.",
    "id-in-use": "The id {found} belongs to {name}. Choose another one, or write that record anew with --force.",
    "name-in-use": "{found} is already a name of {name}: `microjob show {id}`.",
    "looks-like": "{found} looks like {other}, a name of {id}, but is spelt with other letters.",
    "mixed-letters": "{found} has {alphabet} letters among Latin ones that look like them. Type it again.",
    "hidden-character": "The invisible character {character} stands there. Type it again without it.",
    "too-long": "That is longer than {most} characters.",
    "bad-address": "{found} is not a web address. Write all of it, as in https://example.com.",
    "bad-partial-date": "{found} is not a date. Write as much of it as is known: 2026-06-27, 2026-06 or 2026.",
    "date-to-come": "{found} has not come yet: today is {today}.",
    "bad-minimum": '{found} is not a minimum. Write it as in "5 USD" or "4 USD or 300 BDT".',
    "payout-twice": "{found} is named twice.",
    "not-bengali": "{found} is not in Bengali.",
    "not-english": "{found} is not in English.",
    "source-differs": "{found} is already the source {id}. Give --source-id {id}.",
    "source-id-in-use": "The source {found} is another page: {address}. Choose another id.",
}
