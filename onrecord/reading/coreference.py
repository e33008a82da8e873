"""Which mentions of one document are one actor: names by rule, pronouns and descriptions by the model."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from onrecord.reading.kinds import kind_by_form
from onrecord.reading.links import Links
from onrecord.reading.mentions import Found
from onrecord.reading.names import folded, initials, name_in
from onrecord.reading.offices import Offices, bearer
from onrecord.reading.pieces import Pieces
from onrecord.reading.schema import Kind, MentionForm, Title
from onrecord.reading.states import state_of
from onrecord.reading.words.kinds import OF_FIRMS
from onrecord.reading.words.pronouns import GENDER
from onrecord.reading.words.titles import LINKS

# A mention looks back over this many mentions, as in training.
ANTECEDENTS = 250
# How many of the best-scoring antecedents are tried before a mention counts as new.
TRIES = 5
# A description joins an actor only where the model is this much surer than of its being new: a wrong join puts words
# into somebody's mouth. Pronouns are nearly never new, so they need no margin.
DESCRIPTION_MARGIN = 1.0

# What a title is of begins behind it: "secretary of state".
LINK = re.compile(rf"\b(?:{'|'.join(sorted(LINKS))})\b")

Floats = npt.NDArray[np.float32]


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one actor. names: folded name -> the name as first written; gender: he, she, it, they or ""."""

    kind: Kind
    mentions: list[int] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    state: str | None = None
    titles: list[Title] = field(default_factory=list)
    gender: str = ""


def clusters(text: str, pieces: Pieces, found: Sequence[Found], links: Links) -> list[Cluster]:
    """The actors of one document, in the order of their first mentions; every mention is in exactly one.

    Names are one actor where they are equal, a surname of just one full name, an acronym, or names of one state. A
    pronoun or description joins the antecedent that the model scores best, unless gender, number or kind speaks against
    it.
    """
    resolver = _Resolver(text, found)
    for i, options in enumerate(_antecedents(pieces, found, links)):
        resolver.add(i, options)
    return resolver.clusters()


