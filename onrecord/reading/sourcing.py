"""On whose word a statement stands."""

import re
from collections.abc import Sequence

from onrecord.reading.outlets import is_outlet_name
from onrecord.reading.schema import Actor, Kind, MentionForm, Sourcing
from onrecord.reading.states import is_place_name, state_of
from onrecord.reading.titles import titled
from onrecord.reading.words.sources import (
    AFTER_HEAD,
    COUNTS,
    CROWDS,
    DOCUMENTS,
    INSIDERS,
    ORGANIZATIONS,
    OUTLET_NOUNS,
    PARTITIVES,
    PRONOUNS,
    SHARES,
)
from onrecord.spans import Span

_TOKEN = re.compile(r"[\w.&@/-]+(?:[’'](?!s\b)\w+)*|[’']s\b|[,;:(—–]")
_CABINET_TITLE = re.compile(r"\b([Ss]ecretary|[Mm]inister|[Ss]peaker|[Cc]hief) (?:of|for) (?:the )?[A-Z]\w+(?= [A-Z])")
# the campaign manager, Jon Hale,
_NAMED_AFTER = re.compile(r"[^,]*\w, (?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+,?\Z")
_LAST_NAMES = tuple(re.compile(rf"[^,]*\s(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{{more}}}),?\Z") for more in (1, 2))
_REFLEXIVE = re.compile(r"(?<=\w) (?:himself|herself|itself|themselves)\b")
_DETERMINER = re.compile(r"^(?:[Tt]he|[Aa]n?)\b")
_KNOWS_MORE = re.compile(
    r"\b(?:familiar with|briefed|with (?:direct |first-?hand |intimate )?knowledge|close to the|privy to|"
    r"involved in|who (?:spoke|requested|asked|declined|was|were) |speaking (?:on|anonymously)|on condition)",
    re.IGNORECASE,
)
_LONGEST_SOURCE = 400
_OF_KIND = {
    Kind.ORGANIZATION: Sourcing.ORGANIZATION,
    Kind.STATE: Sourcing.ORGANIZATION,
    Kind.PLACE: Sourcing.ORGANIZATION,
    Kind.OUTLET: Sourcing.OUTLET,
    Kind.DOCUMENT: Sourcing.DOCUMENT,
}


def sourcing_of(
    text: str,
    source: Sequence[Span],
    speaker: Actor | None = None,
    *,
    head: Span | None = None,
    form: MentionForm | None = None,
) -> Sourcing:
    """The sourcing class of the statement whose source spans are `source`; general without any.

    `speaker` is the actor that the source was resolved to, and decides for pronouns and for whoever is named elsewhere
    ("the senator"). `head` and `form` are of the mention that the source is; without them the head noun is guessed from
    the form of the phrase. A person counts as named only where the source or the speaker has a proper name.
    """
    if not source:
        return Sourcing.GENERAL
    phrase = " ".join(" ".join(span.of(text) for span in source)[:_LONGEST_SOURCE].split())
    phrase = _REFLEXIVE.sub("", phrase)
    words = _TOKEN.findall(phrase)
    if all(word.casefold() in PRONOUNS for word in words):
        return _of_pronoun(words, speaker)
    noun = head.of(text) if head is not None else None
    if noun is not None and noun.casefold() in PRONOUNS:  # the "himself" of "Lind himself"
        noun = form = None
    own = _of_phrase(phrase, noun, form)
    if speaker is None:
        return own
    return _with_speaker(own, speaker)


def _with_speaker(own: Sourcing, speaker: Actor) -> Sourcing:
    """What the resolved `speaker` makes of a source that by itself is `own`."""
    if speaker.kind in _OF_KIND:
        # The phrase knows better what "the report" or "US officials" is; the actor, what a bare name is.
        return _of_actor(speaker) if own in {Sourcing.NAMED, Sourcing.ORGANIZATION} else own
    if speaker.kind is Kind.PERSON and own in {Sourcing.UNNAMED, Sourcing.ORGANIZATION}:
        return _of_actor(speaker)
    return own


def _of_actor(actor: Actor) -> Sourcing:
    """The class of somebody who speaks under the name that the document gives `actor`."""
    if actor.kind is Kind.PERSON:
        by_name = _of_phrase(actor.name, None, None)
        return by_name if by_name in {Sourcing.UNNAMED, Sourcing.GENERAL} else Sourcing.NAMED
    if actor.kind in {Kind.ORGANIZATION, Kind.OTHER} and is_outlet_name(actor.name):
        return Sourcing.OUTLET
    return _OF_KIND.get(actor.kind) or _of_phrase(actor.name, None, None)


