"""Nouns by what they describe: hand-made from the heads of PolNeAR's sources, most frequent first."""

OUTLETS = frozenset(
    """
    newspaper paper magazine outlet broadcaster network newswire website site blog tabloid daily weekly channel agency
    publication
    """.split()
)
DOCUMENTS = frozenset(
    """
    report study poll polls survey surveys letter statement document documents transcript memo memorandum book article
    editorial column email emails e-mail tweet post release filing filings lawsuit complaint indictment order ruling law
    bill treaty agreement constitution ad ads video speech interview op-ed cable record records data analysis review
    communique communiqué declaration resolution reports letters studies
    """.split()
)
ORGANIZATIONS = frozenset(
    """
    ministry department government administration campaign company committee council court party agency parliament
    congress senate house commission union bank group office bureau organization organisation team army military navy
    police embassy cabinet coalition junta regime secretariat presidency palace
    """.split()
)
PEOPLE = frozenset(
    "people men women children police staff folks media press public crowd families youth troops".split()
)
SINGULAR_IN_S = frozenset("news politics economics boss series means gas canvas texas species headquarters".split())
