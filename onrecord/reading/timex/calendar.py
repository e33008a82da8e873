"""The days of TIMEX3 values, and of rules such as "the Friday before" reckoned from a day."""

import enum
import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import msgspec

Days = tuple[date, date]
DAY = timedelta(days=1)
# "Extended to March 3" is ahead where the last March 3 is further off and the next one nearer than this.
LONG_AGO_DAYS = 200
SOON_DAYS = 60
# First month of each season as the northern news year has it.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


class Toward(enum.StrEnum):
    """Which of the days that bear a name is meant, seen from the anchor."""

    PAST = "past"  # the last one, the anchor's own included
    BEFORE = "before"  # the last one that is over
    FUTURE = "future"  # the next one, the anchor's own included
    AFTER = "after"  # the next one that has not begun
    NEAREST = "nearest"
    NEARBY = "nearby"  # the last one, unless that is long ago and the next one near
    WITHIN = "within"  # the one in the week (weekday), month (day) or year that `shift` says


class Rule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a time follows from its anchor.

    Without `named`: the `unit` that lies `shift` units from the anchor's own ("last month": month, -1). With `named`:
    of the units that bear this number the one that `toward` says ("Friday": weekday 5; "March": month 3; "7 August":
    date 807). `part` is what TIMEX3 writes behind the day: "TNI", "T09:30".
    """

    unit: str
    shift: int = 0
    named: int | None = None
    toward: Toward = Toward.NEAREST
    part: str = ""


def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 date value; None where it names none (durations, sets, PAST_REF, `1998-XX`)."""
    value = value.partition("T")[0] if not value.startswith(("P", "T")) else ""
    for pattern, days in _FORMS:
        found = pattern.fullmatch(value)
        if found:
            try:
                return days(*found.groups())
            except ValueError:
                return None
    return None


def _month_days(year: int, month: int, months: int = 1) -> Days:
    first = date(year, month, 1)
    return first, _add_months(first, months) - DAY


_FORMS = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), lambda y, m, d: (date(int(y), int(m), int(d)),) * 2),
    (re.compile(r"(\d{4})-(\d\d)"), lambda y, m: _month_days(int(y), int(m))),
    (re.compile(r"(\d{4})"), lambda y: _month_days(int(y), 1, 12)),
    (re.compile(r"(\d{3})"), lambda y: _month_days(int(y) * 10, 1, 120)),
    (re.compile(r"(\d\d)"), lambda y: _month_days(int(y) * 100, 1, 1200)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda y, n: _month_days(int(y), 3 * int(n) - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda y, n: _month_days(int(y), 6 * int(n) - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda y, s: _month_days(int(y), SEASONS[s], 3)),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda y, w: (date.fromisocalendar(int(y), int(w), 1),
                                                  date.fromisocalendar(int(y), int(w), 7))),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), lambda y, w: (date.fromisocalendar(int(y), int(w), 6),
                                                     date.fromisocalendar(int(y), int(w), 7))),
)  # fmt: skip


