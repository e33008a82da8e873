"""Which articles are of one story: mixed coverage parted, new coverage joined to what it belongs to."""
