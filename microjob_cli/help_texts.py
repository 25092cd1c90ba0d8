"""What help says of each command, and two examples of it. Kept apart from the docstrings, which `python -OO` drops."""

from collections.abc import Mapping

# The whole program, and the groups of commands.
OF_ALL = "Which micro-job site can you trust, how does it pay, and what reaches your hand."
GROUPS: Mapping[str, str] = {
    "data": "For those who keep the records: check them, write new ones, see what is old or missing.",
    "site": "The records as pages for a phone, to be handed out or put on the web.",
}
# Paragraphs are parted by an empty line.
COMMANDS: Mapping[str, str] = {
    "list": "Which sites are there: those that can pay you first; filter, sort, choose columns.",
    "show": "What is known of one site: is it real, how does it pay, does that reach you, what to beware of.",
    "recommend": "Which sites suit me, best first, and what to do first.",
    "advise": "Five short questions, then a recommendation and the command that repeats it.",
    "compare": "Two or three sites side by side.",
    "route": "What is left in my hand, hop by hop, best way first.",
    "estimate": "What an hour and a month bring: low, typical, high, with everything that is assumed.",
    "tasks": "Kinds of work: pay, minutes, what an hour brings, who has them, what they can cost you.",
    "payouts": "Payout methods: does it work in my country, what does it cost to bring home, who pays by it.",
    "learn": "What there is to know: the topics, or one of them.",
    "ask": "Answers a question in your own words, and prints the command that it understood.\n\n"
    "Several questions can be piped in, one a line. Exit code 3 when it cannot answer.",
    "check": "Is a pasted address or offer the real site, a look-alike, a reported fraud, or unknown; "
    "and the danger signs.",
    "why": "Where a value comes from: every claim, its source, its date, and which rule chose.",
    "post": "A dated article with its sources, to be pasted into a blog: as Markdown, or with -f html.",
    "mcp": "A server for assistants, by the Model Context Protocol: they ask what you would type.\n\n"
    "It needs the extra `mcp` of the package.",
    "data check": "What is wrong with records: file, line, field, and what to do.\n\n"
    "Folders and files of your own are checked as laid over the shipped records. Exit code 1 when there are errors.",
    "data schema": "The JSON Schemas of the record files, for editors and other programs.\n\n"
    "With --write they go into the folder `schema` of the shipped records, or of the folder that --data names.",
    "data new": "Starts the record of a site: a file with an example of each key, to fill in with a text editor.",
    "data stale": "What to check next: values that are old, undated or disputed, the most harmful first.\n\n"
    "First comes what would cost the most if it were wrong, on the sites that are recommended in your country.",
    "data quality": "How good the records are: which share is known, and of that dated, official, fresh, disputed.",
    "data verify": "Does each source still say what the records say? The only command that opens connections.",
    "data export": "All records for other programs: one SQLite file, CSV files, or JSON files as of a web API.\n\n"
    "The verdicts are those for your country, as of today.",
    "site build": "Writes all records as pages in Bengali and English, which open without a connection.\n\n"
    "They can be carried on a USB stick, or lie on any web server. A folder that is none of these is left alone.",
    "data path": "The folder of the shipped records. In JSON also that of your own, that of --data, and the cache.\n\n"
    "Everything in the cache can be deleted: it is made anew from the records.",
}
EXAMPLES: Mapping[str, tuple[str, str]] = {
    "list": ("microjob list --payout bkash --device mobile", 'microjob list --sort minimum --max-minimum "500 BDT"'),
    "show": ("microjob show hotovaga", "microjob show picoworkers --full"),
    "recommend": ("microjob recommend --payout bkash", "microjob recommend --payout nagad --device mobile --explain"),
    "advise": ("microjob advise", "microjob advise --payout bkash --device mobile --hours 2 --prefer soonest"),
    "compare": ("microjob compare sproutgigs hotovaga", "microjob compare hotovaga microworkers clickworker"),
    "route": ('microjob route payoneer --to bkash --amount "97 USD"', "microjob route hotovaga --to bkash"),
    "estimate": ("microjob estimate --hours 2", 'microjob estimate hotovaga --target "5000 BDT"'),
    "tasks": ("microjob tasks", "microjob tasks survey"),
    "payouts": ("microjob payouts bkash", "microjob payouts --all"),
    "learn": ("microjob learn start", "microjob learn safety"),
    "ask": ('microjob ask "which sites pay by bKash"', 'microjob ask "Payoneer theke bKash e kibhabe anbo"'),
    "check": ("microjob check https://sproutgigs.com", 'microjob check "Pay 500 taka to join our Telegram job"'),
    "why": ("microjob why hotovaga", "microjob why hotovaga payouts.bkash.minimum"),
    "post": ("microjob post --topic bkash --lang bn", "microjob post --topic danger-signs -f html"),
    "mcp": ("microjob mcp", "microjob mcp --country BD --lang bn"),
    "data check": ("microjob data check", "microjob data check --own"),
    "data schema": ("microjob data schema", "microjob data schema platforms"),
    "data new": ("microjob data new mysite --own", "microjob data new mysite --into data"),
    "data stale": ("microjob data stale --limit 5", "microjob data stale -f csv"),
    "data quality": ("microjob data quality", "microjob data quality --by site"),
    "data verify": ("microjob data verify --plan", "microjob data verify hotovaga"),
    "data export": ("microjob data export open", "microjob data export open --as csv"),
    "site build": ("microjob site build pages", "microjob site build pages --zip"),
    "data path": ("microjob data path", "microjob data path --own"),
}
