"""Personal pronouns of English by person and gender: a closed class, after Quirk and others 1985, 6.13–6.31."""

GENDER = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), "i"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), "you"),
}

# The speaker of a direct quotation.
SPEAKER = frozenset(word for word, gender in GENDER.items() if gender == "i")
PERSONAL = frozenset(GENDER)
