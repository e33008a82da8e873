"""Attribution cues by what the speaker does with them: hand-made from the cues of PolNeAR's train part, by frequency.

Entries are lemmas; an entry of several words is a run of lemmas ("call on" also stands for "called on").
"""

from onrecord.reading.schema import Act


def _entries(table: str) -> frozenset[str]:
    return frozenset(entry.strip() for entry in table.replace("\n", "|").split("|")) - {""}


CUES = {
    # Of other acts' words, and yet only reports: they keep those words from counting.
    Act.ASSERT: _entries("answer question|answer question about|face criticism|face question|face accusation"),
    Act.DENY: _entries("""
        deny|denial|refute|disavow|rebut|contradict|debunk|plead not guilty|disclaim|repudiate|reject claim
        reject accusation|reject allegation|reject suggestion|dismiss claim|dismiss allegation|dismiss report
    """),
    Act.DECLINE: _entries("decline|refuse|refusal|no comment|demur|rebuff|spurn|rule out|turn down|reject|stonewall"),
    Act.THREATEN: _entries("threaten|threat|menace|issue an ultimatum|ultimatum"),
    Act.PROMISE: _entries("promise|pledge|vow|swear|commit|commitment|guarantee|assure|assurance|agree to|undertake"),
    Act.DEMAND: _entries("""
        demand|urge|call on|call for|call upon|insist on|order|instruct|request|ask for|appeal|beg|plead|implore
        exhort|press|press for|push for|tell to|require|command|petition|beseech|clamor for|summon|lobby|admonish
        direct
    """),
    Act.PROPOSE: _entries("propose|proposal|recommend|recommendation|advise|advocate|encourage|float|counsel"),
    Act.PREDICT: _entries("""
        predict|prediction|forecast|project|anticipate|expect|expectation|foresee|bet|prophesy|is expected
        foretell
    """),
    Act.CRITICIZE: _entries("""
        criticize|criticise|criticism|blast|slam|denounce|denunciation|condemn|condemnation|accuse|accusation
        attack|blame|mock|decry|assail|deride|lambast|lambaste|bash|berate|rail against|lash out|lash|chide
        chastise|rebuke|scold|castigate|ridicule|disparage|denigrate|belittle|insult|skewer|savage|excoriate
        complain|complaint|bemoan|lament|deplore|hit out|go after|take aim|take issue|fault|scorn|disdain|knock
        trash|rip|hammer|pummel|vilify|malign|raise question|question about|outrage|dismiss|allege|allegation
        charge|impugn|smear|liken|shame|disgust|protest|express concern|take a swipe|take a shot|jab|sneer|scoff
        reprimand|censure|object|objection|pan|fume
    """),
    Act.PRAISE: _entries("""
        praise|applaud|laud|hail|commend|endorse|endorsement|thank|congratulate|welcome|salute|admire|compliment
        express support|show support|express admiration|celebrate|honor|cheer|extol|express gratitude
    """),
    Act.ASK: _entries("ask|wonder|inquire|enquire|query|ask about"),
}

# Verbs of naming: what they say of their object is what counts.
NAMING = frozenset("call describe label brand dub portray cast paint deem consider compare refer".split())

# With "to do" something as content, these demand.
WARNING = frozenset("tell warn remind caution".split())

# Further words that the rules ask for by name.
OTHERS = frozenset("agree offer question respond comment reply return answer say discuss address".split())

# Irregular forms; regular ones are made by rule.
IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "swore": "swear",
    "sworn": "swear", "spoke": "speak", "spoken": "speak", "foresaw": "foresee", "foreseen": "foresee",
    "foretold": "foretell", "went": "go", "goes": "go", "gone": "go", "took": "take", "taken": "take", "hit": "hit",
    "cast": "cast", "put": "put", "read": "read", "bet": "bet", "shot": "shoot", "undertook": "undertake",
    "undertaken": "undertake", "sought": "seek", "saw": "see", "seen": "see", "found": "find", "made": "make",
    "gave": "give", "given": "give", "had": "have", "has": "have", "felt": "feel", "knew": "know", "known": "know",
    "heard": "hear", "understood": "understand", "shown": "show", "chose": "choose", "chosen": "choose", "sang": "sing",
    "is": "is", "was": "is", "were": "is", "are": "is", "be": "is", "been": "is", "pled": "plead", "broke": "break",
    "plan": "plan", "denial": "denial", "denials": "denial",
}  # fmt: skip
