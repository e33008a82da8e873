"""What a speaker does by the words of a statement alone."""

import re

from onrecord.reading.schema import Act
from onrecord.reading.words.contents import BENEVOLENT, HOSTILE, PEJORATIVE

_SELF = r"(?:that )?(?:i|we|he|she|it|they|the (?:white house|government|administration|ministry|campaign|company))"
_WILL = r"(?:'ll| will| would| shall|'m going to|'re going to| am going to| are going to)"
_ADVERB = r"(?: (?:not|also|always|never|now|then|soon|immediately|certainly|definitely|swiftly|\w+ly))?"
_THREAT = re.compile(
    rf"(?:^|[.;,:] |\bif .{{2,80}}?, ){_SELF}{_WILL}{_ADVERB} (?:{HOSTILE})\b"
    r"|\b(?:there will be|will face|will bear) (?:\w+ ){0,2}(?:consequences|repercussions|retaliation)\b"
    r"|\b(?:pay|paying) (?:a|the) (?:\w+ ){0,2}price\b|\bwill regret\b|\ball hell\b|\bfire and fury\b"
)
_PROMISE = re.compile(rf"^{_SELF}{_WILL} (?:always |also |certainly |\w+ly )?(?:{BENEVOLENT})\b")
_DEMAND = re.compile(
    r"\b(?:must|ha(?:s|ve) got to|(?<!the )(?<!n't )(?<!not )needs? to) (?:not |now |first |also |\w+ly )?"
    r"(?!be (?:a |the |\w+ing\b)|have\b)[a-z]+"
    r"|\bshould (?:now |immediately |\w+ly )?(?:resign|withdraw|step (?:down|aside|back)|drop out|apologi[sz]e|release"
    r"|stop|end|leave|quit|disclose|cease|halt|be (?:fired|removed|released|stopped|ashamed|criminally|investigated))\b"
)
_FIRST_PERSON_NEED = re.compile(
    r"\b(?:i|we|you|one|people|everyone|everybody|there|which|what|that) (?:\w+ly )?(?:must|need|have got|'ve got)"
)
_DENIAL = re.compile(
    rf"^(?:no, )?{_SELF} (?:(?:had |have |has )?never (?:said|did|done|told|promised|asked|met|received|used|intended"
    r"|meant|sent|made|ordered|discussed|agreed|took|taken|spoke|spoken|supported|offered)"
    r"|(?:did not|didn't) (?:say|do|discuss|ask|order|authori[sz]e|send|intend|mean|promise|know about"
    r"|violate|commit|use)"
    r"|had nothing to do with)\b"
    r"|\b(?:is|was|are|were|'s) (?:simply |just |completely |totally |absolutely |categorically |patently )?"
    r"(?:not true|untrue|false|a lie|fake news|baseless|fabricated|unfounded)\b"
    r"|\b(?:no truth (?:to|in)|not guilty)\b"
)
_PROPOSAL = re.compile(
    r"^(?:that )?(?:(?:let's|let us|why don't we) (?!face|be |see|say|make|go back|not |just say)"
    r"|we should (?:now |all |also |\w+ly )?(?:get|meet|talk|negotiate|work|start|begin|hold|agree|sit|consider|create"
    r"|cut|raise|build|invest|impose|lift|end|abolish|adopt|replace|reform|expand|share|try)\b)"
)
_PREDICTION = re.compile(
    r"\b(?:will|would|is|are) (?:\w+ )?(?:eventually|probably|likely|inevitably|surely|ultimately) (?!not\b)\w+"
    r"|\b(?:is|are|was|were) (?:\w+ly )?(?:likely|destined|poised|set) to\b|\bis inevitable\b"
)
_NO_COMMENT = re.compile(
    r"\bno (?:further )?comment\b"
    r"|(?:\bnot|n't|\bcannot|\bimproper|\binappropriate)\b (?:be able to |for \w+ to |to )?"
    r"(?:publicly |immediately |\w+ly )?(?:comment|speak on|discuss the|answer questions)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|no|isn't|wasn't|aren't|without)\b")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SENTENCE_END = re.compile(r"(?<!\b[a-z])[.!?]+(?=\s|\Z)")
# What else a statement does shows in its opening; further on, the same words are about other things.
_OPENING_CHARS = 200
_JUDGEMENT = re.compile(
    r"\b(?:is|are|was|were|'s|'re|been|would be|will be) (?:such |just |simply |also |clearly |\w+ly )?"
    r"(?P<what>(?:(?:a|an|the|so|too|very|really|totally|completely|absolutely|most|more|[a-z-]+) ){0,3}[a-z-]+)"
)


def act_of_content(content: str) -> Act | None:
    """What `content`, in lower case and without quotation marks, does by itself; None where it only asserts.

    Threats and promises need the speaker as subject, demands another subject than the speaker.
    """
    if _is_question(content):
        return Act.ASK
    content = content[:_OPENING_CHARS]
    for act, pattern in (
        (Act.DECLINE, _NO_COMMENT),
        (Act.THREATEN, _THREAT),
        (Act.DENY, _DENIAL),
        (Act.PROMISE, _PROMISE),
        (Act.PROPOSE, _PROPOSAL),
    ):
        if pattern.search(content):
            return act
    if (need := _DEMAND.search(content)) and not _FIRST_PERSON_NEED.search(content[: need.end()]):
        return Act.DEMAND
    if is_pejorative(content):
        return Act.CRITICIZE
    return Act.PREDICT if _PREDICTION.search(content) else None


def is_pejorative(content: str) -> bool:
    """Whether `content` says of somebody or something that it is bad, in words that hardly mean anything else."""
    for judgement in _JUDGEMENT.finditer(content):
        what = judgement["what"]
        if not PEJORATIVE.isdisjoint(_WORD.findall(what)) and not _NEGATED.search(what):
            return True
    return False


def _is_question(content: str) -> bool:
    """Whether `content` ends with a question, and at least half of its sentences ask."""
    ends = _SENTENCE_END.findall(content)
    return content.endswith("?") and sum("?" in end for end in ends) * 2 >= len(ends)
