"""Names as they are compared: without case, diacritics and other accidents of spelling."""

import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "\N{MODIFIER LETTER APOSTROPHE}": "'"})


def alias_key(name: str) -> str:
    """`name` without case, diacritics, possessive endings, with single blanks: for looking up what a user types."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_APOSTROPHES))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return re.sub(r"'s?$", "", " ".join(bare.casefold().split()))
