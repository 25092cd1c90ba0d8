"""The sentences for those who keep the records: findings of the rules, and what the `data` commands say."""

# What a value has the form of.
_FORMS = (
    "assumption", "currency", "date", "fee", "figure", "minimum", "money", "number of days",
    "number of minutes", "pay", "percentage", "range", "rate", "score", "support", "number",
)  # fmt: skip
FORMS = {**{form: form for form in _FORMS}, "sets": "slot with a value that it can have"}

_READING = {
    "field-missing": "The key {expected} is missing here. Add it.",
    "unknown-key": "{found} is not a key that may stand here. Known keys: {expected}.",
    "unknown-key-near": "{found} is not a key that may stand here.",
    "not-in-list": "{found} is not allowed here. Use one of: {expected}.",
    "wrong-form": "{found} does not have the form of a {hint}. Write it like: {expected}.",
    "not-a-list": "A list is expected here: start each entry with a dash.",
    "not-a-mapping": "Keys with values are expected here, as in {{value: ..., source: ...}}.",
    "not-text": "A piece of text is expected here.",
    "not-valid": "The value is not valid here: {hint}.",
    "not-yaml": "The file is not valid YAML here: {hint}.",
    "tab-used": "A tab stands here. Indent with spaces.",
    "not-utf8": "The file is not saved as UTF-8. Save it as UTF-8 and try again.",
    "forbidden-character": "The character {found} may not stand in a record. Delete it.",
    "file-too-large": "The file is larger than {expected} bytes.",
    "file-unreadable": "The file cannot be read: {hint}.",
    "not-a-file": "This is no file: a folder, a pipe or a device has its name. Move it away.",
    "more-of-the-same": "More of this sort is wrong from here on: only the first {expected} are told.",
    "too-many-values": "The file holds more than {expected} values.",
    "alias-used": "Anchors (&) and aliases (*) are not allowed. Write the value out.",
    "several-documents": "A file holds one record only. Remove the second --- and what follows.",
    "text-too-long": "The text is longer than {expected} characters.",
    "duplicate-key": "The key {found} stands here a second time. Keep one of them.",
    "nested-too-deep": "The values are nested deeper than {expected} levels.",
    "key-not-text": "A key must be plain text.",
    "id-differs": "The id {found} differs from the key it stands under, {expected}. Leave the id out.",
    "amends-only-claims": "A record that amends another one adds claims only. Delete {found}.",
    "id-taken": "The id {found} is already used in {hint}.",
    "no-such-source": "There is no source {found} in sources.yaml. Add it there or correct the id.",
    "no-such-method": "There is no payout method {found}. Use an id of data/payout_methods.",
    "no-such-task": "There is no task type {found}. Use an id of task_types.yaml.",
    "no-such-platform": "There is no platform {found}. Use the id of a record.",
    "assumption-missing": "The assumption {found} is missing. Add it to estimator.yaml.",
    "no-such-study": "There is no study {found}. Use an id of studies.yaml.",
    "no-such-sign": "There is no danger sign {found}.",
    "no-such-word": "There is no word {found}. Use an id of questions/words, or a mark such as `a-site`.",
    "guide-untitled": "A guide begins with a line `# Title`, and its text follows below.",
    "guide-one-language": "The guide is missing in the other language: {expected}. Write it too.",
    "guide-reference": "The guide refers to {found}, which the records do not have. "
    "Write the id of a record and a field of it, as for `microjob why`.",
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
    "refusal-unnamed": "In {found} there is no word of the refused subject. Add the word to one of {expected}, "
    "or leave the example out.",
    "leanings-outdated": "The leanings of {found} were learnt from other words or examples. "
    "Run `python -m tools.{hint}`, which learns them anew.",
    "unused-source": "No record cites the source {found}. Cite it where it belongs, or delete it.",
    "source-address": "{found} is not a whole web address. Write it with https://, as in https://example.com/page.",
    "copy-without-original": "{found}: a copy names the page that it copies under `original`, and nothing else does.",
    "address-of-numbers": "{found} does not tell whose page it is. Cite the page itself, "
    "or write kind: copy, and under `original` the address of the page.",
    "official-elsewhere": "Anybody can put up a page at {found}. Write kind: forum, blog or copy, "
    "or cite the site's own page.",
    "title-says-nothing": "The title {found} does not tell what the page is. Write its headline, or what is on it.",
    "date-left-out": "{found} is dated {expected}, but the claim has no date. Add as_of.",
    "own-address": "{found} is no host. Write it without https:// and without a path, as in example.com.",
    "own-address-twice": "{found} stands in another record too: {expected} calls it its own.",
    "sign-without-case": "{found} is a danger sign, but no case of it is told. Add one under seen, with its source.",
    "source-twice": "The source {expected} has this address too. Keep one of the two and cite that.",
    "date-in-future": "{found} has not come yet: today is {expected}. Write the day on which it was said.",
    "dated-after-source": "{found} is later than the page it rests on: {hint} is dated {expected}. "
    "Correct one of the two dates.",
    "ended-before-begun": "It ends {found}, before it begins ({expected}). Correct one of the two dates.",
    "overrated-forum": "{found} is a forum and nothing here has a date. Write confidence: medium or low.",
    "claim-repeated": "The claim {found} stands here a second time, with the same source and date. Delete one of them.",
    # values
    "website": "{found} is not a whole web address. Write it with https://, as in https://example.com, or null.",
    "country-code": "{found} is not a country code. Write the two capital letters of ISO 3166, as in BD or US.",
    # platforms
    "no-status": "Nobody says whether the site works. Add a claim; its value may be unknown.",
    "unexplained-non-payment": "The site is reported not to pay, but no warning says who reported what. "
    "Add a warning with one of the codes {expected}.",
    "pay-to-join": "{found}: the field `pay_to_join` and a warning that tells of it belong together. Add {expected}.",
    "no-successor": "The site was merged into another one. Add successor, with the id of that site.",
    "offered-missing": "Nobody says whether {found} is offered. Add offered with a claim: yes, partly or no.",
    "superseded-without-end": "{found} was replaced by another method. Add until: when did it end?",
    "entry-repeated": "{found} already stands in this list. Put its claims into the first entry.",
    # texts
    "empty-text": "The text is empty. Write it, or leave the key out.",
    "not-nfc": "The text has {hint} where the standard form (NFC) is another. Write it in the standard form.",
    "bengali-missing": "There is no Bengali in {found}. Write this text in Bengali.",
    "bengali-in-english": "There is Bengali in {found}. Write this text in Latin letters.",
}

