"""Many `Reading`s in, one record out: the store, and one module per thing that is reconciled across documents."""
