"""The label sets that the model is trained with: the one place where an output's columns get their meaning."""

from collections.abc import Sequence

ROLES = ("source", "cue", "content")
TIME_TYPES = ("DATE", "TIME", "DURATION", "SET")


def chunk_tags(kinds: Sequence[str]) -> tuple[str, ...]:
    """One tag a word: outside, then begin, inside, end, single a kind (BIOES; Ratinov and Roth, CoNLL 2009)."""
    return ("O", *(f"{position}-{kind}" for kind in kinds for position in "BIES"))


TAGS = chunk_tags(ROLES)
TIME_TAGS = chunk_tags(TIME_TYPES)

# What a word heads: nothing, or a mention of this kind in this form. Kinds are the ones that GUM tells apart;
# states, outlets, groups, documents are told from these afterwards (reading/kinds.py).
HEAD_KINDS = ("person", "organization", "place", "other")
HEAD_FORMS = ("name", "nominal", "pronoun")
HEADS = ("none", *(f"{kind}-{form}" for kind in HEAD_KINDS for form in HEAD_FORMS))

# Universal dependencies, as GUM and EWT use them. Words that BERT's pre-tokenizer cuts off a syntactic word ("." in
# "U.S.") hang on its first one as INSIDE. Relations seen less than a hundred times count as their universal part.
INSIDE = "inside"
POS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = (
    *"acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound".split(),
    *"compound:prt conj cop csubj dep det det:predet discourse dislocated expl fixed flat goeswith iobj list".split(),
    *"mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent".split(),
    *"obl:unmarked orphan parataxis punct reparandum root vocative xcomp".split(),
    INSIDE,
)

# Political events: PLOVER's sixteen types (2021), and whether the event happened.
EVENT_TYPES = (
    *"AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST".split(),
    *"ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(),
)
STATUSES = ("occurred", "ongoing", "planned", "possible", "conditional", "threatened", "denied", "called_off")

# TimeML's events and their attributes; a modality is any modal word.
TIMEML_CLASSES = ("OCCURRENCE", "REPORTING", "I_ACTION", "I_STATE", "STATE", "ASPECTUAL", "PERCEPTION")
TENSES = ("NONE", "PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART")
ASPECTS = ("NONE", "PERFECTIVE", "PROGRESSIVE", "PERFECTIVE_PROGRESSIVE")

SENTIMENTS = ("negative", "neutral", "positive")

# What the model says of a word, by head; the syntactic ones come last, since they are read from other layers.
SYNTAX = {"pos": POS, "relation": RELATIONS, "relation_under": RELATIONS}
COLUMNS = {
    "tags": TAGS,
    "heads": HEADS,
    "inner": TAGS,
    "times": TIME_TAGS,
    "event": ("none", *EVENT_TYPES),
    "status": STATUSES,
    "timeml": ("none", *TIMEML_CLASSES),
    "tense": TENSES,
    "aspect": ASPECTS,
    "negation": ("POS", "NEG"),
    "modality": ("none", "modal"),
    "sentiment": SENTIMENTS,
    **SYNTAX,
}
# Heads that are decoded as chains, with their tags.
CHAINS = {"tags": TAGS, "inner": TAGS, "times": TIME_TAGS}

# Vectors whose products score a link between two words, with their widths; those of syntax last.
LINK_WIDTH = 64
SYNTAX_LINKS = {"dependent": 128, "governor": 128}
LINKS = {
    **dict.fromkeys(("arc_first", "arc_last", "arc_cue", "left", "left_edge", "right", "right_edge"), LINK_WIDTH),
    **dict.fromkeys(("anaphor", "antecedent", "initiates", "receives", "argument"), LINK_WIDTH),
    **SYNTAX_LINKS,
}


def places(widths: dict[str, int]) -> dict[str, slice]:
    """Where each of the blocks lies that stand behind each other with these widths."""
    out, at = {}, 0
    for name, width in widths.items():
        out[name] = slice(at, at + width)
        at += width
    return out


COLUMN_PLACES = places({name: len(labels) for name, labels in COLUMNS.items()})
LINK_PLACES = places(LINKS)


def allowed_transitions(tags: Sequence[str]) -> list[list[bool]]:
    """`[from][to]`: whether `to` may follow `from` within a paragraph."""

    def may_follow(before: str, after: str) -> bool:
        inside = before[0] in "BI"
        if inside:
            return after[0] in "IE" and after[2:] == before[2:]
        return after[0] in "OBS"

    return [[may_follow(before, after) for after in tags] for before in tags]


def may_start(tags: Sequence[str]) -> list[bool]:
    """Which tags can open a paragraph."""
    return [tag[0] in "OBS" for tag in tags]


def may_end(tags: Sequence[str]) -> list[bool]:
    """Which tags can close a paragraph."""
    return [tag[0] in "OES" for tag in tags]
