"""Where the map from documents to readings runs."""
