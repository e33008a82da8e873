-- Labels: where single documents call somebody or something a name, and the entries made of that.

CREATE TABLE namings (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- its place among the document's
    words TEXT NOT NULL,                 -- as they stand there
    label TEXT NOT NULL,                 -- the same in lower case, without what does not belong to it
    matter TEXT NOT NULL,                -- of what kind a thing that befalls the target; empty: it is the target itself
    plain INTEGER NOT NULL,              -- says something only beside what others call it
    statement TEXT,                      -- NULL: the outlet's own voice
    naming TEXT NOT NULL                 -- JSON, with the document's own actors: record/labels/namings.py
);
CREATE INDEX namings_document ON namings (document);
CREATE TABLE namings_read (              -- the documents whose readings were gone through for them
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    method TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE labels (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    target TEXT NOT NULL REFERENCES actors (id),
    matter TEXT NOT NULL,
    label TEXT NOT NULL,
    outlet TEXT NOT NULL,                -- in whose own voice; empty where it is a source's or the outlet is unknown
    own INTEGER NOT NULL,
    actor TEXT REFERENCES actors (id),   -- whose, where it is a source's; NULL: nobody the record knows
    who TEXT NOT NULL,
    used TEXT NOT NULL,                  -- [{"document", "on", "words", ...}, ...] in order of time
    uses INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    earliest TEXT,
    latest TEXT,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX labels_target ON labels (target);
CREATE INDEX labels_actor ON labels (actor);
CREATE INDEX labels_story ON labels (story);
