"""Who may be spoken of by whose name: states, and the capitals and seats of government that stand for them.

They stay actors of their own, since "Moscow" may be the city and "the Kremlin" is less than Russia.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import msgspec

from onrecord.reading.schema import Kind
from onrecord.reading.states import state_of, state_of_capital
from onrecord.record.entries import Named
from onrecord.record.names import alias_key

# Seats of governments, parliaments and ministries by which news calls them (codes of ISO 3166).
SEATS = {
    **dict.fromkeys(("white house", "pentagon", "state department", "capitol hill", "foggy bottom"), "US"),
    "kremlin": "RU",
    **dict.fromkeys(("downing street", "no 10", "number 10", "whitehall"), "GB"),
    **dict.fromkeys(("elysee", "elysee palace", "quai dorsay", "quai d'orsay", "matignon"), "FR"),
    "bundestag": "DE",
    **dict.fromkeys(("bankova", "verkhovna rada"), "UA"),
    "state duma": "RU",
    **dict.fromkeys(("zhongnanhai", "great hall of the people"), "CN"),
    **dict.fromkeys(("palazzo chigi", "quirinale"), "IT"),
    **dict.fromkeys(("blue house", "cheong wa dae"), "KR"),
    "knesset": "IL",
    "moncloa": "ES",
    "rashtrapati bhavan": "IN",
    "planalto": "BR",
    "casa rosada": "AR",
    "la moneda": "CL",
    "los pinos": "MX",
    "malacanang": "PH",
    "rideau hall": "CA",
}
CAPITAL, SEAT = "its capital", "a seat of its government"
STATES = frozenset({Kind.PLACE, Kind.STATE})  # an invented state is read as a place
PLACES = frozenset({Kind.PLACE, Kind.STATE, Kind.ORGANIZATION, Kind.GROUP})


class Metonym(msgspec.Struct, frozen=True, kw_only=True):
    """`actor` may stand for `state`, both actors of the record: it is its capital, or a seat of its government."""

    actor: str
    actor_name: str
    state: str
    state_name: str
    because: str


def metonyms(actors: Iterable[Named], told: Mapping[str, str] | None = None) -> Iterator[Metonym]:
    """Those among `actors` that may stand for a state that is among them, in their order.

    `told` are capitals that the coverage names: the ids of their states by the keys of their names.
    """
    known = [actor for actor in actors if actor.kind in PLACES]
    by_id = {actor.id: actor for actor in known}
    states = {code: actor for actor in reversed(known) if (code := state_of(actor.name))}
    for actor in known:
        code, because = _stands_for(actor.name)
        state = states.get(code or "") or by_id.get((told or {}).get(alias_key(actor.name), ""))
        if state is not None and state.id != actor.id:
            yield Metonym(actor=actor.id, actor_name=actor.name, state=state.id, state_name=state.name, because=because)


@lru_cache(maxsize=1 << 16)  # of a record's names, which are looked up again for every page
def _stands_for(name: str) -> tuple[str | None, str]:
    if code := SEATS.get(alias_key(name)):
        return code, SEAT
    return (None if state_of(name) else state_of_capital(name)), CAPITAL
