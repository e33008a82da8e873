"""The short lines that different articles of one batch share."""

from collections.abc import Iterable
from hashlib import blake2b

from onrecord.coverage.lines import lines_of

# Two articles may share a subhead by chance, or a quotation by reporting the same thing.
_ARTICLES = 3
_MAX_WORDS = 20


def repeated_lines(texts: Iterable[str]) -> frozenset[str]:
    """Keys (`Line.key`) of lines of at most 20 words that stand in three articles or more.

    Texts with the same longest line count as one article, so that a story which three outlets republish does not make
    its own sentences residue. Does not depend on the order of `texts`.
    """
    articles: dict[str, set[bytes]] = {}
    for text in texts:
        lines = lines_of(text)
        if not lines:
            continue
        longest = max(lines, key=lambda line: (len(line.text), line.text))
        article = blake2b(longest.key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for key in {line.key for line in lines if len(line.words) <= _MAX_WORDS and line is not longest}:
            known = articles.setdefault(key, set())
            if len(known) < _ARTICLES:
                known.add(article)
    return frozenset(key for key, known in articles.items() if len(known) == _ARTICLES)
