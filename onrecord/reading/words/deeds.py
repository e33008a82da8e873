"""Words that mostly tell of a political event, by PLOVER's types: what the model finds a little likely there, is one.

Chosen by their uses in the running news that was annotated for training, at least two in three of which are events of
the type; with other forms of these words and some of the same meaning.
"""

DEEDS = {
    "ACCUSE": """
        accused accuses accusing blamed blames blaming condemned condemns condemning denounced denounces denouncing
        denigrated denigrating castigated slammed mocked lambasted
    """,
    "AGREE": "pledged pledges",
    "ASSAULT": """
        invasion invaded invades bombed bombings shelled shelling clashes assaulted airstrike airstrikes
        ambushed
    """,
    "COERCE": "arrested arrests detained detains kidnapped abducted imprisoned jailed deported",
    "CONSULT": """
        met meeting meetings talks negotiations negotiated discussions conversation conversations dialogue
        summit visit visits visited trip trips telephoned phoned sitdown briefing briefings
    """,
    "MOBILIZE": "mobilized mobilised mobilizes redeployed repositioned repositions",
    "PROTEST": "demonstrations protested protests riots rioted",
    "REJECT": "refusal refused refuses refusing rejected rejects rejecting rebuffed snubbed spurned vetoed resisted",
    "REQUEST": "urged urges urging demanded demands implored",
    "RETREAT": "freed frees lifted",
    "SANCTION": "sanctions",
    "SUPPORT": "welcomed welcomes praised praises endorsed endorses hailed",
    "THREATEN": "threatened threatens",
}
TYPE_OF = {word: kind for kind, words in DEEDS.items() for word in words.split()}

# To a place: a visit there.
MOTION = frozenset(
    """
    arrive arrives arrived arriving land lands landed fly flies flew flying flown head heads headed heading travel
    travels travelled traveled travelling traveling go goes went depart departs departed
    """.split()
)
# Of these only "for" a place.
LEAVE = frozenset("leave leaves left leaving".split())
# Who meets somebody stands before these, too.
GOERS = frozenset("dined met spoke telephoned phoned".split()) | LEAVE
FOR = frozenset({"for"})
TOWARD = frozenset("in to for into at".split())
# Words between such a verb and its place, at most.
TOWARD_WORDS = 4

SPEAK = frozenset("speak speaks spoke spoken talk talked".split())
BY_TELEPHONE = frozenset("telephone phone".split())
# By telephone, to somebody.
INFORM = frozenset(
    "inform informs informed tell tells told assure assures assured brief briefs briefed consulted".split()
)
CALL = frozenset("call calls".split())
OF_A_CALL = frozenset("lasted with between from".split())
TELEPHONE_WORDS = 10
HOURS = frozenset("hour hours minute minutes".split())
NEAR_WORDS = 6

# Somebody, to a place: a visit there, too.
SEND = frozenset("send sends sent sending dispatch dispatches dispatched dispatching".split())
SEND_WORDS = 22

# What comes to nothing, or to nothing yet, behind what it can be said of.
STALL = frozenset("stalled stalls collapsed collapses unravelled unraveled foundered".split())
STALLED = {
    **dict.fromkeys("deal deals agreement agreements accord pact treaty truce ceasefire".split(), "AGREE"),
    **dict.fromkeys("talks negotiations discussions mediation".split(), "CONSULT"),
}
STALL_WORDS = 4

# Words beside a noun that tell its status better than the model, which holds it for no event.
STATUS_BESIDE = {
    "occurred": "prior earlier previous past recent last",
    "planned": "looming imminent upcoming coming forthcoming future next scheduled planned",
    "threatened": "threatened threatening threatens",
    "possible": "potential possible proposed could may might",
}
STATUS_OF = {word: status for status, words in STATUS_BESIDE.items() for word in words.split()}
STATUS_WORDS = 2
MODALS = frozenset("could may might".split())