def narrowed(days: Days, mod: str | None) -> Days:
    """Days of an early, middle or late part (TIMEX3's START, MID, END): half of them, as "early March" is vague."""
    first, last = days
    length = (last - first).days
    if mod == "START":
        return first, first + DAY * (length // 2)
    if mod == "END":
        return first + DAY * ((length + 1) // 2), last
    if mod == "MID":
        return first + DAY * (length // 4), last - DAY * (length // 4)
    return days


def resolve(rule: Rule, anchor: date) -> str:
    """The TIMEX3 value of a rule for an anchor, of the rule's own granularity: "1998-W05" for the week before.

    Raises:
        ValueError: the years that the calendar knows are left.
    """
    try:
        value = _shifted(rule, anchor) if rule.named is None else _named(rule, anchor)
    except OverflowError as error:
        raise ValueError(str(error)) from error
    return value + rule.part


def _shifted(rule: Rule, anchor: date) -> str:
    make = _VALUES.get(rule.unit)
    if make is None:
        raise ValueError(f"no calendar unit: {rule.unit}")
    days, months = _LENGTHS[rule.unit]
    return make(_add_months(anchor, months * rule.shift) + days * rule.shift * DAY)


def _named(rule: Rule, anchor: date) -> str:
    number = rule.named or 0
    made = {k: _candidate(rule.unit, number, anchor, k) for k in (rule.shift - 1, rule.shift, rule.shift + 1)}
    if rule.unit == "date" and number == 229:  # leap years only
        made |= {k: _candidate(rule.unit, number, anchor, k) for k in range(-8, 9)}
    candidates = {k: (value, days) for k, value in made.items() if value and (days := days_of(value))}
    if rule.toward is Toward.WITHIN:
        if rule.shift not in candidates:
            raise ValueError("no such day")
        return candidates[rule.shift][0]
    inside = [c for _, c in sorted(candidates.items()) if _lies(rule.toward, c[1], anchor)]
    if not inside:
        raise ValueError("no such day")
    if rule.toward is Toward.NEAREST:
        return min(inside, key=lambda c: _distance(c[1], anchor))[0]
    if rule.toward is Toward.NEARBY:
        return _nearby(inside, anchor)
    return inside[-1 if rule.toward in (Toward.PAST, Toward.BEFORE) else 0][0]


def _nearby(candidates: list[tuple[str, Days]], anchor: date) -> str:
    past = [c for c in candidates if c[1][0] <= anchor][-1]
    ahead = next((c for c in candidates if c[1][0] > anchor), past)
    long_ago = _distance(past[1], anchor) > LONG_AGO_DAYS and _distance(ahead[1], anchor) < SOON_DAYS
    return ahead[0] if long_ago else past[0]


def _lies(toward: Toward, days: Days, anchor: date) -> bool:
    first, last = days
    return {
        Toward.PAST: first <= anchor,
        Toward.BEFORE: last < anchor,
        Toward.FUTURE: last >= anchor,
        Toward.AFTER: first > anchor,
    }.get(toward, True)


def _distance(days: Days, anchor: date) -> int:
    first, last = days
    return max((first - anchor).days, (anchor - last).days, 0)


def _candidate(unit: str, number: int, anchor: date, k: int) -> str | None:
    """The unit with a number in the week, month or year that lies `k` from the anchor's."""
    if unit in ("weekday", "weekend"):
        day = anchor + (7 * k + number - anchor.isoweekday()) * DAY
        return day.isoformat() if unit == "weekday" else f"{_week(day)}-WE"
    if unit == "monthday":
        return f"{_add_months(anchor, k).isoformat()[:7]}-{number:02}"
    parts = {
        "month": f"{number:02}",
        "quarter": f"Q{number}",
        "half": f"H{number}",
        "season": list(SEASONS)[(number - 1) % len(SEASONS)],
        "date": f"{number // 100:02}-{number % 100:02}",
    }
    return f"{_year(anchor.year + k):04}-{parts[unit]}" if unit in parts else None


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def _year(year: int) -> int:
    if not 1 <= year <= 9998:
        raise ValueError(f"no such year: {year}")
    return year


def _add_months(day: date, months: int) -> date:
    """The day so many months later, or the last one of a shorter month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = _year(total // 12), total % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


# The unit that a day lies in, as a value; and how long each unit is, in days and months.
_VALUES: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": _week,
    "month": lambda day: day.isoformat()[:7],
    "quarter": lambda day: f"{day.year:04}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04}-H{(day.month + 5) // 6}",
    "year": lambda day: f"{day.year:04}",
    "decade": lambda day: f"{day.year // 10:03}",
    "century": lambda day: f"{day.year // 100:02}",
}
_LENGTHS = {
    "day": (1, 0),
    "week": (7, 0),
    "month": (0, 1),
    "quarter": (0, 3),
    "half": (0, 6),
    "year": (0, 12),
    "decade": (0, 120),
    "century": (0, 1200),
}
