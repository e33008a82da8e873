"""Claims that recur, one line a claim."""

from onrecord.record.narratives.entry import NarrativeEntry, Recurrence, Telling, Voice
from onrecord.views import dates, wording
from onrecord.views.listing import Column

VOICE = {Voice.PROMOTES: "promotes", Voice.REBUTS: "rebuts", Voice.REPORTS: "passes on"}
BASIS = {
    Recurrence.RECURS: "several make or answer it",
    Recurrence.CALLED: "the coverage calls it so",
    Recurrence.REPEATED: "made again and again, the coverage says",
}


def who(telling: Telling) -> str:
    """Whoever does it; an outlet where that is its own voice."""
    if telling.own:
        return f"{telling.outlet or wording.NO_OUTLET} itself"
    return telling.who or wording.NO_SOURCE


def where(telling: Telling) -> str:
    """Where it stands: "Meridian Wire, 10 March 2031"."""
    return f"{telling.outlet or wording.NO_OUTLET}, {dates.written(telling.on)}"


def words(telling: Telling, entry: NarrativeEntry) -> str:
    """What it says beyond the claim: the words that answer it, or the claim in other words; else empty."""
    return telling.answer or ("" if telling.words == entry.claim else telling.words)


def doing(entry: NarrativeEntry, voice: Voice) -> str:
    """All who do this with the claim."""
    return "; ".join(dict.fromkeys(who(each) for each in entry.told if each.voice is voice))


NARRATIVES: tuple[Column[NarrativeEntry], ...] = (
    Column("id", lambda each: each.id),
    Column("claim", lambda each: each.claim),
    Column("basis", lambda each: each.basis.value),
    Column("date", lambda each: each.when.label()),
    Column("promotes", lambda each: doing(each, Voice.PROMOTES)),
    Column("rebuts", lambda each: doing(each, Voice.REBUTS)),
    Column("passes_on", lambda each: doing(each, Voice.REPORTS)),
    Column("speakers", lambda each: each.speakers),
    Column("articles", lambda each: each.articles),
    Column("accounts", lambda each: each.accounts),
)
