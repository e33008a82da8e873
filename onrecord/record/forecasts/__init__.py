"""Forecasts: who said what would come, how sure, by when, and what came of it.

`outlooks` finds them in one document; `outcomes` asks later events. What somebody says they will do themselves is no
forecast but a commitment.
"""
