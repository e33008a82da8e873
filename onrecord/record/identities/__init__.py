"""Which actors of documents are one, settled only where something new came to a name."""
