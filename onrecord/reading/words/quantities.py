"""Words of numbers and units: hand-made."""

SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
CURRENCIES = {
    "$": "dollar", "US$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₽": "rouble", "₴": "hryvnia", "₹": "rupee",
}  # fmt: skip
CURRENCY_WORDS = {
    "dollar": "dollar", "dollars": "dollar", "euro": "euro", "euros": "euro", "pound": "pound", "pounds": "pound",
    "yen": "yen", "yuan": "yuan", "rouble": "rouble", "roubles": "rouble", "ruble": "rouble", "rubles": "rouble",
    "rupees": "rupee", "francs": "franc", "cents": "cent",
}  # fmt: skip
PERCENT = {"%": "percent", "percent": "percent", "per cent": "percent", "percentage points": "percentage point"}
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "thirds": 1 / 3, "quarters": 1 / 4}
# Numbers before these count nothing: "66 of them" do, "one of them" does not.
MODS = {
    "about": "APPROX", "approximately": "APPROX", "around": "APPROX", "some": "APPROX", "nearly": "LESS_THAN",
    "almost": "LESS_THAN", "roughly": "APPROX", "more than": "MORE_THAN", "over": "MORE_THAN", "at least":
    "EQUAL_OR_MORE", "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "less than": "LESS_THAN", "fewer than":
    "LESS_THAN", "under": "LESS_THAN", "as many as": "EQUAL_OR_LESS",
}  # fmt: skip
# What comes behind a number in prose and is no unit.
NOT_UNITS = frozenset(
    """
    a about after ago all quarters thirds am an and any are as at be been before but by can could did do does during
    each either every for from had has have he her his i if in into is it its may might more most much no nor not of
    off on one only or other others our out over per pm points since so such than that the their them then there
    these they this those through to under until up upon us was we were what when where which while who whom whose
    will with within without would you your
    """.split()
)
ADJECTIVES = frozenset(
    """
    additional american big british captive chinese civilian detained different direct european foreign former
    further high-level injured israeli key main major military more new nuclear other palestinian political senior
    separate strategic ukrainian russian wounded young
    """.split()
)
