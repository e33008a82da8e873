"""Narratives: claims that recur, who promotes them and who rebuts them.

`clauses` cuts a text into what can be claimed, `claims` finds who claims it in one document, `called` what the text
itself calls a narrative, `alike` says whether two claims are one, `clusters` groups them; `settle` writes the
entries, `select` reads them.
"""
