"""What became of entries, build by build: so that a later look tells what has changed since a day."""
