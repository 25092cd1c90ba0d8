"""`microjob` alone: what people want to know, and the command that answers each."""

from microjob_cli.result import Result
from microjob_cli.settings import Settings

# What is asked, by the code of its sentence, and the command that answers it.
QUESTIONS = {
    "home-payout": "microjob recommend --payout bkash",
    "home-real": "microjob show picoworkers",
    "home-scam": 'microjob check "paste the message here"',
    "home-route": "microjob route payoneer --to bkash",
    "home-earn": "microjob estimate --hours 2",
    "home-begin": "microjob advise",
    "home-else": 'microjob ask "..."',
}


def run(settings: Settings) -> Result:
    catalogue = settings.catalogue
    query = {"platforms": len(catalogue.platforms), "newest": catalogue.newest}
    return Result("home", query, tuple(QUESTIONS.items()))
