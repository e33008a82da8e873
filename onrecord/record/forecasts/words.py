"""Words of forecasts: hand-made, read against PolNeAR's train part."""

PREDICTING = (
    r"predict\w*|forecast\w*|expect(?:s|ed|ing|ation|ations)?|anticipat\w*|foresee\w*|foresaw|project(?:s|ed|ing)?|"
    r"prophes\w*|bet(?:s|ting)?"
)
WARNING = r"warn\w*|caution\w*|fear(?:s|ed|ing)?|worr(?:y|ies|ied)|concern(?:ed|s)?"
DOUBTING = r"doubt\w*|skeptical|sceptical|skepticism|scepticism"
SUPPOSING = r"speculat\w*|suspect(?:s|ed|ing)?"
THINKING = r"think(?:s|ing)?|thought|believ\w*|guess\w*"
# Adverbs by which a "will" or a "could" looks ahead rather than plans or allows.
AHEAD = (
    r"inevitably|likely|probably|certainly|eventually|undoubtedly|ultimately|soon|surely|almost certainly|"
    r"most likely|very likely|never|definitely|no doubt"
)
# What is announced rather than foreseen, and what looks at nothing ahead: "will have to", "will be asked".
PLANNED = frozenset(
    """
    address air announce appear arrive attend be begin bring call campaign carry come consider continue deliver depart
    discuss do file fly focus get give go have head help hold host include introduce issue join keep launch leave let
    look make meet move need participate present provide publish put receive release remain report return say see
    seek send serve show sit speak spend stand start stay step submit take talk tell travel try unveil use visit wait
    welcome work
    """.split()
)
# Behind a modal no verb, and so nothing that is foreseen.
NO_VERBS = frozenset("at in for on with by to of and or as if the a an it because always even just".split())
# Verbs that tell of no event to come by themselves.
IDLE = frozenset(
    "have need say see tell look note recall like want love help remember know understand argue depend".split()
)
