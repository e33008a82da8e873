"""What cannot all hold: accounts that exclude each other, denials, people who contradict their earlier selves.

`page` has a document as everything here needs it; what it needs is loaded only where its words hint at a dispute.
`figures`, `lengths`, `blame`, `denials`, `reversals` each find one sort of dispute; `merging` joins what documents of a
story tell of one dispute, `settle` writes the entries, `select` reads them.
"""
