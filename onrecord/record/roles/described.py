"""Whom a description by office may mean, in articles that never name them: "the special envoy"."""

import re
from collections.abc import Sequence

from onrecord.interval import Interval
from onrecord.record.roles.entry import RoleEntry
from onrecord.record.roles.offices import office_of
from onrecord.record.titles import title_words

# "An envoy" and "two envoys" are nobody in particular, "his envoy" is whose envoy it is to know.
_DEFINITE = re.compile(r"the\b", re.IGNORECASE)


def holder(description: str, published: Interval, roles: Sequence[RoleEntry]) -> RoleEntry | None:
    """The one of `roles`, all those of its story, that `description` in an article of that day may mean.

    The only one who holds such an office in the story; of several, the one whom articles of those days give as holding
    it: the envoy of March is not the envoy of August. None where that leaves nobody or more than one.
    """
    words = _DEFINITE.sub("", description, count=1).strip()
    office = office_of(words) if _DEFINITE.match(description) else None
    if office is None or office.is_past:
        return None
    same = [each for each in roles if _is_called(each, office.key, title_words(words))]
    if len({each.actor for each in same}) > 1:
        same = [
            each for each in same if published.ordered and each.current.known and not each.current.excludes(published)
        ]
    return same[0] if len({each.actor for each in same}) == 1 else None


def _is_called(role: RoleEntry, key: str, words: frozenset[str]) -> bool:
    """Whether a title of `role` has the office of that key and all of `words`: "the Russian leader" is of Russia."""
    if role.past_by and not role.current.known:
        return False
    offices = [(title, office_of(title)) for title in role.titles]
    return any(own is not None and own.key == key and words <= title_words(title) for title, own in offices)
