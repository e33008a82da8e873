"""What the targets of a ruling name, written so that any record of the same coverage has it."""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.errors import DateError, RecordError, RulingError
from onrecord.reading.schema import Kind, Title
from onrecord.record.clusters import LocalActor
from onrecord.record.naming import actor_called, documents_called
from onrecord.record.rulings.actors import anchor_of, find, in_part
from onrecord.record.rulings.entry import (
    Anchor,
    Part,
    Ruling,
    RulingKind,
    anchored,
    days_of,
    days_written,
    joined,
)
from onrecord.record.store import Row, Store

# How many documents of an actor a ruling remembers, so that it is found again when some of them are read otherwise.
ANCHORS = 3
ABOUT_CHARS = 120
SHOWN = 3

# Where entries of each kind are, by the letter that their ids begin with.
TABLES = {
    "s": "statements",
    "e": "events",
    "c": "commitments",
    "a": "actors",
    "k": "copies",
    "r": "roles",
    "d": "disputes",
    "o": "positions",
    "f": "forecasts",
    "b": "labels",
    "n": "narratives",
}
# What tells people which entry of a table is meant; of others the first of these columns that they have.
WORDS = {
    "statements": "coalesce(speaker_name, source_text) || ': ' || content_text",
    "actors": "name || ' (' || kind || ')'",
    "forecasts": "forecaster_name || ': ' || what",
    "positions": "(SELECT name FROM actors WHERE actors.id = actor) || ' ' || stance || ' ' || issue_name",
}
TELLING = ("what", "about", "claim", "title", "label", "words", "name", "text", "issue", "kind", "id")


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling with what it names found: `target` and `value` as they are kept, `about` in words.

    `anchors`: for each actor, what it is found again by, the first in `target`.
    """

    ruling: Ruling
    target: str
    value: str
    about: str
    anchors: tuple[tuple[Anchor, ...], ...] = ()


def named(store: Store, ruling: Ruling) -> Named:
    """`ruling` with what it names in the record. Raises `RulingError` where that is nothing, or not one thing."""
    try:
        match ruling.kind:
            case RulingKind.MERGE:
                return _merge(store, ruling)
            case RulingKind.SPLIT:
                return _split(store, ruling)
            case RulingKind.DATE:
                return _date(store, ruling)
            case RulingKind.RENAME:
                return _rename(store, ruling)
            case _:
                [entry] = _exactly(ruling, 1, "one entry")
                return Named(ruling=ruling, target=entry, value="", about=entry_about(store, entry))
    except RulingError:
        raise
    except (RecordError, DateError) as error:
        raise RulingError(error.what, hint=error.hint) from error


def entry_about(store: Store, entry: str) -> str:
    """What the entry with that id says, shortened. Raises `RulingError` where there is none."""
    if has_document(store, entry):
        raise RulingError(
            f"{entry} is a document, and no finding", hint="What is found in it can be rejected or pinned."
        )
    table = _table(store, entry)
    row = store.row(f"SELECT {_words(store, table)} AS about FROM {table} WHERE id = ?", (entry,)) if table else None
    if row is None:
        raise RulingError(
            f"no entry {entry!r} is in the record", hint="The listings have the ids, and `onrecord search`."
        )
    return shortened(row["about"])


def has_entry(store: Store, entry: str) -> bool:
    """Whether an entry of that id is in the record."""
    table = _table(store, entry)
    return bool(table and store.row(f"SELECT 1 FROM {table} WHERE id = ?", (entry,)))


def _table(store: Store, entry: str) -> str:
    """The table in which an entry of that id stands, if it is one; empty where this record has no such entries."""
    table = TABLES.get(entry.partition("-")[0], "")
    return table if table and store.row("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)) else ""


def _words(store: Store, table: str) -> str:
    columns = {row["name"] for row in store.rows("SELECT name FROM pragma_table_info(?)", (table,))}
    return WORDS.get(table) or next(column for column in TELLING if column in columns)


def has_document(store: Store, document: str) -> bool:
    """Whether a document of that id is in the record."""
    return store.row("SELECT 1 FROM documents WHERE id = ?", (document,)) is not None


def has_story(store: Store, story: str) -> bool:
    """Whether a story of that id is in the record."""
    return _has_stories(store) and store.row("SELECT 1 FROM stories WHERE id = ?", (story,)) is not None


def member(store: Store, anchors: Iterable[Anchor]) -> Row | None:
    """The row of `members` that the first of `anchors` finds which finds any."""
    for anchor in anchors:
        found = find(anchor, _locals(store, anchor.document))
        if found is not None:
            return store.row("SELECT * FROM members WHERE document = ? AND local = ?", (found.document, found.local))
    return None


def shortened(text: str) -> str:
    """`text` on one line, cut after whole words where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= ABOUT_CHARS else text[:ABOUT_CHARS].rsplit(" ", 1)[0] + " …"


def _merge(store: Store, ruling: Ruling) -> Named:
    if len(set(ruling.targets)) < 2:
        raise RulingError("a merge takes two or more actors")
    groups = [_anchors(store, target) for target in dict.fromkeys(ruling.targets)]
    actors = [_actor(store, group) for group in groups]
    return Named(
        ruling=ruling,
        target=joined(str(group[0]) for group in groups),
        value="",
        about="; ".join(dict.fromkeys(_actor_about(store, actor) for actor in actors)),
        anchors=tuple(groups),
    )


