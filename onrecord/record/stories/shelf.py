"""The stories of the record as they are looked through and added to: fetched when they are asked for."""

from collections import Counter

import msgspec

from onrecord.record.store import Store
from onrecord.record.stories.profile import Profile, Term, joined

# A story is found by so many of its words, looked for by so many of a document's.
KNOWN_BY, SOUGHT_BY = 64, 16
# It must have so many of them, and only those that have most are compared.
LEAST_COMMON, COMPARED = 2, 24


class StoredShelf:
    """The stories in the store; nothing is written before `save`."""

    def __init__(self, store: Store, run: int) -> None:
        self._store, self._run = store, run
        self._first_seen: dict[str, int] = {}
        self._profiles: dict[str, Profile] = {}
        self._having: dict[str, set[str]] = {}
        self._known_by: dict[str, set[str]] = {}
        self.touched: set[str] = set()
        self.gone: set[str] = set()

    def near(self, profile: Profile, *, but: str = "") -> list[tuple[str, Profile]]:
        """The stories that share most of the strongest words of `profile`, without `but`."""
        common = Counter[str]()
        for stem in profile.strongest[:SOUGHT_BY]:
            common.update(self._with(stem))
        found = [story for story, count in common.items() if count >= LEAST_COMMON and story != but]
        found.sort(key=lambda story: (-common[story], story))
        return [(story, self.profile(story)) for story in found[:COMPARED]]

    def profile(self, story: str) -> Profile:
        """What the story with that id is about; of one that is not there, nothing."""
        if story not in self._profiles:
            row = self._store.row("SELECT documents, terms, first_seen FROM stories WHERE id = ?", (story,))
            terms = msgspec.json.decode(row["terms"], type=dict[str, Term]) if row else {}
            self._first_seen[story] = row["first_seen"] if row else self._run
            self._profiles[story] = Profile(row["documents"] if row else 0, terms)
            self._known_by[story] = set(self._profiles[story].strongest[:KNOWN_BY])
        return self._profiles[story]

    def add(self, story: str, profile: Profile) -> None:
        """Adds what documents are about to a story, which is made where it is not there."""
        self._put(story, joined([self.profile(story), profile]))

    def merge(self, one: str, other: str) -> str:
        """Makes two stories one; which of them that is: the one that was there first."""
        kept, lost = sorted((one, other), key=lambda story: (self._first_seen[story], story))
        self.add(kept, self.profile(lost))
        self._put(lost, Profile(0, {}))
        self.touched.discard(lost)
        self.gone.add(lost)
        return kept

    def save(self) -> None:
        """Writes the stories that changed; call when the documents say which one they are in."""
        self._store.execute_each("DELETE FROM story_words WHERE story = ?", [(s,) for s in sorted(self.gone)])
        self._store.execute_each("DELETE FROM stories WHERE id = ?", [(s,) for s in sorted(self.gone)])
        for story in sorted(self.touched):
            profile = self._profiles[story]
            self._store.execute(
                "INSERT INTO stories (id, name, documents, terms, first_seen, last_seen) "
                "SELECT ?1, ?2, ?3, ?4, min(first_seen), max(first_seen) FROM documents WHERE story = ?1 "
                "ON CONFLICT (id) DO UPDATE SET name = excluded.name, documents = excluded.documents, "
                "terms = excluded.terms, first_seen = excluded.first_seen, last_seen = excluded.last_seen",
                (story, profile.name, profile.documents, msgspec.json.encode(profile.terms).decode()),
            )
            self._save_words(story)

    def _save_words(self, story: str) -> None:
        known = {row["stem"] for row in self._store.rows("SELECT stem FROM story_words WHERE story = ?", (story,))}
        words = self._known_by[story]
        for sql, stems in (
            ("DELETE FROM story_words WHERE stem = ? AND story = ?", known - words),
            ("INSERT INTO story_words (stem, story) VALUES (?, ?)", words - known),
        ):
            self._store.execute_each(sql, [(stem, story) for stem in sorted(stems)])

    def _put(self, story: str, profile: Profile) -> None:
        words = set(profile.strongest[:KNOWN_BY])
        for stem in self._known_by.get(story, set()) - words:
            self._with(stem).discard(story)
        for stem in words - self._known_by.get(story, set()):
            self._with(stem).add(story)
        self._profiles[story], self._known_by[story] = profile, words
        self.touched.add(story)

    def _with(self, stem: str) -> set[str]:
        """The stories that are known by the word of that stem."""
        if stem not in self._having:
            # Whoever changes that asks here first, so that until then the table is right.
            rows = self._store.rows("SELECT story FROM story_words WHERE stem = ?", (stem,))
            self._having[stem] = {row["story"] for row in rows}
        return self._having[stem]
