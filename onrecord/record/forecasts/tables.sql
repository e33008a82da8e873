-- Forecasts: where single documents foresee something, and the entries made of that.

CREATE TABLE outlooks (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- its place among the document's
    outlook TEXT NOT NULL,               -- JSON, with the document's own actors: record/forecasts/outlooks.py
    words TEXT NOT NULL,                 -- what its spans slice to
    what TEXT NOT NULL,
    condition TEXT NOT NULL,
    statement TEXT,
    entry TEXT                           -- the forecast; NULL where it is none's
);
CREATE INDEX outlooks_document ON outlooks (document);
CREATE INDEX outlooks_entry ON outlooks (entry);
CREATE TABLE outlooks_read (             -- the documents whose readings were gone through for them
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    method TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE forecasts (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    forecaster TEXT REFERENCES actors (id),  -- NULL: the outlet's own voice
    forecaster_name TEXT NOT NULL,
    what TEXT NOT NULL,
    hedge TEXT NOT NULL,
    negated INTEGER NOT NULL,
    horizon_earliest TEXT,
    horizon_latest TEXT,
    horizon_value TEXT NOT NULL,         -- TIMEX3, or empty
    condition TEXT NOT NULL,
    foretold TEXT NOT NULL,              -- [{"document", "on", "words", ...}, ...] in order of time
    outcome TEXT NOT NULL,
    came TEXT NOT NULL,                  -- JSON: what settles it, or null
    earliest TEXT,                       -- the first day on which it can have been made
    articles INTEGER NOT NULL,
    accounts INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX forecasts_story ON forecasts (story);
CREATE INDEX forecasts_forecaster ON forecasts (forecaster);
