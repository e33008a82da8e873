"""Who holds which office, for whom, since when, and how it changed hands.

`offices` tells an office from any other title; `holdings` are the places where a document gives somebody an office,
`changes` those where it says that one is given, taken or handed on; `joining` makes roles of both.
"""
