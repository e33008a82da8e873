"""Files, pages and folders in; `Document`s out: the text as it was found, with residue marked, never deleted."""
