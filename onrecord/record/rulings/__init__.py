"""What users rule where the program is wrong: kept in the record, applied to whatever it finds.

`entry` is what a ruling is, `file` its text; `named` finds what it names, `keep` writes it, `actors` applies merges and
splits to what actors were found, `parting` a split within one article to its reading; `select` hands rulings to all
that is settled or shown.
"""
