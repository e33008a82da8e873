"""One `Document` in, one `Reading` out: a pure function of the text, the document's metadata and the model."""
