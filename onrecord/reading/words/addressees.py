"""Nouns and words around those who are told something: hand-made, read against PolNeAR's training part."""

# Crowds that need no article: "told reporters".
HEARERS = frozenset(
    """
    reporters journalists lawmakers supporters investors lawyers aides officials colleagues voters donors allies
    advisers advisors employees viewers delegates fans followers members staff families parents students mayors
    governors senators ministers diplomats negotiators prosecutors investigators police troops soldiers workers
    leaders attendees listeners readers friends associates backers audiences crowds directors residents neighbours
    neighbors congressmen executives shareholders analysts party-goers activists volunteers judges jurors
    """.split()
)

# With an article or a possessive: "told the newspaper".
HEARER = frozenset(
    """
    newspaper magazine network paper broadcaster agency station programme program outlet crowd audience court committee
    council parliament press panel conference channel public president premier reporter journalist interviewer host
    correspondent anchor columnist senate house senator judge minister secretary ambassador envoy chancellor governor
    mayor assembly nation media website site gathering rally session forum meeting group hall team board chairman
    party company commission jury congregation convention summit wife husband son daughter father mother brother sister
    adviser aide lawyer
    """.split()
)

# What follows a noun phrase that is complete.
AFTER_PHRASE = frozenset(
    """
    that to in on at of by about after before during when while as if whether what why how who where not never he she
    it they we i you his her its their this last earlier later yesterday today tonight recently and but or from for with
    into over against because since until is was has had will would could should the a an there no again once also
    through via outside inside near following via late early just only
    """.split()
)
