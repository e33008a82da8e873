"""Positions: who stands where on which issue, and when that shifted.

`takes` finds in one document who takes which side of what; `issues` which of these are of one thing; `shifts` who
changed sides. Issues are what the coverage shows people to take sides on, never a list.
"""
