"""The words by which coverage tells of disputes; collected from news usage, none of them of a particular story."""

import re

# For a quick look, in small letters: without one of these, none of the patterns below is found.
FIGURE_HINTS = ("put", "estimate", "figure of", "number of", "toll of", "count of", "total of", "estimate of")
NEVER_HINTS = ("never", "did not", "didn")
DENIAL_HINTS = ("deny", "deni", "refut", "rebut", "disput", "reject", "dismiss", "contest", "scoff", "brush")
BLAME_HINTS = (
    *("started", "starting", "began", "begun", "caused", "provoked", "triggered", "launched"),
    *("to blame for", "responsible for", "behind", "responsibility for"),
)

# What somebody says who denies; a cue with one of these is a denial whatever is read of its act.
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disput(?:e|es|ed|ing))\b", re.IGNORECASE
)
NOT_DENYING = re.compile(
    r"\b(?:confirm|not|neither|nor|never|cannot|can['’]t|n['’]t|refus\w+ to|declin\w+ to|denied by)\b", re.IGNORECASE
)
REJECTING = re.compile(
    r"\b(?:reject|rejects|rejected|rejecting|dismiss|dismisses|dismissed|dismissing|disput\w+|refut\w+|"
    r"contest(?:s|ed)?|"
    r"den(?:y|ies|ied|ying)|rebut\w*|scoff\w* at|brush\w* (?:off|aside))\b",
    re.IGNORECASE,
)
# What can be true or false, as opposed to requests, arguments and offers, which one only declines.
ASSERTED = (
    r"(?:claims?|allegations?|accusations?|reports?|charges?|assertions?|rumou?rs?|"
    r"speculation)"
)
REJECTED_CLAIM = re.compile(
    rf"^(?:(?:the|any|those|these|such|his|her|their|its|all|an?|as|[\w.]+['’]s?|[A-Z]\w+|media|press|news|earlier|"
    rf"recent|widespread|public) )*{ASSERTED} (?:that|of|about) (?P<what>.+)",
    re.DOTALL,
)
NEGATED = re.compile(r"\b(?:not|never|no|nobody|neither|nor|without|den(?:y|ied|ies|ying))\b|n['’]t\b", re.IGNORECASE)

# "X puts the toll at four", "has put it at four".
PUTS = re.compile(
    r"\b(?P<verb>puts?|putting|has put|have put|had put|estimates?|estimated) (?P<what>it|"
    r"the [\w' ’-]{2,40}?|its [\w ’'-]{2,30}?|"
    r"that [\w -]{2,30}?) ?at (?P<figure>)",
    re.IGNORECASE,
)
GAVE = re.compile(
    r"\b(?:gave|gives|has given|cited|cites|reported|announced) (?P<what>an? (?:\w+ )?(?:figure|number|"
    r"toll|count|total|estimate)) of "
    r"(?P<figure>)",
    re.IGNORECASE,
)
# "which Tarvonia puts at 410,000 tonnes and Ilmeria at 260,000".
BOTH_PUT = re.compile(
    r"\b(?P<first>[^,;:()]{3,60}?) (?:puts?|put|estimates?|estimated) (?:(?:it|"
    r"the [\w -]{2,30}?) )?at (?P<one>(?:[\w,.]+ ){0,4}?[\w,.]+?),? "
    r"(?:and|while|but|whereas) (?P<second>[^,;:()]{3,60}?) (?:(?:puts?|put) (?:it )?)?at (?P<other>)",
)
ANOTHER_TIME = re.compile(
    r"\b(?:up from|down from|compared|a year (?:ago|earlier)|last (?:year|month|quarter)|previous(?:ly)?|"
    r"earlier|initially|"
    r"average|revis\w+|forecasts?|expect\w*|analysts?|projected|target|polls?|surveys?)\b",
    re.IGNORECASE,
)

# Who did it.
DID_IT = re.compile(
    r"^(?: (?:alone|himself|herself|itself|themselves|had|has|have))?,? ?(?P<verb>started|starting|began|"
    r"begun|caused|provoked|"
    r"triggered|launched|is to blame for|was to blame for|are to blame for|is responsible for|was responsible for|"
    r"were responsible for|are responsible for|was behind|were behind|bears responsibility for) "
    r"(?P<what>(?:the|this|that|its|their|an?) [^,.;:”\"]{3,60})",
    re.IGNORECASE,
)
# "I never put a figure on it".
NEVER_SAID = re.compile(
    r"\b(?P<who>I|we|he|she|they|it)(?:['’]ve| have| had| has)? (?:never|did not|didn['’]t) "
    r"(?:say|said|puts?|named?|mention(?:ed)?|gave|give|given|set|promised?|used?|quoted?) "
    r"(?:an?|any|the|that) (?:\w+ )?(?P<noun>percentage|figure|number|rate|amount|sum|price|per cent|percent)\b",
    re.IGNORECASE,
)
# What such a noun can have been, in units.
UNITS_OF = {"percentage": "percent", "per cent": "percent", "percent": "percent"}
# "as he appeared to suggest last month".
AS_BEFORE = re.compile(
    r"(?:[—–-]+ ?|, |\()(?P<then>(?:as|which|though|although|despite|but|even though) (?:(?:he|she|they|it|"
    r"the (?:\w+ ){0,2}?\w+) )"
    r"(?:had |has |have )?(?:\w+ly |once |already )?(?:(?:appeared|seemed) to )?"
    r"(?:said|say|suggest(?:ed)?|promise[d]?|claim(?:ed)?|vow(?:ed)?|indicate[d]?|state[d]?|announce[d]?|"
    r"insist(?:ed)?|"
    r"threaten(?:ed)?|pledge[d]?|done|did|do)\b[^.]{0,60}?"
    r"\b(?:last|earlier|before|previously|ago|in|on|only|days|weeks|months)\b[^.—–]{0,40})",
    re.IGNORECASE,
)
OWN_EARLIER = re.compile(
    r"(?P<mark>contradict(?:ing|s|ed)|contrary to|at odds with) (?:his|her|their|its) (?:own )?(?:earlier|"
    r"previous|prior|own) "
    r"(?P<then>(?:\w+ )?(?:statements?|claims?|remarks?|comments?|accounts?|assertions?|testimony|"
    r"promises?|pledges?|words)[^.;]*)",
    re.IGNORECASE,
)
AND_THEN_NEVER = re.compile(
    r"(?P<first>\b(?:he|she|they|[A-Z]\w+) (?:had )?(?P<verb>\w+)(?: \w+){0,4}?) and then "
    r"(?P<second>(?:said|claimed|denied|insisted) (?:that )?(?:he|she|they) had never (?P<same>\w+))"
)
