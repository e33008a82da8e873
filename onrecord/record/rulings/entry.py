"""What a ruling is: as a user makes it, and as the record keeps it."""

import csv
import enum
import io
import re
from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from onrecord.errors import DateError, RulingError
from onrecord.interval import Interval

_IN, _CALLED = "in ", "called "


class RulingKind(enum.StrEnum):
    """What a user can rule."""

    MERGE = "merge"  # these actors are one
    SPLIT = "split"  # what some documents say of this actor is of another
    REJECT = "reject"  # this entry is wrong
    PIN = "pin"  # this entry matters
    DATE = "date"  # this document was published then
    RENAME = "rename"  # this story is called so


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """What a user says. `targets` are what it is about, as users name things; `value` is what it says of them.

    Targets: of a merge two or more actors, which all go by the name of the first, of a split one (an id, a name, or
    `NAME @ DOCUMENT`); of a rejection or a pin an entry's id; of a date a document (id, address or file); of a renaming
    a story (id or name). Values: of a date `2031-03-06` or `2031-03-01..2031-03-06`, empty to take dates back; of a
    split `Part.value`; of a renaming the name.
    `when` is now, `who` whoever is asking, where they are left out. `where` is the line of the file that says so.
    """

    kind: RulingKind
    targets: tuple[str, ...]
    value: str = ""
    why: str = ""
    who: str = ""
    when: datetime | None = None
    where: str = ""


class RulingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling that the record keeps.

    `targets` and `value` say the same in any record of the same coverage; `about` is what they meant when it was made,
    in words. `undone`: when it was taken back. `trouble`: why it changes nothing at present; empty where it holds.
    """

    id: str
    kind: RulingKind
    targets: tuple[str, ...]
    value: str
    about: str
    who: str
    ruled: datetime
    why: str
    undone: datetime | None
    undone_by: str
    trouble: str


class Part(msgspec.Struct, frozen=True):
    """What a split takes out of an actor: what `documents` say of it, what they call `names`, or both at once."""

    documents: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        """`in d1; in d2; called Senator Hale`."""
        return joined([*(_IN + each for each in self.documents), *(_CALLED + each for each in self.names)])

    @classmethod
    def of(cls, value: str) -> "Part":
        """The part that `value` writes out. Raises `RulingError` for anything else."""
        each = items(value)
        wrong = [item for item in each if not item.startswith((_IN, _CALLED))]
        if wrong or not each:
            raise RulingError(f"{value!r} is no part of an actor", hint='Write it like "in DOCUMENT; called NAME".')
        return cls(
            tuple(sorted({item.removeprefix(_IN) for item in each if item.startswith(_IN)})),
            tuple(sorted({item.removeprefix(_CALLED) for item in each if item.startswith(_CALLED)})),
        )


class Anchor(msgspec.Struct, frozen=True):
    """What an actor of the record is found again by: a document, and its name there, the `nth` of those so called.

    Names and documents stay what they are when an article is read anew; ids of a reading's actors need not.
    """

    name: str
    document: str
    nth: int = 1

    def __str__(self) -> str:
        """`Ora Lind @ d1`, `an official @ d1 #2`."""
        numbered = self.nth > 1 or re.search(r" #\d+$", self.document)
        return f"{anchored(self.name)} @ {self.document}" + (f" #{self.nth}" if numbered else "")

    @classmethod
    def of(cls, text: str) -> "Anchor | None":
        """The anchor that `text` writes out; None where it is none."""
        name, at, document = text.partition(" @ ")
        if not (name and at and document):
            return None
        if numbered := re.fullmatch(r"(.+) #([1-9]\d{0,5})", document):
            return cls(name, numbered[1], int(numbered[2]))
        return cls(name, document)


def anchored(name: str) -> str:
    """`name` as an anchor has it: on one line, without what separates it from its document."""
    return " ".join(name.split()).replace(" @ ", "@")


def joined(texts: Iterable[str]) -> str:
    """`texts` as one, between semicolons; those that have one themselves in quotation marks."""
    return "; ".join(_quoted(text) for text in texts)


def items(text: str) -> tuple[str, ...]:
    """What `joined` made `text` of."""
    if not text.strip():
        return ()
    return tuple(item.strip() for item in next(csv.reader([text], delimiter=";", skipinitialspace=True)))


def days_of(value: str) -> Interval:
    """The days that the value of a ruling on a date allows. Raises `DateError` for a value that is none."""
    first, dots, last = value.partition("..")
    try:
        earliest = date.fromisoformat(first) if first else None
        latest = (date.fromisoformat(last) if last else None) if dots else earliest
    except ValueError as error:
        raise DateError(f"{value!r} is no day; write it like 2031-03-06") from error
    return Interval(earliest, latest, "user")


def days_written(days: Interval) -> str:
    """`2031-03-06`, `2031-03-01..2031-03-06`, `2031-03-06..`, `..2031-03-06`; empty where nothing is known."""
    if not days.known:
        return ""
    if days.earliest == days.latest:
        return str(days.earliest)
    return f"{days.earliest or ''}..{days.latest or ''}"


def _quoted(text: str) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="").writerow([text])
    return line.getvalue()
