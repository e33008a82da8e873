"""Labels: what outlets in their own voice, and their sources, call actors and what happens.

`words` are those that characterise, `phrases` reads them in a text, `namings` finds who calls whom what in one
document; `settle` writes the entries, `select` reads them.
"""
