"""The table of pairs that share something, kept up with the documents of the whole record."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial

import msgspec
import numpy as np

from onrecord.record.copies.article import Article
from onrecord.record.copies.candidates import Pair, all_pairs, pairs_of, unsettled_by
from onrecord.record.copies.compare import Shared, shared
from onrecord.record.copies.connected import connected
from onrecord.record.copies.fingerprint import METHOD, keys_of
from onrecord.record.copies.postings import Keys, number_of, put, put_keys, take
from onrecord.record.copies.signs import Sign, signs
from onrecord.record.intake import body_of, stated_of
from onrecord.record.store import Store, Value
from onrecord.spans import Span

# With more of the record's documents to look up than one in so many, one pass over the whole table costs less.
LOOK_UP_EACH = 20
# Articles that are kept while pairs of them are compared.
CACHED = 1024

_VERSION = f"'{METHOD}/' || coalesce(readings.key, documents.version)"


def find_pairs(store: Store) -> None:
    """Makes `copy_pairs` and `credits` agree with the documents; a function of these alone, whatever came when.

    Costs what the documents that are new, changed or gone cost. Call within a transaction.
    """
    changed = store.rows(
        f"SELECT documents.id, {_VERSION} AS version FROM documents LEFT JOIN readings ON readings.document = id "
        f"LEFT JOIN fingerprints ON fingerprints.document = id WHERE fingerprints.version IS NOT {_VERSION}"
    )
    gone = store.rows("SELECT document FROM fingerprints WHERE document NOT IN (SELECT id FROM documents)")
    if not changed and not gone:
        return
    taken = _take(store, [*(row["id"] for row in changed), *(row["document"] for row in gone)])
    article_by = lru_cache(maxsize=CACHED)(partial(article_of, store))
    fingerprints: dict[str, Keys] = {}
    for row in changed:
        article = article_by(row["id"])
        keys = keys_of(article)
        put(store, row["id"], row["version"], keys)
        fingerprints[row["id"]] = np.array(keys, np.int64)
        _write_credits(store, article)
    put_keys(store, fingerprints)
    _compare(store, fingerprints, {row["document"] for row in gone}, taken, article_by)


def _take(store: Store, documents: Iterable[str]) -> Counter[int]:
    """Forgets what is known of `documents`, unsettles what shared something with them; how often each key went."""
    taken: Counter[int] = Counter()
    for document in sorted(documents):
        taken.update(take(store, number_of(document)))
        rows = store.rows("SELECT first, second FROM copy_pairs WHERE first = ?1 OR second = ?1", (document,))
        _unsettle(store, [(row["first"], row["second"]) for row in rows])
        for table, condition in (("credits", "document = ?1"), ("copy_pairs", "first = ?1 OR second = ?1")):
            store.execute(f"DELETE FROM {table} WHERE {condition}", (document,))
    return taken


def _compare(
    store: Store, changed: Mapping[str, Keys], gone: set[str], taken: Counter[int], article: Callable[[str], Article]
) -> None:
    """Compares the texts of all pairs that may be others, now that documents have `changed` or are `gone`.

    The changed ones have these keys now; `taken` are all that they and those gone had before.
    """
    names = {row["number"]: row["document"] for row in store.rows("SELECT number, document FROM fingerprints")}
    known = {(row["first"], row["second"]) for row in store.rows("SELECT first, second FROM copy_pairs")}
    if len(changed) * LOOK_UP_EACH > len(names):
        unsettled, pairs = set(names), all_pairs(store)
    else:
        numbers = {number_of(document) for document in (*changed, *gone)}
        difference = Counter(key for keys in changed.values() for key in keys.tolist())
        difference.subtract(taken)
        unsettled = (numbers | unsettled_by(store, difference, numbers)) & names.keys()
        pairs = pairs_of(store, unsettled)
    wanted = {_ordered(names, pair) for pair in pairs}
    moved = {names[number] for number in unsettled}
    lost = [pair for pair in known - wanted if moved & set(pair)]
    _unsettle(store, lost)
    store.execute_each("DELETE FROM copy_pairs WHERE first = ? AND second = ?", [*lost])
    todo = wanted - known
    near = connected(todo)
    # Those that hang together one after the other, so that each article is fetched once.
    for first, second in sorted(todo, key=lambda pair: (near[pair[0]], pair)):
        one, other = article(first), article(second)
        found = shared(one, other)
        if found:
            _write(store, one, other, found)
            _unsettle(store, [(first, second)])


def _unsettle(store: Store, pairs: Iterable[tuple[str, str]]) -> None:
    """Notes that the stories of both documents of `pairs` must be settled anew."""
    documents = sorted({document for pair in pairs for document in pair})
    store.execute_each("UPDATE documents SET settled = 0 WHERE id = ? AND settled = 1", [(each,) for each in documents])


def _ordered(names: dict[int, str], pair: Pair) -> tuple[str, str]:
    first, second = sorted(names[number] for number in pair)
    return first, second


def article_of(store: Store, document: str) -> Article:
    """The document of the record with that id, which is there."""
    row = store.row("SELECT * FROM documents WHERE id = ?", (document,))
    if row is None:
        raise KeyError(document)
    sentences = store.rows('SELECT start, "end" FROM sentences WHERE document = ? ORDER BY start', (document,))
    return Article(
        document,
        row["text"],
        body_of(row),
        sentences=[Span(sentence["start"], sentence["end"]) for sentence in sentences],
        outlet=row["outlet"],
        title=row["title"],
        stated=stated_of(row),
    )


def _write_credits(store: Store, article: Article) -> None:
    store.execute_each(
        'INSERT OR IGNORE INTO credits (document, start, "end", outlet, basis) VALUES (?, ?, ?, ?, ?)',
        [(article.document, each.span.start, each.span.end, each.outlet, each.basis) for each in article.credits],
    )


def _write(store: Store, first: Article, second: Article, found: Shared) -> None:
    said: tuple[Sign, ...] = signs(first, second, found)
    row: tuple[Value, ...] = (
        first.document,
        second.document,
        found.kind.value,
        round(found.first_share, 4),
        round(found.second_share, 4),
        *(_json(part) for part in (found.passages, found.first_only, found.second_only, said)),
    )
    store.execute(f"INSERT OR REPLACE INTO copy_pairs VALUES ({', '.join('?' * len(row))})", row)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
