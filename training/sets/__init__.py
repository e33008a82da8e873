"""The labelled sets, a module each: rows of a file in, examples out."""
