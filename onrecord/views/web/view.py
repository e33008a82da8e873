"""What a page is before it is drawn: a template with what it shows, and the list that can be downloaded."""

import enum
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from onrecord.record.facets import Facet
from onrecord.record.record import Record
from onrecord.views.listing import Column

Entry = TypeVar("Entry", bound=msgspec.Struct)
AskedT = TypeVar("AskedT", bound="Asked")

ON_A_PAGE = 50
LARGEST = 10_000_000  # larger numbers mean nothing here, and the largest the database could not hold


class Shape(enum.StrEnum):
    """In which form a page is asked for."""

    HTML = "html"
    CSV = "csv"
    JSON = "json"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What every address can ask for."""

    story: str | None = None
    page: int = 1
    format: Shape = Shape.HTML

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError("pages count from 1")
        numbers = [value for name in self.__struct_fields__ if isinstance(value := getattr(self, name), int)]
        if any(abs(number) > LARGEST for number in numbers):
            raise ValueError(f"no number here is larger than {LARGEST:,}")

    @property
    def offset(self) -> int:
        """How many entries the pages before this one have."""
        return (self.page - 1) * ON_A_PAGE


class Listed(msgspec.Struct, Generic[Entry], frozen=True):
    """The entries of a list, all of them, and how they are written as a table."""

    entries: Callable[[], Sequence[Entry]]
    columns: Sequence[Column[Entry]]


class Choice(msgspec.Struct, frozen=True):
    """One value of a facet to choose; `label` is how it is called."""

    value: str
    label: str
    number: int


class Chooser(msgspec.Struct, frozen=True):
    """A facet with its values: `name` is that of the parameter, `chosen` its value now, or empty."""

    name: str
    heading: str
    chosen: str
    choices: tuple[Choice, ...]


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a page shows: `context` is for its `template`; `total` counts what its list has on all pages.

    `whole` is what a page that is no list is made of, to be had as JSON.
    """

    template: str
    title: str
    context: Mapping[str, Any] = msgspec.field(default_factory=dict)
    listed: Listed[Any] | None = None
    whole: Any = None
    total: int | None = None
    choosers: tuple[Chooser, ...] = ()


class Moved(msgspec.Struct, frozen=True):
    """The page is elsewhere, at this path of the app."""

    path: str
    query: Mapping[str, str] = msgspec.field(default_factory=dict)


class Page(msgspec.Struct, Generic[AskedT], frozen=True):
    """A page of the app: its path, what its address can ask for, and what it shows then."""

    path: str
    asked: type[AskedT]
    show: Callable[[Record, AskedT], View | Moved]


def chooser(
    name: str, heading: str, chosen: object, facets: Sequence[Facet], labels: Mapping[Any, str] | None = None
) -> Chooser:
    """The facet called `name`, of values that are called as `labels` or the facets themselves have it."""
    words = {str(value): label[:1].upper() + label[1:] for value, label in (labels or {}).items()}
    choices = (Choice(each.value, words.get(each.value) or each.name or each.value, each.number) for each in facets)
    return Chooser(name, heading, str(chosen or ""), tuple(each for each in choices if each.value))


def counted(values: Iterable[str]) -> list[Facet]:
    """How many of a list, all of which is at hand, have each of the values; the most frequent first."""
    return [Facet(str(value), "", number) for value, number in Counter(values).most_common()]


def total_of(facets: Sequence[Facet]) -> int:
    """What `Record.count_…` without a facet counts."""
    return sum(facet.number for facet in facets)


def part_of(entries: Sequence[Entry], asked: Asked) -> Sequence[Entry]:
    """The part of `entries` that the page has which is asked for."""
    return entries[asked.offset : asked.offset + ON_A_PAGE]
