"""How many independent accounts tell of the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import msgspec
from rapidfuzz import fuzz

from onrecord.reading.schema import Kind, Sourcing
from onrecord.record.copies.connected import connected
from onrecord.record.copies.credits import outlet_key
from onrecord.record.copies.entry import PassageKind
from onrecord.record.copies.select import Sharing, families_in_scope, sharing_in_scope
from onrecord.record.store import Store, Value
from onrecord.spans import Span

# Two sentences that share more than this of their words, in whatever order, are one account: a copy or a light rewrite.
SAME_ACCOUNT = 85.0
# Of more articles than these only what their documents say ties accounts together: comparing sentences costs pairs.
COMPARED = 60


@dataclass(frozen=True, slots=True)
class Told:
    """Where one article tells the thing: the sentence, and its text; empty where the same words tie nobody."""

    document: str
    sentence: Span
    text: str


@dataclass(frozen=True, slots=True)
class Relayed:
    """A stretch of an article that it has on the word of another outlet, or of somebody whom it does not name."""

    around: Span
    outlet: str  # as `outlet_key` spells it; empty: somebody unnamed


@dataclass(frozen=True, slots=True)
class Ties:
    """What makes articles depend on each other; built from the record by `ties`, empty it ties nothing.

    `outlets`: who published which document, as `outlet_key` spells it. `families`: documents that are copies of each
    other. `shared`: what a document has in common with those of greater ids.
    """

    outlets: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, Mapping[str, Sharing]] = field(default_factory=dict)
    relayed: Mapping[str, Sequence[Relayed]] = field(default_factory=dict)

    def accounts(self, told: Sequence[Told]) -> int:
        """The number of independent accounts among the articles that tell of one thing.

        One account are: all that one outlet publishes, an article and its copies, whoever has it from an outlet and
        that outlet, articles that tell it in a passage that they share, or in the same words of an unnamed source.
        """
        documents = {each.document for each in told}
        if len(documents) < 2:
            return len(documents)
        sources = [(f"document {each.document}", source) for each in told for source in self._sources(each)]
        repeated = [(f"document {one}", f"document {other}") for one, other in self._repeated(told)]
        homes = connected([*sources, *repeated])
        return len({homes.get(f"document {document}", document) for document in documents})

    def _sources(self, told: Told) -> Iterator[str]:
        """Whose account the sentence is."""
        document = told.document
        if self.outlets.get(document):
            yield f"outlet {self.outlets[document]}"
        if document in self.families:
            yield f"family {self.families[document]}"
        for each in self.relayed.get(document, ()):
            if each.outlet and each.around.overlaps(told.sentence):
                yield f"outlet {each.outlet}"

    def _repeated(self, told: Sequence[Told]) -> Iterator[tuple[str, str]]:
        """The pairs of documents one of whose sentences stands in the other."""
        places: defaultdict[str, list[Told]] = defaultdict(list)
        for each in told:
            places[each.document].append(each)
        for document in places:
            for other, sharing in self.shared.get(document, {}).items():
                if any(self._passage(one, two, sharing) for one in places[document] for two in places.get(other, ())):
                    yield document, other
        if len(told) <= COMPARED:
            for one, two in combinations(told, 2):
                if one.document != two.document and one.text and _alike(one.text, two.text):
                    yield one.document, two.document

    def _passage(self, one: Told, other: Told, sharing: Sharing) -> bool:
        """Whether both tell it in a passage that they share; a quote is only that where nobody stands behind it."""
        return any(
            one.sentence.overlaps(passage.first)
            and other.sentence.overlaps(passage.second)
            and (passage.kind is not PassageKind.QUOTE or (self._unnamed(one) and self._unnamed(other)))
            for passage in sharing.passages
        )

    def _unnamed(self, told: Told) -> bool:
        return any(
            not each.outlet and each.around.overlaps(told.sentence) for each in self.relayed.get(told.document, ())
        )


def ties(store: Store) -> Ties:
    """What ties the documents in the scope to each other."""
    outlets = {
        row["id"]: outlet_key(row["outlet"] or "")
        for row in store.rows("SELECT id, outlet FROM documents JOIN scope ON id = document")
    }
    shared: defaultdict[str, dict[str, Sharing]] = defaultdict(dict)
    for each in sharing_in_scope(store):
        shared[each.first][each.second] = each
    return Ties(
        outlets=outlets,
        families=families_in_scope(store),
        shared=shared,
        relayed=_relayed(store),
    )


def carried(store: Store, restated: Iterable[tuple[Value, ...]]) -> Iterator[tuple[Value, ...]]:
    """Rows of `carried` for the statements in the scope that `restated` says are in other articles as well.

    Words that two outlets took down from the same named speaker are two accounts of them, unless one has the other's.
    """
    others: defaultdict[str, set[str]] = defaultdict(set)
    for statement, other, *_ in restated:
        others[str(statement)].add(str(other))
    wanted = sorted({*others, *(each for statements in others.values() for each in statements)})
    places = {
        row["id"]: Told(row["document"], Span(row["sentence_start"], row["sentence_end"]), "")
        for row in store.rows(
            "SELECT id, document, sentence_start, sentence_end FROM statements "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (msgspec.json.encode(wanted).decode(),),
        )
    }
    scope = {row["document"] for row in store.rows("SELECT document FROM scope")}
    tied = ties(store) if others else Ties()
    for statement, same in others.items():
        told = [places[each] for each in sorted({statement, *same})]
        if places[statement].document in scope:
            yield statement, len({each.document for each in told}), tied.accounts(told)


def _relayed(store: Store) -> dict[str, list[Relayed]]:
    out: defaultdict[str, list[Relayed]] = defaultdict(list)
    for row in store.rows(
        "SELECT document, sentence_start, sentence_end, sourcing, source_text, speaker_name, actors.kind AS kind "
        "FROM statements JOIN scope USING (document) LEFT JOIN actors ON actors.id = speaker "
        "WHERE sourcing IN (?, ?)",
        (Sourcing.OUTLET.value, Sourcing.UNNAMED.value),
    ):
        around = Span(row["sentence_start"], row["sentence_end"])
        by_outlet = row["sourcing"] == Sourcing.OUTLET.value
        out[row["document"]].append(Relayed(around, outlet_key(row["speaker_name"] or "") if by_outlet else ""))
    for row in store.rows(
        "SELECT document, sentence_start, sentence_end, actors.name AS name FROM statements "
        "JOIN scope USING (document) JOIN json_each(via) AS relay JOIN actors ON actors.id = relay.value "
        "WHERE via <> '[]' AND actors.kind = ?",
        (Kind.OUTLET.value,),
    ):
        out[row["document"]].append(Relayed(Span(row["sentence_start"], row["sentence_end"]), outlet_key(row["name"])))
    return out


def _alike(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one, other, score_cutoff=SAME_ACCOUNT) > 0
