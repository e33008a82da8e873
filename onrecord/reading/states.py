"""States that a name, a demonym or a capital stands for."""

from onrecord.reading.words.geography import CAPITALS, DEMONYMS, PLACES, SHORT_NAMES
from onrecord.reading.words.state_names import NAMES

_POSSESSIVES = ("'s", "s'")


def state_of(name: str) -> str | None:
    """ISO 3166 alpha-2 code of the state that `name` names ("the U.S.", "Britain’s"); None where it names none.

    "Kosovo" is XK. A name that means something else as often gives None: "Georgia" and "Washington" (American states),
    "Jordan" (a surname), "Congo" and "Korea" (two states each). Lower-case "us" and "turkey" are words.
    """
    folded = _folded(name)
    return SHORT_NAMES.get(folded) or NAMES.get(folded)


def state_of_demonym(word: str) -> str | None:
    """Code of the state whose people or things `word` names ("Russian", "Britons"); None where it is none or of two."""
    return DEMONYMS.get(_folded(word))


def state_of_capital(name: str) -> str | None:
    """Code of the state that has its capital in `name` ("Kyiv"), which in news often speaks for that state."""
    return CAPITALS.get(_folded(name))


def is_place_name(name: str) -> bool:
    """Whether `name` is a state, a capital, a region or a city that news names often; not a gazetteer."""
    folded = _folded(name)
    return folded in CAPITALS or folded in PLACES or state_of(name) is not None


def _folded(name: str) -> str:
    """`name` as the tables have it: no article, no possessive, lower case; empty for what is not capitalised."""
    name = " ".join(name.split()).replace("’", "'")
    if name[:4].casefold() == "the ":
        name = name[4:]
    if name.endswith(_POSSESSIVES):
        name = name[:-2] if name.endswith("'s") else name[:-1]
    return name.casefold() if name[:1].isupper() else ""
