-- Schema 3: what happened, what was promised or threatened, how much.

-- An event as one document tells it in one place.
CREATE TABLE tellings (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- its place among the document's events
    event TEXT NOT NULL,                 -- JSON of the reading's event
    trigger TEXT NOT NULL,
    statement TEXT,                      -- id of the statement that it is known from
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    happening TEXT                       -- the event of the record; NULL until the build has ended
);
CREATE INDEX tellings_document ON tellings (document);
CREATE INDEX tellings_happening ON tellings (happening);

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    mode TEXT NOT NULL,
    contexts TEXT NOT NULL,              -- ["economic", ...]
    status TEXT NOT NULL,
    what TEXT NOT NULL,
    initiators TEXT NOT NULL,            -- [actor, ...]
    recipients TEXT NOT NULL,
    excluded TEXT NOT NULL,
    place TEXT REFERENCES actors (id),
    earliest TEXT,
    latest TEXT,
    basis TEXT NOT NULL,
    conflict INTEGER NOT NULL,           -- 1: accounts name days that exclude each other
    duration TEXT NOT NULL,
    only_said INTEGER NOT NULL,          -- 1: no outlet reports it in its own voice
    history TEXT NOT NULL,               -- [{"status", "on", "document", "outlet", "span", "text", "statement"}, ...]
    accounts INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);

-- A commitment as one document tells it in one place.
CREATE TABLE pledges (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    commitment TEXT NOT NULL,            -- JSON of the reading's commitment
    what TEXT NOT NULL,
    statement TEXT,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    entry TEXT                           -- the commitment of the record; NULL until the build has ended
);
CREATE INDEX pledges_document ON pledges (document);
CREATE INDEX pledges_entry ON pledges (entry);

CREATE TABLE commitments (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    by TEXT REFERENCES actors (id),
    toward TEXT REFERENCES actors (id),
    what TEXT NOT NULL,
    condition TEXT NOT NULL,
    due_earliest TEXT,
    due_latest TEXT,
    due_basis TEXT NOT NULL,
    status TEXT NOT NULL,
    overdue INTEGER NOT NULL,
    figures TEXT NOT NULL,               -- ["60%", ...]
    history TEXT NOT NULL,               -- as in events
    accounts INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);

CREATE TABLE quantities (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    value REAL NOT NULL,
    unit TEXT NOT NULL,
    mod TEXT NOT NULL,
    of_start INTEGER,
    of_end INTEGER,
    statement TEXT,
    telling TEXT,
    pledge TEXT,
    PRIMARY KEY (document, start, "end")
) WITHOUT ROWID;
