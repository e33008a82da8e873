"""Where things are in the app."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from onrecord.record.entries import DocumentEntry
from onrecord.record.record import Record
from onrecord.views.templating import place

Query = Mapping[str, str]


class Links:
    """Addresses, all of them in the story that is looked at; `path` and `query` are those of the page."""

    def __init__(self, path: str, query: Query) -> None:
        self.path = path
        self.query = dict(query)

    def asked(self, name: str) -> str:
        """What the address of the page says of `name`, or nothing."""
        return self.query.get(name, "")

    def ruling(self, name: str) -> str:
        """The id of a ruling that the address of the page gives as `name`, or nothing."""
        return found[0] if (found := re.fullmatch(r"u-[a-z0-9]{1,40}", self.asked(name))) else ""

    def to(self, path: str, **query: object) -> str:
        """The address of a page, with what of `query` says something."""
        story = self.query.get("story")
        asked = ({"story": story} if story else {}) | query
        said = {name: str(value) for name, value in asked.items() if value not in (None, "", False)}
        return path + (f"?{urlencode(said)}" if said else "")

    def here(self, **changes: object) -> str:
        """The address of this very page, with other values for some of what it asks; from its first part on."""
        return self.to(self.path, **{name: value for name, value in self.query.items() if name != "page"} | changes)

    def has_actor(self, actor: str | None) -> bool:
        """Whether there is a page of that actor."""
        return bool(actor)

    def actor(self, actor: str) -> str:
        """The page of an actor."""
        return self.to(f"/actors/{quote(actor, safe='')}")

    def entry(self, entry: str) -> str:
        """The page of an entry, with its evidence."""
        return self.to(f"/entries/{quote(entry, safe='')}")

    def article(self, document: str) -> str:
        """The page of an article."""
        return self.to("/article", id=document)

    def at(self, entry: str, document: str) -> str:
        """Where `entry` begins in the article of `document`."""
        return f"{self.article(document)}#{place(entry, document)}"

    def told(self, statement: str) -> str:
        """The page of a statement."""
        return self.entry(statement)

    def outlet(self, outlet: str | None) -> str:
        """The page of an outlet."""
        return self.to("/outlet", name=outlet or "")


class Documents(Mapping[str, DocumentEntry]):
    """The documents of a record by their ids, looked up when they are asked for."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._found: dict[str, DocumentEntry] = {}

    def __getitem__(self, identity: str) -> DocumentEntry:
        if identity not in self._found:
            self._found[identity] = self._record.document(identity)
        return self._found[identity]

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str)

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self._record.documents())

    def __len__(self) -> int:
        return self._record.summary().documents
