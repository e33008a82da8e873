"""Words by which somebody binds themselves, or sets a date to somebody else: hand-made."""

# Verbs that promise nothing that could be checked: "we will see", "it would be wrong".
IDLE = frozenset(
    """
    always appear be become believe bet come consider continue depend determine doubt even expect feel find first
    get go guess happen have hear hope imagine just know lead like likely look love make mean need never not notice
    only otherwise prefer probably recall remain remember rather regret say see seem soon sound speak still suggest
    take tell think try understand wait want watch welcome wish wonder work
    """.split()
)
# Deeds against somebody: with these a "will" threatens.
HOSTILE = (
    "attack bar ban block board bomb boycott close cut destroy expel fine freeze halt hit impose invade jail kill "
    "launch levy punish recall respond retaliate sanction seize shut slap strike suspend target tax withdraw"
).split()
