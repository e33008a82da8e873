"""Words that tell what an actor is, beside those of titles and sources: hand-made."""

PEOPLE = frozenset(
    "people men women children police staff folks media press public crowd families youth troops".split()
)
SINGULAR_IN_S = frozenset("news politics economics boss series means gas canvas texas species headquarters".split())

# Buildings and quarters that stand for who governs from them; as the source of a statement they are an organization.
SEATS = frozenset(
    name.strip()
    for name in """
    white house|kremlin|pentagon|downing street|whitehall|elysee|élysée|elysee palace|quai d'orsay|capitol hill|vatican
    holy see|blue house|foggy bottom|zhongnanhai|bankova|berlaymont|chancellery
    """.replace("\n", "|").split("|")
) - {""}

CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december christmas easter ramadan today yesterday tomorrow
    """.split()
)

# What adjectives of origin end in: "Ilmerian", "Japanese". Names do, too.
OF_ORIGIN = ("ian", "ean", "ish", "ese", "ite")

# What the full name of a firm or an outlet ends in, and the short one leaves out: "NBC News", "Acme Inc."
OF_FIRMS = frozenset(
    "news tv television radio inc corp corporation co company ltd plc llc llp ag gmbh sa nv group".split()
)
