"""English words that tell whether a date is over or still to come; chosen on training parts."""

# Finite past forms that do not end in -ed.
PAST_VERBS = tuple(
    """was were had did became began bought broke brought built came caught chose cut drew drove fell felt fled
    flew fought found gave got grew held hit kept knew laid lay led left lost made meant met paid quit ran
    read rose said sat saw sent set shot shut sold sought spent spoke stood struck swore took taught threw
    told went withdrew won wrote""".split()
)
# After a year, "the 1994 massacre": what nobody schedules.
PAST_NOUNS = tuple(
    """attacks? genocide massacres? invasion wars? crash crisis coup earthquake tsunami bombings? floods? assassination
    murders? revolution uprising riots disaster tragedy hijackings? shootings? killings? ceasefire truce accords?
    agreement treaty pact ruling decision hurricane defeat victory""".split()
)
# Before an infinitive, or as an auxiliary: what follows is ahead.
FUTURE_WORDS = (
    "will",
    "shall",
    "won['’]t",
    r"(?:is|are) (?:to|due|set|slated|scheduled|expected|planned|going|supposed)",
    "(?:scheduled|slated|due|set|planned)",
)
# In the clause of a past verb: what is told may have been ahead then, and be so still.
OPEN_WORDS = tuple(
    r"""would will shall could should may might can must forecasts? predict\w* project\w* estimat\w* expect\w*
    schedul\w* due plan\w* target\w* contract\w* slated aim\w* until if to\s+be hop\w+ propos\w* budget\w*
    re-?election candidates? presidential campaign\w* olympic\w* mature\w* expire\w*""".split()
)
