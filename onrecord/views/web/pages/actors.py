"""Who takes part: all of them, and one of them with everything that is on record."""

from onrecord.reading.schema import Kind
from onrecord.record.filters import ActorFilters
from onrecord.record.record import Record
from onrecord.views import wording
from onrecord.views.listing import ACTORS
from onrecord.views.quotes import quote
from onrecord.views.web.view import ON_A_PAGE, Asked, Listed, Page, View, chooser, total_of

SHOWN = 10  # of each kind of entry; the rest is one link away


class AskedActors(Asked, frozen=True, kw_only=True):
    """What can be asked of actors."""

    kind: Kind | None = None
    called: str | None = None
    speaking: bool | None = None

    @property
    def filters(self) -> ActorFilters:
        """As the record takes it."""
        return ActorFilters(kind=self.kind, called=self.called, speaking=self.speaking)


class AskedActor(Asked, frozen=True, kw_only=True):
    """Which actor."""

    id: str


def actors(record: Record, asked: AskedActors) -> View:
    """One page of the actors that are asked for."""
    filters = asked.filters
    found = record.actors(**filters, limit=ON_A_PAGE, offset=asked.offset)
    return View(
        template="actors.html.j2",
        title="Actors",
        context={"entries": found, "asked": asked},
        listed=Listed(lambda: record.actors(**filters), ACTORS),
        total=total_of(record.count_actors(**filters)),
        choosers=(
            chooser("kind", "Kind", asked.kind, record.count_actors("kind", **filters | {"kind": None}), wording.KIND),
        ),
    )


def actor(record: Record, asked: AskedActor) -> View:
    """One actor: offices, words, deeds, stances, commitments, labels."""
    found = record.actor(asked.id)
    shown = {
        "actor": found,
        "roles_held": record.roles(actor=found.id),
        "metonyms": record.metonyms(found.id),
        "same": [record.actor(each) for each in record.same_sources(found.id)],
        "described": record.described_as(found.id),
        "sourcing": {each.value: each.number for each in record.count_statements("sourcing", speaker=found.id)},
        "quotes": [quote(record, each) for each in record.statements(speaker=found.id, limit=SHOWN)],
        "events": record.events(actor=found.id, limit=SHOWN),
        "event_count": total_of(record.count_events(actor=found.id)),
        "partners": [each for each in record.count_events("actor", actor=found.id) if each.value != found.id],
        "stances": record.positions(actor=found.id),
        "vows": record.commitments(by=found.id, limit=SHOWN),
        "vow_count": total_of(record.count_commitments(by=found.id)),
        "foreseen": record.forecasts(by=found.id),
        "called": record.labels(target=found.id),
        "disputed": record.disputes(actor=found.id),
        "rulings_on": record.rulings_on(found.id),
    }
    return View(template="actor.html.j2", title=found.name, context=shown, whole=shown)


PAGES = (Page("/actors", AskedActors, actors), Page("/actors/{id:str}", AskedActor, actor))
