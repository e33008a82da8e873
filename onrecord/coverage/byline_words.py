"""The words of bylines and date lines; own compilation from the habits of English-language outlets."""

# What follows a name in a byline and is no part of it: "Ana Ruiz Senior News Editor".
ROLE_WORDS = frozenset(
    "senior junior chief deputy assistant associate managing executive contributing special staff news political "
    "politics diplomatic foreign international national world european security defence defense economics "
    "business legal investigations editor editors reporter reporters correspondent correspondents writer writers "
    "journalist columnist contributor author producer analyst anchor bureau desk newsroom editorial guest opinion "
    "freelance board team staffer intern presenter commentator fellow".split()
)

# What may stand around a date on a line that is nothing but the page's date line.
DATE_LINE_WORDS = frozenset(
    "published publish updated update posted post modified last first created edited on at of date time the a an "
    "and m p am pm a.m p.m gmt utc bst est edt et ct mt pt cet cest ist local min mins minute minutes read ago by "
    "hours hour monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat "
    "sun".split()
)

# Words that open a line like a name does and are none.
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december by a an this that these those his her their its our all one".split()
)
