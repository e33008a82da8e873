"""OnRecord reads the coverage of an unfolding story and keeps the record of it."""

__version__ = "0.1.0"
