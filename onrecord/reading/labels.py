"""The label sets that the model is trained with: the one place where an output's columns get their meaning."""

ROLES = ("source", "cue", "content")

# One tag a word: outside, then begin, inside, end, single for each role (BIOES; Ratinov and Roth, CoNLL 2009).
TAGS = ("O", *(f"{position}-{role}" for role in ROLES for position in "BIES"))

# What a word heads: nothing, or a mention of this kind in this form. Kinds are the ones that GUM tells apart;
# states, outlets, groups, documents are told from these afterwards (reading/kinds.py).
HEAD_KINDS = ("person", "organization", "place", "other")
HEAD_FORMS = ("name", "nominal", "pronoun")
HEADS = ("none", *(f"{kind}-{form}" for kind in HEAD_KINDS for form in HEAD_FORMS))

# Width of the vectors whose products score a link between two words.
LINK_WIDTH = 64


def allowed_transitions() -> list[list[bool]]:
    """`[from][to]` over TAGS: whether `to` may follow `from` within a paragraph."""

    def may_follow(before: str, after: str) -> bool:
        inside = before[0] in "BI"
        if inside:
            return after[0] in "IE" and after[2:] == before[2:]
        return after[0] in "OBS"

    return [[may_follow(before, after) for after in TAGS] for before in TAGS]


STARTS = [tag[0] in "OBS" for tag in TAGS]
ENDS = [tag[0] in "OES" for tag in TAGS]
