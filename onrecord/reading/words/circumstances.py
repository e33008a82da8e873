"""Words around times and places that say how an event lies to them: hand-made."""

from onrecord.reading.schema import TimeRelation

RELATIONS = {
    "by": TimeRelation.BY,
    "until": TimeRelation.BY,
    "till": TimeRelation.BY,
    "within": TimeRelation.WITHIN,
    "before": TimeRelation.BEFORE,
    "since": TimeRelation.SINCE,
    "from": TimeRelation.SINCE,
    "after": TimeRelation.AFTER,
}
# Between such a word and its time: "until midnight on March 12", "by the end of Monday".
BETWEEN = frozenset("about around either end late midnight noon of on the".split())
# Between two times they make one of them: "on either Wednesday or Thursday", "from Monday to Friday".
JOINING = frozenset("or and to through until".split())

# Verbs that say when something else is: "the talks, first planned for Thursday, took place on Sunday".
LIGHT = frozenset(
    """
    begin began begins begun continue continued due end ended ends expected happen happened held hold holds kicked
    last lasted lasting lasts occur occurred open opened place planned postponed put ran resume resumed run
    scheduled set slated start started starts take taken takes took wrap wrapped
    """.split()
)

# Between a time and the event that it stands before, as in "Tuesday's make-or-break talks", none of these.
CLAUSE = frozenset(
    """
    a an and are at be been but by can could did do does for from had has have he how i if in is it may might must
    no not of on or she should since that the their they to was we were what when where whether which while who will
    with would you
    """.split()
)

PLACING = frozenset("in at near outside inside aboard across off".split())
# Whose "to" leads to where they take place.
JOURNEYS = (
    "dispatch",
    "sen",
    "leav",
    "visit",
    "trip",
    "travel",
    "trav",
    "journey",
    "fl",
    "head",
    "arriv",
    "land",
    "went",
    "go",
    "tour",
    "dispatch",
)