def _of_pronoun(words: Sequence[str], speaker: Actor | None) -> Sourcing:
    """The class of "he", "they", "which" …; an unresolved one is nobody we could name."""
    if speaker is not None:
        return _of_actor(speaker)
    singular = bool(words) and words[0].casefold() in {"he", "she", "him", "her", "his", "hers", "i", "my", "me"}
    return Sourcing.UNNAMED if singular else Sourcing.GENERAL


def _of_phrase(phrase: str, head: str | None, form: MentionForm | None) -> Sourcing:
    """The class by the words of the source alone."""
    if is_outlet_name(phrase):
        return Sourcing.OUTLET
    if is_place_name(phrase):
        return Sourcing.ORGANIZATION
    if _NAMED_AFTER.match(phrase) or _is_titled_name(phrase):
        return Sourcing.NAMED
    words = _before_description(_CABINET_TITLE.sub(r"\1", phrase))
    if not words:
        return Sourcing.GENERAL
    noun = words[-1] if head is None or form is MentionForm.NAME else head
    return _of_noun(noun, words, phrase) or _of_unknown(noun, words, form)


def _is_titled_name(phrase: str) -> bool:
    """Whether `phrase` is a name with its titles before it: "Special Envoy to Brenn retired Gen. Jon Hale"."""
    return any(_is_titled(phrase, match) for names in _LAST_NAMES if (match := names.match(phrase)))


def _is_titled(phrase: str, match: re.Match[str]) -> bool:
    """Whether titles are all that stands before the name in `phrase`."""
    titles = titled(phrase, Span(match.start("name"), match.end("name")))
    return bool(titles) and not _DETERMINER.sub("", phrase[: titles[0].span.start]).strip()


def _of_unknown(noun: str, words: Sequence[str], form: MentionForm | None) -> Sourcing:
    """The class of the phrase `words` with a head noun that no table has."""
    name = " ".join(words)
    if is_outlet_name(name):
        return Sourcing.OUTLET
    if state_of(name) or _is_acronym(noun):
        return Sourcing.ORGANIZATION
    if noun[:1].isupper() and form is not MentionForm.NOMINAL:
        return Sourcing.NAMED
    # A plural that we do not know is a crowd, a singular somebody in particular.
    crowd = noun.casefold().endswith("s") and not _is_counted(words)
    return Sourcing.GENERAL if crowd or words[0].casefold() in {"some", "many", "most"} else Sourcing.UNNAMED


def _of_noun(noun: str, words: Sequence[str], phrase: str) -> Sourcing | None:
    """The class by the head noun; None for a noun that the tables lack."""
    key = noun.casefold()
    if key in CROWDS:
        return Sourcing.UNNAMED if _is_counted(words) or _knows_more(phrase) else Sourcing.GENERAL
    if key in INSIDERS:
        return Sourcing.UNNAMED
    for nouns, sourcing in (
        (OUTLET_NOUNS, Sourcing.OUTLET),
        (ORGANIZATIONS, Sourcing.ORGANIZATION),
        (DOCUMENTS, Sourcing.DOCUMENT),
    ):
        if key in nouns:
            return sourcing
    return None


def _before_description(phrase: str) -> list[str]:
    """The words of `phrase` up to its head noun: "one senior official" of "one senior official close to the talks"."""
    words: list[str] = []
    for token in _TOKEN.findall(phrase):
        folded = token.casefold()
        if words and (folded in AFTER_HEAD or not token[0].isalnum()) and token[0] not in "’'":
            # "one of the officials", "a number of voters": what counts is what they are of.
            if folded == "of" and words[-1].casefold() in PARTITIVES:
                continue
            break
        if token[0] in "’'":
            continue
        words.append(token)
    return words


def _is_counted(words: Sequence[str]) -> bool:
    """Whether the noun that ends `words` is one, or a small number, of its kind."""
    if not SHARES.isdisjoint(word.casefold() for word in words):
        return False
    return len(words) > 1 and (words[0].casefold() in COUNTS or words[0].isdigit())


def _knows_more(phrase: str) -> bool:
    """Whether "people" are some in particular who have seen or heard something."""
    return _KNOWS_MORE.search(phrase) is not None


def _is_acronym(noun: str) -> bool:
    """Whether `noun` is the short name of an organisation: "FBI"."""
    letters = noun.replace(".", "").replace("&", "")
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()