FINDINGS = {**_READING, **RULE_FINDINGS}

RECORDS = {
    "check-clean": "Nothing is wrong. Files: {files}. Records: {records}.",
    "check-found": "Errors: {errors}. Warnings: {warnings}. Files: {files}. Records: {records}.",
    "schema-written": "Written: {path}",
    "schema-unchanged": "Unchanged: {path}",
    "stale-why": "`microjob why NAME FIELD` shows every claim behind a value.",
    "nothing-stale": "Nothing here is old, undated or disputed.",
    "verify-counted": "{pages} pages, {claims} claims: {same} the same, {drifted} differ, {not_found} not found.",
    "verify-written": "Written into the records: {count}.",
    "quality-known": "{known} of {places} values are known.",
    "quality-shares": "Dated, official, fresh and disputed are shares of what is known.",
    "own-or-into": "Give either --own or --into: a record goes into one folder.",
    "no-verify-extra": "Looking at sources again needs more libraries: pip install 'microjob-cli[verify]'.",
    "no-contact": "Say whom the sites may write to: --contact with your mail or your page, in Latin letters.",
    "records-installed": "These records are part of the installed program. Use --own, or name a folder with --data.",
    "no-own-records": "You have no records of your own yet. `microjob data new ID --own` starts one.",
    "no-place-for-own": "There is no folder for your own records. Name one with the environment variable {variable}.",
    "no-such-path": "There is no file or folder {path}.",
    "no-records": "{path} holds no records. A record folder has one of: {known}.",
    "kind-unclear": "It is not clear what kind of record {path} is. Put it where such records belong ({known}), "
    "or begin it with a line that names its schema: # yaml-language-server: $schema=platform.json",
    "no-such-kind": "There is no kind of record named {found}. Kinds: {known}.",
    "cannot-read": "{path} cannot be read: {problem}.",
    "cannot-write": "{path} cannot be written: {problem}.",
    "unreadable-answer": "That is no text that can be read. Type it again.",
    "no-record-folder": "There are no records in the folder data here. Name the folder to write into: --into DIR.",
    "no-such-into": "{folder} is not a folder. Make it first, or give --into another one.",
    "record-there": "{path} is already there: open it in a text editor.",
    "bad-id": "{found} is not an id. Write small letters, digits and single hyphens, as in {example}.",
    "id-in-use": "{found} is already a name of {name}: `microjob show {id}`.",
}
