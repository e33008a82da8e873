"""The words in which people are told what an entry is; the values are those of `reading/schema.py`."""

from collections.abc import Sequence

from onrecord.reading.schema import Act, CommitmentKind, EventType, Form, Kind, Sourcing

SOURCING = {
    Sourcing.NAMED: "named person",
    Sourcing.ORGANIZATION: "organisation",
    Sourcing.DOCUMENT: "document",
    Sourcing.OUTLET: "other outlet",
    Sourcing.UNNAMED: "unnamed",
    Sourcing.GENERAL: "no one in particular",
}

SOURCING_MEANS = {
    Sourcing.NAMED: "a person whom the article names",
    Sourcing.ORGANIZATION: "a ministry, a state or a company speaking as such",
    Sourcing.DOCUMENT: "a report, a letter or a transcript",
    Sourcing.OUTLET: "what another outlet reports",
    Sourcing.UNNAMED: "somebody in particular whom the article does not name",
    Sourcing.GENERAL: "“critics”, “many”, or no source at all",
}

# Nouns, because "two officials denies" is nobody's English, and a name does not tell its number.
ACT = {
    Act.ASSERT: "assertion",
    Act.DENY: "denial",
    Act.THREATEN: "threat",
    Act.PROMISE: "promise",
    Act.DEMAND: "demand",
    Act.PROPOSE: "proposal",
    Act.PREDICT: "prediction",
    Act.CRITICIZE: "criticism",
    Act.PRAISE: "praise",
    Act.DECLINE: "refusal",
    Act.ASK: "question",
}

FORM = {
    Form.DIRECT: "in their own words",
    Form.INDIRECT: "paraphrased",
    Form.MIXED: "partly in their own words",
}

KIND = {
    Kind.PERSON: "person",
    Kind.ORGANIZATION: "organisation",
    Kind.STATE: "state",
    Kind.PLACE: "place",
    Kind.GROUP: "group",
    Kind.OUTLET: "outlet",
    Kind.DOCUMENT: "document",
    Kind.OTHER: "other",
}

EVENT = {
    EventType.AGREE: "agreement",
    EventType.CONSULT: "meeting or talks",
    EventType.SUPPORT: "support",
    EventType.CONCEDE: "concession",
    EventType.COOPERATE: "cooperation",
    EventType.AID: "aid",
    EventType.RETREAT: "retreat",
    EventType.REQUEST: "request",
    EventType.ACCUSE: "accusation",
    EventType.REJECT: "rejection",
    EventType.THREATEN: "threat",
    EventType.PROTEST: "protest",
    EventType.SANCTION: "sanction",
    EventType.MOBILIZE: "mobilisation",
    EventType.COERCE: "coercion",
    EventType.ASSAULT: "assault",
}

COMMITMENT = {
    CommitmentKind.THREAT: "threat",
    CommitmentKind.PROMISE: "promise",
    CommitmentKind.ULTIMATUM: "ultimatum",
    CommitmentKind.OFFER: "offer",
    CommitmentKind.DEADLINE: "deadline",
}

NO_SOURCE = "no source given"
NO_OUTLET = "outlet unknown"


def counted(number: int, one: str, many: str = "") -> str:
    """`number` with the noun that goes with it: "1 statement", "1,204 statements"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """`names` as a sentence has them: "Lind", "Lind and Vane", "Lind, Vane and Oskar"."""
    *all_but_last, last = names or ("",)
    return f"{', '.join(all_but_last)} and {last}" if all_but_last else last
