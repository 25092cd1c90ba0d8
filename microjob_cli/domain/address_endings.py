"""What addresses end in: of the root zone of the Internet (IANA, https://www.iana.org/domains/root/db) what anybody can
register, without names of firms and of single cities.

A full stop without a space behind it does not make an address, so without `https://` only these endings do.
"""

from __future__ import annotations

from microjob_cli.domain.country_codes import COUNTRY_CODES

_GENERAL = """
    academy accountant accountants actor agency apartments app art asia associates auction audio autos baby band bar
    bargains beauty beer best bet bid bike bingo bio biz black blog blue boats bond boutique build builders business
    buzz cab cafe cam camera camp capital car cards care career careers cars casa cash casino cat catering center
    ceo cfd chat cheap church city claims cleaning click clinic clothing cloud club coach codes coffee college com
    community company computer condos construction consulting contact contractors cooking cool coop country coupons
    courses credit creditcard cricket cruises cyou dance dating day deals degree delivery democrat dental design dev
    diamonds digital direct directory discount doctor dog domains download earth eco edu education email energy
    engineer engineering enterprises equipment esq estate events exchange expert exposed express fail faith family
    fan fans farm fashion film finance financial fish fit fitness flights florist flowers fm food football forex
    forsale forum foundation fun fund furniture fyi gallery game games garden gay gift gifts gives giving glass gle
    global gmbh gold golf gov graphics gratis green gripe group guide guitars guru hair haus health healthcare help
    hiphop holdings holiday homes horse hospital host hosting house how icu immo immobilien inc industries info ink
    institute insurance insure int international investments jetzt jewelry jobs kaufen kim kitchen kiwi land lat law
    lawyer lease legal lgbt life lifestyle lighting limited limo link live llc loan loans lol love ltd ltda luxe
    luxury maison makeup management market marketing markets mba media memorial men menu mobi moda mom money monster
    mortgage motorcycles movie museum name navy net network new news ngo ninja now observer one ong onl online ooo
    org page partners parts party pet pharmacy phd photo photography photos pics pictures pink pizza place plumbing
    plus poker porn press pro productions promo properties property protection pub quest racing realestate realty
    recipes red rehab reise rent rentals repair report republican rest restaurant review reviews rich rip rocks
    rodeo rsvp rugby run sale salon sarl sbs school schule science security select services sexy shiksha shoes shop
    shopping show singles site skin soccer social software solar solutions soy space sport srl storage store stream
    studio study style sucks supplies supply support surf surgery systems tattoo tax taxi team tech technology tel
    tennis theater tickets tips tires today tools top tours town toys trade trading training travel tube tv
    university uno vacations vegas ventures vet viajes video villas vin vip vision vodka vote voto voyage wang watch
    webcam website wedding wiki win wine work works world wtf xin xyz yachts yoga zone
"""
# Reserved for examples, and an ending that was made up to look like one; both stand in messages.
_OTHERS = "example earn"

ENDINGS = frozenset([*_GENERAL.split(), *_OTHERS.split(), *(code.casefold() for code in COUNTRY_CODES), "uk", "eu"])

# Endings that are words of English or Banglish too, or what files are called: without a path they are the beginning of
# the next sentence, or a file.
WORDS_TOO = frozenset(
    """
    best bet bid build business car care cool day deals faith family fan film fish fit food game gift gives giving green
    guide health help holiday house how inc law limited llc love ltd men movie name new news now one photo place plus
    property rest review rich run school science select show today tools travel video vote watch win wine
    am an ar as at be by de do er es go hi id is it je ke ki la ma mo mu my na ne ni no nu om or pa pe se so to
    md pl ps py rs sh
    """.split()
)
