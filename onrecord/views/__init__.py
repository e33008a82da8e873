"""What people see of a record: the brief, listings, single entries with their evidence, the dossier.

Each view is computed by a pure function over the entries of a record, then shown by another: on a terminal
(`terminal.py`), as rows (`listing.py`) or as a page (`page.py`).
"""
