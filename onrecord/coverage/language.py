"""The language of a text."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ_LANGUAGES = frozenset({"en"})
UNDETERMINED = "und"

_SAMPLE_CHARS = 3_000
# py3langid's probability; a dozen words of plain English have 0.9, "No comment." has 0.2 for Italian.
_SURE = 0.8
_MIN_LETTERS = 15


def language_of(text: str) -> str:
    """ISO 639 code of the language of the first 3,000 characters; `und` where the text is too short to tell."""
    sample = text[:_SAMPLE_CHARS]
    if sum(map(str.isalpha, sample)) < _MIN_LETTERS:
        return UNDETERMINED
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else UNDETERMINED


def unread_reason(language: str) -> str:
    """Why a text in `language` is not read; empty when it is read, as it is when nobody can tell."""
    return "" if language in READ_LANGUAGES | {UNDETERMINED} else f"language {language} is not supported"


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    # Here, because the model takes a while to load and not every command needs it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
