"""The actors of one document, with their mentions and titles."""

from collections import Counter
from collections.abc import Sequence

from onrecord.reading.coreference import Cluster
from onrecord.reading.kinds import kind_of_description, kind_of_name
from onrecord.reading.mentions import Found
from onrecord.reading.schema import Actor, Kind, Mention, MentionForm
from onrecord.reading.words.kinds import CALENDAR, OF_ORIGIN
from onrecord.spans import Span

# A description is an actor's name where there is no better one; longer ones are cut at a word.
NAME_CHARS = 80


def actors(text: str, found: Sequence[Found], clusters: Sequence[Cluster]) -> tuple[list[Actor], list[Mention]]:
    """Actors with ids "a1", "a2", … in the order of their first mentions, and all mentions in text order.

    Mentions of things that are neither named nor a person, organization or place are left out.
    """
    made: list[Actor] = []
    mentions: list[Mention] = []
    for cluster in clusters:
        members = [found[i] for i in cluster.mentions]
        if _is_nobody(text, cluster, members):
            continue
        actor = _actor(text, f"a{len(made) + 1}", cluster, members)
        made.append(actor)
        mentions += [Mention(span=m.span, head=m.head, kind=actor.kind, form=m.form, actor=actor.id) for m in members]
    return made, sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.head.start))


def _is_nobody(text: str, cluster: Cluster, members: Sequence[Found]) -> bool:
    """Whether a cluster is no actor: an unnamed thing, a day of the week, an adjective of origin taken for a name."""
    if cluster.names:
        return CALENDAR.issuperset(cluster.names) or all(_modifies(text, m) for m in members)
    return cluster.kind is Kind.OTHER and not _is_document(text, members)


def _modifies(text: str, mention: Found) -> bool:
    """Whether it derives from a name, with a noun right behind it: "Ilmerian" in "Ilmerian officials"."""
    word, end = mention.head.of(text), mention.head.end
    return word.endswith(OF_ORIGIN) and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _is_document(text: str, members: Sequence[Found]) -> bool:
    first = members[0]
    words = first.span.of(text).split()
    return (
        first.form is MentionForm.NOMINAL
        and kind_of_description(first.head.of(text), words, first.kind) is Kind.DOCUMENT
    )


def _actor(text: str, identity: str, cluster: Cluster, members: Sequence[Found]) -> Actor:
    if cluster.names:
        name, kind = full_name(list(cluster.names.values()), cluster.kind), cluster.kind
        titles = cluster.titles if kind is Kind.PERSON else ()
        return Actor(id=identity, name=name, kind=kind_of_name(name, kind), titles=tuple(dict.fromkeys(titles)))
    best = next((m for m in members if m.form is MentionForm.NOMINAL), members[0])
    kind = Counter(m.kind for m in members).most_common(1)[0][0]
    if best.form is MentionForm.NOMINAL:
        kind = kind_of_description(best.head.of(text), best.span.of(text).split(), kind)
    return Actor(id=identity, name=described(text, best.span), kind=kind)


def full_name(names: Sequence[str], kind: Kind) -> str:
    """The fullest of the names of one actor; the first of equally full ones."""
    if kind is Kind.PERSON:
        return max(names, key=lambda name: (min(len(name.split()), 3), name[:1].isupper()))
    return max(names, key=lambda name: (not name.isupper(), len(name.split())))


def described(text: str, span: Span) -> str:
    """A description on one line, shortened at a word."""
    words = " ".join(span.of(text).split())
    return words if len(words) <= NAME_CHARS else words[:NAME_CHARS].rsplit(" ", 1)[0] + "…"