class _Resolver:
    """Clusters as they grow, mention by mention."""

    def __init__(self, text: str, found: Sequence[Found]) -> None:
        self._text, self._found = text, found
        self._offices = Offices(text, found)
        self._names = {
            i: name_in(text, m.span, m.head, m.kind).of(text) for i, m in enumerate(found) if m.form is MentionForm.NAME
        }
        self._kinds = _voted_kinds(text, self._names, found)
        self._titled = _in_titles(text, found, self._offices.titles)
        self._awaited: dict[int, list[int]] = defaultdict(list)
        for description, name in self._titled.items():
            self._awaited[name].append(description)
        self._same_office: dict[tuple[str, ...], Cluster] = {}
        self._of: list[Cluster] = []
        self._by_name: dict[str, list[Cluster]] = defaultdict(list)
        self._by_bearer: dict[str, list[Cluster]] = defaultdict(list)
        self._by_part: dict[str, list[Cluster]] = defaultdict(list)

    def add(self, i: int, options: list[tuple[int, float]]) -> None:
        """Mention `i`, with its antecedents by falling score over "new"."""
        mention = self._found[i]
        cluster: Cluster | None
        if mention.form is MentionForm.NAME:
            kind = self._kinds[folded(self._names[i])]
            cluster = self._named(self._names[i], kind, options) or self._described(options, kind) or Cluster(kind)
        elif mention.form is MentionForm.PRONOUN:
            cluster = self._antecedent(mention, options, 0.0)
        elif i in self._titled:
            cluster = self._of[self._titled[i]] if self._titled[i] < i else None
        elif office := self._offices.described(mention):
            cluster = self._holder(office, options) or self._same_office.get(office) or Cluster(mention.kind)
            self._same_office[office] = cluster
        else:
            cluster = self._antecedent(mention, options, DESCRIPTION_MARGIN)
        self._join(cluster or Cluster(mention.kind), i, self._names.get(i, ""))
        for description in self._awaited.get(i, ()):
            if description < i:
                self._unite(self._of[description], self._of[i])

    def clusters(self) -> list[Cluster]:
        """All clusters, in order."""
        unique = {id(cluster): cluster for cluster in self._of}
        return list(unique.values())

    def _join(self, cluster: Cluster, i: int, name: str) -> None:
        mention = self._found[i]
        cluster.mentions.append(i)
        cluster.titles += self._offices.titles.get(i, ())
        self._of.append(cluster)
        if mention.form is MentionForm.PRONOUN:
            cluster.gender = cluster.gender or GENDER.get(mention.head.of(self._text).lower(), "")
        if not name:
            return
        key = folded(name)
        if not cluster.names:
            cluster.kind = self._kinds[key]
        if key not in cluster.names:
            cluster.names[key] = name
            self._by_name[key].append(cluster)
            self._by_bearer[bearer(name)].append(cluster)
            for part in _parts(key, name, cluster.kind):
                self._by_part[part].append(cluster)
        cluster.state = cluster.state or (state_of(name) if cluster.kind is not Kind.PERSON else None)

    def _unite(self, description: Cluster, named: Cluster) -> None:
        """Makes a cluster that nothing but descriptions and pronouns are in yet part of another."""
        if description is named or description.names:
            return
        for k in description.mentions:
            self._of[k] = named
        named.mentions = sorted([*named.mentions, *description.mentions])
        named.gender = named.gender or description.gender
        self._same_office = {o: named if c is description else c for o, c in self._same_office.items()}

    def _named(self, name: str, kind: Kind, options: list[tuple[int, float]]) -> Cluster | None:
        """The cluster that bears this name already, or part of it."""
        key = folded(name)
        same = [c for c in self._by_name.get(key, ()) if _alike(c.kind, kind)]
        if same:
            return self._preferred(same, options)
        state = state_of(name) if kind is not Kind.PERSON else None
        if state:
            return next((c for c in self._of if c.state == state), None)
        longer = [c for c in _distinct(self._by_part.get(key, ())) if _alike(c.kind, kind)]
        if " " in key:
            # "Ora Lind" after a headline's "Lind": the short name alone has stood for nobody else yet.
            shorts = [short for short in _parts(key, name, kind) if short in self._by_name]
            longer += [
                c for short in shorts for c in self._by_name[short] if _alike(c.kind, kind) and len(c.names) == 1
            ]
        return longer[0] if len(longer) == 1 else self._preferred(longer, options, or_first=False)

    def _preferred(
        self, candidates: list[Cluster], options: list[tuple[int, float]], *, or_first: bool = True
    ) -> Cluster | None:
        if len(candidates) > 1:
            for j, _ in options:
                if any(self._of[j] is candidate for candidate in candidates):
                    return self._of[j]
        return candidates[-1] if candidates and or_first else None

    def _described(self, options: list[tuple[int, float]], kind: Kind) -> Cluster | None:
        """For a new name: the description right before it that it explains ("the envoy, Ora Lind")."""
        if not options or options[0][1] <= 0:
            return None
        cluster = self._of[options[0][0]]
        return cluster if not cluster.names and _alike(cluster.kind, kind) and kind is not Kind.OTHER else None

    def _holder(self, office: tuple[str, ...], options: list[tuple[int, float]]) -> Cluster | None:
        """Who holds `office` in this document: the one known by just these words, else by similar ones.

        Of several, the one whom the model thinks likeliest, if it thinks any of them likely.
        """
        holders = self._offices.holders(office)
        fits = [(fit, c) for name, fit in holders.items() for c in self._by_bearer.get(name, ())]
        best = _distinct([c for fit, c in fits if fit == max(fit for fit, _ in fits)])
        if len(best) > 1:
            return next((c for j, score in options if score > 0 and (c := self._of[j]) in best), None)
        return best[0] if best else None

    def _antecedent(self, mention: Found, options: list[tuple[int, float]], margin: float) -> Cluster | None:
        gender = GENDER.get(mention.head.of(self._text).lower(), "") if mention.form is MentionForm.PRONOUN else ""
        for j, score in options:
            if score <= margin:
                return None
            cluster = self._of[j]
            if gender and cluster.gender and gender != cluster.gender:
                continue
            if mention.form is MentionForm.NOMINAL and not _alike(cluster.kind, mention.kind):
                continue
            if self._found[j].span.covers(mention.span):  # "his" in "Brenn and his envoy" is not the pair
                continue
            return cluster
        return None


