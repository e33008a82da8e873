"""Searching a record's statements and sentences by their words."""

import re

from onrecord.record.entries import Passage, StatementEntry
from onrecord.record.rows import passage_of
from onrecord.record.selections import as_list, select_statements, standing
from onrecord.record.store import Store

# Typed as an apostrophe or as a quotation mark; the index splits words there.
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def match_expression(query: str) -> str:
    """`query` as FTS5 wants it: every word, and every "phrase in quotation marks", must occur; empty for no words.

    Whatever else the syntax of FTS5 knows is taken as text, so that no query is wrong.
    """
    straight = re.sub("[“”„]", '"', query).replace("\0", " ")
    phrases = [_POSSESSIVE.sub("", phrase or word).replace('"', " ") for phrase, word in _PHRASE.findall(straight)]
    return " AND ".join(f'"{phrase}"' for phrase in phrases if any(character.isalnum() for character in phrase))


def matching_statements(store: Store, words: str, limit: int) -> list[StatementEntry]:
    """The statements that match the FTS5 expression `words`, the best first."""
    ranked = [
        row["id"]
        for row in store.rows(
            # Who says it and what is said weigh more than the source's and the cue's own words.
            "SELECT id FROM statement_index JOIN statements ON number = statement_index.rowid "
            f"WHERE statement_index MATCH ? AND {standing('id')} "
            "ORDER BY bm25(statement_index, 2.0, 0.5, 0.5, 1.0), id LIMIT ?",
            (words, limit),
        )
    ]
    place = {identity: rank for rank, identity in enumerate(ranked)}
    found = select_statements(store, "statements.id IN (SELECT value FROM json_each(?))", (as_list(ranked),))
    return sorted(found, key=lambda statement: place[statement.id])


def matching_passages(store: Store, words: str, limit: int) -> list[Passage]:
    """The sentences that match the FTS5 expression `words`, the best first."""
    rows = store.rows(
        'SELECT document, start, "end", title, outlet, published_earliest, published_latest, published_basis, text '
        "FROM (SELECT rowid AS found, rank AS score FROM sentence_index WHERE sentence_index MATCH ?) "
        "JOIN sentences ON number = found JOIN documents ON id = document ORDER BY score, document, start LIMIT ?",
        (words, limit),
    )
    return [passage_of(row) for row in rows]