def _split(store: Store, ruling: Ruling) -> Named:
    [target] = _exactly(ruling, 1, "one actor")
    asked = Part.of(ruling.value)
    part = Part(
        tuple(sorted({_document(store, each) for each in asked.documents})),
        tuple(sorted({anchored(each) for each in asked.names})),
    )
    rest = _rest(store, target, part)
    return Named(
        ruling=ruling,
        target=str(rest[0]),
        value=part.value,
        about=_actor_about(store, _actor(store, rest)),
        anchors=(rest,),
    )


def _date(store: Store, ruling: Ruling) -> Named:
    [target] = _exactly(ruling, 1, "one document")
    document = _document(store, target)
    row = store.row("SELECT title FROM documents WHERE id = ?", (document,))
    about = shortened((row["title"] if row else None) or document)
    return Named(ruling=ruling, target=document, value=days_written(days_of(ruling.value)), about=about)


def _rename(store: Store, ruling: Ruling) -> Named:
    [target] = _exactly(ruling, 1, "one story")
    name = " ".join(ruling.value.split())
    if not name:
        raise RulingError("a story cannot be called nothing", hint="To have its own name back, undo the ruling.")
    rows = store.rows("SELECT id, name FROM stories WHERE ? IN (id, name)", (target,)) if _has_stories(store) else []
    if len(rows) != 1:
        raise RulingError(f"{target!r} names {len(rows) or 'no'} stor{'ies' if rows else 'y'} of the record")
    return Named(ruling=ruling, target=rows[0]["id"], value=name, about=shortened(rows[0]["name"]))


def _has_stories(store: Store) -> bool:
    return store.row("SELECT 1 FROM sqlite_master WHERE name = 'stories'") is not None


def _exactly(ruling: Ruling, number: int, what: str) -> Sequence[str]:
    if len(ruling.targets) != number:
        raise RulingError(f"{ruling.kind.value} takes {what}, not {len(ruling.targets)}")
    return ruling.targets


def _document(store: Store, called: str) -> str:
    found = documents_called(store, called)
    if len(found) == 1:
        return found[0]
    if not found:
        raise RulingError(f"no document {called!r} in the record; give its id or its file")
    some = ", ".join(found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
    raise RulingError(f"{called!r} stands for {len(found)} documents; give the id of one: {some}")


def _actor_about(store: Store, actor: str) -> str:
    return entry_about(store, actor)


def _anchors(store: Store, asked: str) -> tuple[Anchor, ...]:
    """What finds the actor again that users call `asked`: the place that they name themselves, and others of it."""
    anchor = Anchor.of(asked)
    if anchor is not None and (documents := documents_called(store, anchor.document)):
        exact = Anchor(anchored(anchor.name), documents[0], anchor.nth)
        if len(documents) == 1 and (found := member(store, [exact])) is not None and found["actor"]:
            others = [each for each in _founders(store, found["actor"], Part()) if each != exact]
            return (exact, *others)[:ANCHORS]
    if anchor is not None and not store.row("SELECT 1 FROM aliases WHERE alias = ?", (asked,)):
        raise RulingError(f"nobody is called {anchor.name!r} in document {anchor.document!r}")
    return _founders(store, actor_called(store, asked), Part())[:ANCHORS]


def _actor(store: Store, anchors: Sequence[Anchor]) -> str:
    row = member(store, anchors)
    return str(row["actor"]) if row else ""


def _rest(store: Store, asked: str, part: Part) -> tuple[Anchor, ...]:
    """What finds again what is left of the actor when `part` is taken out."""
    anchors = _anchors(store, asked)
    actor = _actor(store, anchors)
    left = _founders(store, actor, part)
    if not left:
        raise RulingError(
            f"nothing would be left of {entry_about(store, actor)}", hint="Name fewer documents or names."
        )
    if Anchor.of(asked) and anchors[0] in left:
        left = (anchors[0], *(each for each in left if each != anchors[0]))
    return left[:ANCHORS]


def _founders(store: Store, actor: str, without: Part) -> tuple[Anchor, ...]:
    """The members of `actor` that are not in the part `without`, one a document, the first that came first."""
    rows = store.rows(
        "SELECT members.*, first_seen FROM members JOIN documents ON documents.id = document WHERE actor = ? "
        "ORDER BY first_seen, document, position",
        (actor,),
    )
    anchors: dict[str, Anchor] = {}
    for row in rows:
        local = local_actor(row)
        if row["document"] in anchors or (without != Part() and in_part(local, without)):
            continue
        anchors[row["document"]] = anchor_of(local, _locals(store, row["document"]))
        if len(anchors) > ANCHORS:
            break
    return tuple(anchors.values())


def _locals(store: Store, document: str) -> list[LocalActor]:
    return [local_actor(row) for row in store.rows("SELECT * FROM members WHERE document = ?", (document,))]


def local_actor(row: Row) -> LocalActor:
    """The document's actor that a row of `members` holds."""
    return LocalActor(
        document=row["document"],
        local=row["local"],
        position=row["position"],
        name=row["name"],
        kind=Kind(row["kind"]),
        titles=msgspec.json.decode(row["titles"], type=tuple[Title, ...]),
        names=msgspec.json.decode(row["names"], type=dict[str, int]),
        mentions=row["mentions"],
    )
