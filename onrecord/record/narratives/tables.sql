-- Narratives: what single documents show somebody to claim, and the claims that recur.

CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- its place among the document's
    tokens TEXT NOT NULL,                -- what is claimed: stems, and "@" with the document's own actors, in order
    negated INTEGER NOT NULL,
    speaker TEXT,                        -- local id; NULL: none is known
    caller TEXT,                         -- who calls it a narrative, if not the outlet
    statement TEXT,                      -- NULL: the outlet's own voice
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,                 -- what stands there
    answer TEXT NOT NULL,                -- the words that rebut it, or say what it is, or empty
    source TEXT NOT NULL,                -- whoever claims it, as the text calls them
    alone INTEGER NOT NULL,              -- its document alone shows that it is more than a remark
    claim TEXT NOT NULL                  -- JSON: record/narratives/claims.py
);
CREATE INDEX claims_document ON claims (document);
CREATE TABLE claims_read (               -- the documents whose readings were gone through for them
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    method TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE narratives (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    claim TEXT NOT NULL,                 -- in the words of one who promotes it
    basis TEXT NOT NULL,                 -- "recurs" | "called" | "repeated"
    earliest TEXT,                       -- the first and the last day on which coverage tells of it
    latest TEXT,
    told TEXT NOT NULL,                  -- [{"document", "on", "words", "voice", ...}, ...] in order of time
    speakers INTEGER NOT NULL,
    rebuttals INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    accounts INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX narratives_story ON narratives (story);
