-- Positions: where single documents show somebody to take a side, and the entries made of that.

CREATE TABLE takes (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- its place among the document's
    take TEXT NOT NULL,                  -- JSON, with the document's own actors: record/positions/takes.py
    words TEXT NOT NULL,                 -- what its spans slice to
    about TEXT NOT NULL,
    core TEXT NOT NULL,                  -- the words of `about` that name the issue
    condition TEXT NOT NULL,
    statement TEXT,
    entry TEXT                           -- the position; NULL where it is none's
);
CREATE INDEX takes_document ON takes (document);
CREATE INDEX takes_entry ON takes (entry);
CREATE TABLE takes_read (                -- the documents whose readings were gone through for them
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    method TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE positions (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    actor TEXT NOT NULL REFERENCES actors (id),
    issue TEXT NOT NULL,                 -- the same for all positions on it: an actor's id, or content words
    issue_name TEXT NOT NULL,            -- what the coverage calls it
    about TEXT REFERENCES actors (id),   -- the issue, if it is an actor
    stance TEXT NOT NULL,
    earliest TEXT,                       -- the first and the last day on which it can have been taken
    latest TEXT,
    basis TEXT NOT NULL,
    taken TEXT NOT NULL,                 -- [{"document", "on", "words", ...}, ...] in order of time
    articles INTEGER NOT NULL,
    accounts INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX positions_actor ON positions (actor);
CREATE INDEX positions_story ON positions (story, issue);

CREATE TABLE shifts (
    earlier TEXT NOT NULL,
    later TEXT NOT NULL,
    story TEXT NOT NULL,
    shift TEXT NOT NULL,                 -- JSON: the two places, and why one is before the other
    PRIMARY KEY (earlier, later)
) WITHOUT ROWID;
CREATE INDEX shifts_story ON shifts (story);
CREATE INDEX shifts_later ON shifts (later);
