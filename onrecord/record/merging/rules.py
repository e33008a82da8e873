"""What keeps two mentions apart, and what joins them, whatever their words."""

from onrecord.record.merging.mention import EventMention


def excludes(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions cannot be one event: their days exclude each other, or others act on others.

    Actors are only held against each other where both mentions have initiators and recipients and no actor is in both:
    one mention of a meeting names some of those present, another one others.
    """
    if a.days.excludes(b.days):
        return True
    if not (a.initiators and a.recipients and b.initiators and b.recipients):
        return False
    return not {*a.initiators, *a.recipients} & {*b.initiators, *b.recipients}


def agree(a: EventMention, b: EventMention) -> bool:
    """Whether two mentions of one type have the same actors on the same known days: one event in other words."""
    if not a.type or a.type != b.type or excludes(a, b):
        return False
    same_days = a.days.earliest is not None and (a.days.earliest, a.days.latest) == (b.days.earliest, b.days.latest)
    actors = {*a.initiators, *a.recipients}
    return same_days and len(actors) > 1 and actors == {*b.initiators, *b.recipients}
