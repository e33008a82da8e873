# Forms of address, ranks and offices as news style guides abbreviate and spell them.
"""What people are called before their names."""

HONORIFICS = frozenset(
    """
    mr mrs ms miss mx sir dame lady lord dr prof professor rev reverend hon honourable honorable
    president premier chancellor minister secretary senator sen rep representative congressman congresswoman governor
    gov mayor ambassador envoy commissioner judge justice speaker chairman chairwoman spokesman spokeswoman
    general gen lieutenant lt colonel col major maj captain capt sergeant sgt admiral adm commander cmdr marshal
    vice deputy prime foreign
    """.split()
)

# What follows a name and tells father from son.
SUFFIXES = frozenset("jr sr ii iii iv".split())

# Words that make a title another office: a vice president is no president, a former envoy not the envoy.
OTHER_OFFICE = frozenset(
    "vice deputy former ex assistant acting under first second interim associate junior shadow would-be retired".split()
)

# Words of a title that say nothing about the office.
FILLERS = frozenset("the a an of to for and in on his her its their own current new newly appointed then now".split())
