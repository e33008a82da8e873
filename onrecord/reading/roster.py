"""The actors and mentions of one document while its statements are read: quick to ask, open to additions."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from onrecord.reading.actors import described
from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.titles import gender_of_title
from onrecord.reading.words.pronouns import GENDER
from onrecord.spans import Span

_BY_TITLE = {"masculine": "he", "feminine": "she"}


class Roster:
    """Actors by local id, mentions by where their heads stand."""

    def __init__(self, text: str, actors: Sequence[Actor], mentions: Sequence[Mention]) -> None:
        self.text = text
        self._actors = {actor.id: actor for actor in actors}
        self._mentions = sorted(mentions, key=_place)
        self._heads = [m.head.start for m in self._mentions]
        self._known = {m.actor for m in mentions if m.form is not MentionForm.PRONOUN}
        self._pronouns: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self._mentions:
            if mention.form is MentionForm.PRONOUN:
                self._pronouns[mention.actor][GENDER.get(mention.head.of(text).casefold(), "")] += 1

    def actor(self, identity: str) -> Actor:
        """The actor of that local id."""
        return self._actors[identity]

    def is_known(self, actor: Actor) -> bool:
        """Whether the document names or describes the actor; else it is only "they" or "we", and stays unresolved."""
        return actor.id in self._known

    def headed_in(self, span: Span) -> list[Mention]:
        """The mentions whose heads begin in `span`, in the order of their heads."""
        return self._mentions[bisect_left(self._heads, span.start) : bisect_left(self._heads, span.end)]

    def gender(self, actor: Actor) -> str:
        """`he` or `she` by the titles, else by most pronouns that refer to `actor`; empty where nothing tells."""
        told = [_BY_TITLE[gender] for title in actor.titles if (gender := gender_of_title(title.title)) is not None]
        counted = Counter(told) if told else Counter({g: self._pronouns[actor.id][g] for g in ("he", "she")})
        gender, count = counted.most_common(1)[0]
        return gender if count else ""

    def describe(self, span: Span, head: Span, kind: Kind) -> Mention:
        """The mention of a new actor that the text describes in `span`."""
        actor = Actor(id=f"a{len(self._actors) + 1}", name=described(self.text, span), kind=kind)
        self._actors[actor.id] = actor
        self._known.add(actor.id)
        mention = Mention(span=span, head=head, kind=kind, form=MentionForm.NOMINAL, actor=actor.id)
        at = bisect_left(self._heads, head.start)
        self._heads.insert(at, head.start)
        self._mentions.insert(at, mention)
        return mention

    def refer(self, mention: Mention, actor: Actor) -> Mention:
        """`mention` made one of `actor`'s, in the roster too, whoever it was thought to refer to before."""
        changed = msgspec.structs.replace(mention, actor=actor.id, kind=actor.kind)
        for at in range(bisect_left(self._heads, mention.head.start), len(self._mentions)):
            if _place(self._mentions[at]) == _place(mention):
                self._mentions[at] = changed
                break
        return changed

    def used(self) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
        """The actors that some mention refers to, and all mentions in text order."""
        alive = {m.actor for m in self._mentions}
        mentions = sorted(self._mentions, key=lambda m: (m.span.start, -m.span.end, m.head.start))
        return tuple(actor for actor in self._actors.values() if actor.id in alive), tuple(mentions)


def _place(mention: Mention) -> tuple[int, int, int, int]:
    return mention.head.start, mention.head.end, mention.span.start, mention.span.end
