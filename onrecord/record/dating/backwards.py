"""When a document was published that names a known day by a rule: "on Tuesday", reckoned backwards."""

from datetime import date, timedelta

import msgspec

from onrecord.reading.timex.calendar import Days, Rule, Toward, days_of, resolve

DAY = timedelta(days=1)
# How long a unit can be, and how far from its anchor one that bears a name can lie.
_LONGEST_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3653}
_RECURS_DAYS = {"weekday": 7, "weekend": 7, "monthday": 31, "date": 366, "month": 366, "quarter": 366, "season": 366}
# Rules that reach further leave so much open that they say nothing.
_MOST_DAYS = 4000


def published_if(rule: Rule, days: Days) -> Days | None:
    """First and last day on which `rule` means one of `days`; None where that never is, or too vague to tell.

    "On Tuesday", of the past: from that Tuesday to the Monday after it.
    """
    unit = _RECURS_DAYS.get(rule.unit) if rule.named is not None else _LONGEST_DAYS.get(rule.unit)
    if unit is None or unit * (abs(rule.shift) + 2) > _MOST_DAYS:
        return None
    reach = unit * (abs(rule.shift) + 2)
    try:
        first, last = days[0] - reach * DAY, days[1] + reach * DAY
    except OverflowError:
        return None
    senses = _senses(rule)
    every = (first + n * DAY for n in range((last - first).days + 1))
    fitting = [day for day in every if any(_meets(sense, day, days) for sense in senses)]
    return (fitting[0], fitting[-1]) if fitting else None


def _senses(rule: Rule) -> tuple[Rule, ...]:
    """What `rule` can mean: "next Wednesday" is for some the coming one, for others that of next week."""
    week = {Toward.AFTER: 1, Toward.BEFORE: -1}.get(rule.toward)
    if rule.unit != "weekday" or week is None:
        return (rule,)
    return rule, msgspec.structs.replace(rule, toward=Toward.WITHIN, shift=week)


def _meets(rule: Rule, anchor: date, days: Days) -> bool:
    try:
        meant = days_of(resolve(rule, anchor))
    except ValueError:
        return False
    return meant is not None and meant[0] <= days[1] and days[0] <= meant[1]
