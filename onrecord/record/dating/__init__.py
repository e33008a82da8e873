"""When an undated document was published: bounds from its own text and from the story, met into one interval."""
