"""Identifiers that stay the same from build to build."""

import base64
import hashlib
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from onrecord.coverage.document import Document
from onrecord.reading.schema import SCHEMA
from onrecord.record.clusters import Cluster

# 60 bits: among a million entries of a kind, two share an id once in two million records.
ID_CHARS = 12


def short_hash(*parts: str) -> str:
    """Twelve characters of a-z2-7 that stand for `parts`, in order."""
    digest = hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return base64.b32encode(digest).decode("ascii").lower()[:ID_CHARS]


def document_version(document: Document) -> str:
    """Stands for all that a reading depends on, besides the model: the document without where it was found."""
    canonical = msgspec.json.encode(msgspec.structs.replace(document, origin="", text=""), order="deterministic")
    return hashlib.blake2b(canonical, digest_size=16).hexdigest()


def reading_key(version: str, model: str) -> str:
    """Another key, another reading: of a document's version, the model and the schema of readings."""
    return hashlib.blake2b(f"{version}\x1f{model}\x1f{SCHEMA}".encode(), digest_size=16).hexdigest()


def statement_id(document: str, words: Iterable[str], nth: int) -> str:
    """Of a statement's document and the words of its parts; `nth` counts, from 0, those of a document with equal words.

    Words rather than offsets, so that a correction elsewhere in the article leaves the statement what it was.
    """
    return "s-" + short_hash(document, *words, str(nth))


def ruling_id(kind: str, target: str, value: str) -> str:
    """Of what is ruled: the same again is the same ruling."""
    return "u-" + short_hash(kind, target, value)


def actor_ids(clusters: Iterable[Cluster]) -> dict[str, Cluster]:
    """`clusters` under their ids, in order of the ids.

    An id is made of the name under which the first run that saw the actor knew it, so that more coverage does not
    change it; where the document never names the actor, or two go by that name, of the first document as well.
    """
    by_key: defaultdict[tuple[str, ...], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        by_key[cluster.founding_key].append(cluster)
    named: dict[str, Cluster] = {}
    for key, sharing in by_key.items():
        for nth, cluster in enumerate(sorted(sharing, key=lambda cluster: cluster.founders[0].actor.place)):
            parts = key if len(sharing) == 1 else (*key, cluster.founders[0].actor.document, str(nth))
            named["a-" + short_hash(*parts)] = cluster
    return dict(sorted(named.items()))
