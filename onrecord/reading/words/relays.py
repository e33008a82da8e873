"""Verb forms that show a second voice at the start of a content: hand-made from PolNeAR's most frequent cues."""

RELAY_CUES = frozenset(
    "said says say told tells believes believe believed thinks think thought sees see saw views view regards regard "
    "considers consider considered wants want wanted insists insist insisted claims claim claimed warns warn warned "
    "argues argue argued denies deny denied hopes hope hoped fears fear feared expects expect expected announced "
    "confirmed acknowledged admitted suggested realizes realize realized knows knew understands feels feel felt".split()
)
