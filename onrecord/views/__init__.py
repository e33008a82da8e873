"""A record in, something for people out: brief, tables, search, dossier."""
