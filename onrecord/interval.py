"""The days that a date can mean."""

from datetime import date

import msgspec

from onrecord.errors import DateError

# What lies further apart stands with what has no date where things are listed by date.
ORDERED_DAYS = 31


class Interval(msgspec.Struct, frozen=True):
    """Calendar days, both ends inclusive; None is an open end; both None: nothing is known.

    `basis` says where that comes from: for a document `metadata`, `url`, `byline`, `text`, `story`, `filename`,
    `user` or `unknown`.
    """

    earliest: date | None = None
    latest: date | None = None
    basis: str = "unknown"

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise DateError(f"interval {self.earliest}..{self.latest} ends before it begins")

    @classmethod
    def on(cls, day: date, basis: str) -> "Interval":
        """The one day `day`."""
        return cls(day, day, basis)

    @property
    def ordered(self) -> bool:
        """Whether it tells enough to put things in order by: both ends are known and a month apart at most."""
        return bool(self.earliest and self.latest and (self.latest - self.earliest).days <= ORDERED_DAYS)

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return self.earliest is not None or self.latest is not None

    def excludes(self, other: "Interval") -> bool:
        """Whether no day lies in both."""
        after = self.earliest is not None and other.latest is not None and self.earliest > other.latest
        before = self.latest is not None and other.earliest is not None and self.latest < other.earliest
        return after or before

    def label(self) -> str:
        """For people: `2031-03-04`, `2031-03-04 to 2031-03-06`, `from …`, `until …` or `undated`."""
        if self.earliest and self.latest:
            return str(self.earliest) if self.earliest == self.latest else f"{self.earliest} to {self.latest}"
        if self.earliest:
            return f"from {self.earliest}"
        return f"until {self.latest}" if self.latest else "undated"


UNKNOWN = Interval()