def _in_titles(text: str, found: Sequence[Found], titles: Mapping[int, Sequence[Title]]) -> dict[int, int]:
    """For each description that a title beside a name begins with, the mention of that name."""
    described = {m.head.start: i for i, m in enumerate(found) if m.form is MentionForm.NOMINAL}
    starts = sorted(described)
    out: dict[int, int] = {}
    for name, beside in titles.items():
        for title in beside:
            end = next((m.start() for m in LINK.finditer(text, title.span.start, title.span.end)), title.span.end)
            for start in starts[bisect_left(starts, title.span.start) : bisect_left(starts, end)]:
                out[described[start]] = name
    return out


def _voted_kinds(text: str, names: dict[int, str], found: Sequence[Found]) -> dict[str, Kind]:
    """The kind of each folded name: what the model says of most of its mentions, unless its form says otherwise."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for i, name in names.items():
        votes[folded(name)].update([found[i].kind])
    written = {folded(name): name for name in names.values()}
    return {key: kind_by_form(written[key], count.most_common(1)[0][0], text) for key, count in votes.items()}


def _parts(key: str, name: str, kind: Kind) -> Iterator[str]:
    """Shorter names that stand for a full one: a person's surname, an organization's acronym, "NBC" for "NBC News"."""
    words = key.split()
    if kind is Kind.PERSON and len(words) > 1:
        yield words[-2] if words[-1].rstrip(".") in ("jr", "sr", "ii", "iii", "iv") and len(words) > 2 else words[-1]
    elif len(words) > 1:
        yield initials(name)
        if kind is Kind.ORGANIZATION and words[-1].rstrip(".") in OF_FIRMS:
            yield " ".join(words[:-1])


def _alike(one: Kind, other: Kind) -> bool:
    places = (Kind.PLACE, Kind.ORGANIZATION)
    return one is other or (one in places and other in places)


def _distinct(found: Sequence[Cluster]) -> list[Cluster]:
    return list({id(cluster): cluster for cluster in found}.values())


def _antecedents(pieces: Pieces, found: Sequence[Found], links: Links) -> Iterator[list[tuple[int, float]]]:
    """For each mention its best antecedents with their scores above "new", the best first."""
    word = np.array([f.word for f in found], dtype=np.int64)
    class_ = np.array([f.class_ for f in found], dtype=np.int64)
    first = pieces.ids[pieces.first[word]] if len(found) else word
    second = pieces.ids[np.minimum(pieces.first[word] + 1, len(pieces.ids) - 1)] if len(found) else word
    new = links.table("new")
    block = 256
    for a in range(0, len(found), block):
        b, low = min(len(found), a + block), max(0, a - ANTECEDENTS)
        rows, columns = slice(a, b), slice(low, b)
        one = first[rows, None] == first[None, columns]
        both = one & (second[rows, None] == second[None, columns])
        scores = links.antecedents(word[rows], word[columns], class_[rows], class_[columns], one * 2 - both)
        scores = scores - new[class_[rows]][:, None]
        gap = np.arange(a, b)[:, None] - np.arange(low, b)[None]
        scores = np.where((gap > 0) & (gap <= ANTECEDENTS), scores, -np.inf)
        tries = min(TRIES, scores.shape[1])
        best = np.argpartition(-scores, tries - 1, axis=1)[:, :tries]
        values = np.take_along_axis(scores, best, 1)
        order = np.argsort(-values, axis=1, kind="stable")
        ranked = np.take_along_axis(best, order, 1).tolist()
        for js, vs in zip(ranked, np.take_along_axis(values, order, 1).tolist(), strict=True):
            yield [(low + j, v) for j, v in zip(js, vs, strict=True) if v > -np.inf]
