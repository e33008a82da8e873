-- The record, schema 1. Offsets are code points from 0 into documents.text, "end" is one past the last; dates are ISO
-- 8601; lists are JSON. first_seen is the run that brought a row, last_seen the last run that brought something new to it.
-- Where there is no rowid the key's columns come first and in its order: else SQLite 3.40 reports damage that is none.

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    finished TEXT,                       -- NULL: cut off; the next build goes on under the same number
    version TEXT NOT NULL,
    model TEXT NOT NULL,
    added INTEGER NOT NULL DEFAULT 0,    -- documents that were new or changed
    known INTEGER NOT NULL DEFAULT 0,    -- documents that were in the record already
    unread INTEGER NOT NULL DEFAULT 0    -- what the whole record could not read when the run ended
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    characters INTEGER NOT NULL,         -- of the text
    sha256 TEXT NOT NULL,                -- of the text
    version TEXT NOT NULL,               -- of the text with its metadata
    title TEXT,
    outlet TEXT,
    byline TEXT,
    url TEXT,
    published_earliest TEXT,
    published_latest TEXT,
    published_basis TEXT NOT NULL,
    language TEXT NOT NULL,
    unread TEXT NOT NULL,                -- why it is kept but not read, or empty
    body TEXT NOT NULL,                  -- [[start, end], ...]
    residue TEXT NOT NULL,               -- [{"span": [start, end], "kind": ...}, ...]
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);

CREATE TABLE origins (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    origin TEXT NOT NULL,                -- the file, line or entry it came from
    sha256 TEXT NOT NULL,                -- of the text that was found there
    version TEXT NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (document, origin)
) WITHOUT ROWID;

CREATE TABLE unread (
    origin TEXT PRIMARY KEY,             -- made no document at all
    reason TEXT NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id)
) WITHOUT ROWID;

CREATE TABLE readings (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    key TEXT NOT NULL,                   -- of document version, model and reading schema: another key, another reading
    model TEXT NOT NULL,
    reading TEXT NOT NULL                -- JSON after `onrecord read --schema`, the text left out
);

CREATE TABLE sentences (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL
);
CREATE INDEX sentences_document ON sentences (document);
CREATE VIRTUAL TABLE sentence_index USING fts5 (text, content = '', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE actors (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    titles TEXT NOT NULL,                -- ["special envoy", ...], the most frequent first
    documents INTEGER NOT NULL,
    mentions INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);

CREATE TABLE aliases (
    actor TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
    alias TEXT NOT NULL,
    key TEXT NOT NULL,                   -- the alias without case and diacritics
    mentions INTEGER NOT NULL,
    PRIMARY KEY (actor, alias)
) WITHOUT ROWID;
CREATE INDEX aliases_key ON aliases (key);

-- Which actor each document's own actor is, with the reason.
CREATE TABLE members (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    local TEXT NOT NULL,                 -- the actor's id in the reading
    position INTEGER NOT NULL,           -- its place among the reading's actors
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    titles TEXT NOT NULL,                -- [{"title": "special envoy", "span": [start, end]}, ...]
    names TEXT NOT NULL,                 -- {"Ora Lind": 2, ...}, how often the document uses which name
    mentions INTEGER NOT NULL,
    actor TEXT REFERENCES actors (id),   -- NULL until the build that read the document has ended
    because TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (document, local)
) WITHOUT ROWID;
CREATE INDEX members_actor ON members (actor);

CREATE TABLE mentions (
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    local TEXT NOT NULL,
    head_start INTEGER NOT NULL,
    head_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    PRIMARY KEY (document, start, "end", local),
    FOREIGN KEY (document, local) REFERENCES members (document, local) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX mentions_member ON mentions (document, local);

CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,           -- its place among the document's statements
    speaker TEXT REFERENCES actors (id),
    speaker_local TEXT,
    speaker_name TEXT,
    addressee TEXT REFERENCES actors (id),
    addressee_local TEXT,
    via TEXT NOT NULL,                   -- [actor, ...], the nearest to the outlet first
    via_local TEXT NOT NULL,
    form TEXT NOT NULL,
    sourcing TEXT NOT NULL,
    act TEXT NOT NULL,
    source_text TEXT NOT NULL,
    cue_text TEXT NOT NULL,
    content_text TEXT NOT NULL,
    hedges TEXT NOT NULL,                -- ["reportedly", ...]
    sentence_start INTEGER NOT NULL,     -- the sentence or sentences that the evidence lies in
    sentence_end INTEGER NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX statements_document ON statements (document, sentence_start);
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_addressee ON statements (addressee);

CREATE VIRTUAL TABLE statement_index USING fts5 (
    speaker_name, source_text, cue_text, content_text,
    content = 'statements', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER statements_inserted AFTER INSERT ON statements BEGIN
    INSERT INTO statement_index (rowid, speaker_name, source_text, cue_text, content_text)
    VALUES (new.number, new.speaker_name, new.source_text, new.cue_text, new.content_text);
END;
CREATE TRIGGER statements_deleted AFTER DELETE ON statements BEGIN
    INSERT INTO statement_index (statement_index, rowid, speaker_name, source_text, cue_text, content_text)
    VALUES ('delete', old.number, old.speaker_name, old.source_text, old.cue_text, old.content_text);
END;
CREATE TRIGGER statements_renamed AFTER UPDATE OF speaker_name ON statements BEGIN
    INSERT INTO statement_index (statement_index, rowid, speaker_name, source_text, cue_text, content_text)
    VALUES ('delete', old.number, old.speaker_name, old.source_text, old.cue_text, old.content_text);
    INSERT INTO statement_index (rowid, speaker_name, source_text, cue_text, content_text)
    VALUES (new.number, new.speaker_name, new.source_text, new.cue_text, new.content_text);
END;

-- Facts that went away when their document was changed or read anew: one that comes back is not news.
CREATE TABLE retired (
    fact_kind TEXT NOT NULL,
    fact_id TEXT NOT NULL,
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    PRIMARY KEY (fact_kind, fact_id)
) WITHOUT ROWID;

-- The characters that carry a fact; an actor's names are in mentions, its titles are here.
CREATE TABLE evidence (
    fact_kind TEXT NOT NULL,             -- statement | actor
    fact_id TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    part TEXT NOT NULL,                  -- source | cue | content | hedge | title
    PRIMARY KEY (fact_kind, fact_id, document, start, "end", part)
) WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document);
