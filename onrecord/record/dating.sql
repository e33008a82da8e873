-- Schema 2: what a page states of its date and what the record holds, apart; rulings; times.

ALTER TABLE documents ADD COLUMN stated_earliest TEXT;               -- as the page came in; published_* is what is held
ALTER TABLE documents ADD COLUMN stated_latest TEXT;
ALTER TABLE documents ADD COLUMN stated_basis TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE documents ADD COLUMN published_because TEXT NOT NULL DEFAULT '';  -- how it was inferred or ruled
UPDATE documents SET
    stated_earliest = published_earliest, stated_latest = published_latest, stated_basis = published_basis;

-- When documents were published, as users say; it goes before what a page states.
CREATE TABLE dates (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    earliest TEXT,
    latest TEXT,
    run INTEGER NOT NULL REFERENCES runs (id),
    ruled TEXT NOT NULL                  -- when the user said it
) WITHOUT ROWID;

-- What the time expressions of a document mean under the date that the record holds.
CREATE TABLE times (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,                 -- TIMEX3; empty where it is not known
    mod TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    relative TEXT,                       -- {"anchor": "document" or [start, end], "rule": ...}
    unresolved TEXT NOT NULL,            -- why there is no value
    tense TEXT NOT NULL,
    PRIMARY KEY (document, start, "end")
) WITHOUT ROWID;

-- Of readings that are there already: as they were read.
INSERT OR REPLACE INTO times
SELECT
    document, json_extract(time.value, '$.span[0]'), json_extract(time.value, '$.span[1]'),
    json_extract(time.value, '$.type'), json_extract(time.value, '$.value'), json_extract(time.value, '$.mod'),
    json_extract(time.value, '$.earliest'), json_extract(time.value, '$.latest'),
    json_extract(time.value, '$.relative'), json_extract(time.value, '$.unresolved'),
    coalesce(json_extract(time.value, '$.tense'), '')
FROM readings, json_each(reading, '$.times') AS time;
