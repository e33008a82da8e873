"""Tables of words that the rules of reading go by."""
