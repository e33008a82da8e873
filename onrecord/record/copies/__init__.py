"""Which article copies which, and what they share: fingerprints find the pairs, comparison of both texts decides.

`fingerprint` makes a document's keys, `postings` keeps them, `candidates` finds pairs that share rare ones, `compare`
looks at both texts (`runs`: the same words, `aligned`: sentences that tell the same), `pairs` keeps what it says,
`signs` and `direction` tell who copied whom, `settle` writes the entries, `select` reads them.
"""
