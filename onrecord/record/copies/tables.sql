-- Copies: what finds them (fingerprints and their keys), what comparing two texts said, the entries made of it.

CREATE TABLE fingerprints (
    number INTEGER PRIMARY KEY,          -- a hash of the document's id, so that it is the same in every record
    document TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,               -- of the way they are made, of the document and of its reading
    keys BLOB NOT NULL                   -- all keys, eight bytes each
);
CREATE TABLE fingerprint_keys (
    key INTEGER NOT NULL,                -- the two lowest bits: 0 a run of words, 1 a run within a quote, 2 two facts
    number INTEGER NOT NULL,
    PRIMARY KEY (key, number)
) WITHOUT ROWID;

-- Two documents that share something, whoever was first: a function of the two texts and outlets alone.
CREATE TABLE copy_pairs (
    first TEXT NOT NULL,                 -- the lesser of the two ids
    second TEXT NOT NULL,
    kind TEXT NOT NULL,
    first_share REAL NOT NULL,           -- of the words of each that stand in the other, or are told there
    second_share REAL NOT NULL,
    passages TEXT NOT NULL,              -- [[start, end, start, end, "words" | "quote" | "told"], ...], in each text
    first_only TEXT NOT NULL,            -- [[start, end], ...]: what the other has not
    second_only TEXT NOT NULL,
    signs TEXT NOT NULL,                 -- what shows who was first: [{"original", "document", "span", "because", ...}]
    PRIMARY KEY (first, second)
) WITHOUT ROWID;
CREATE INDEX copy_pairs_second ON copy_pairs (second);
CREATE INDEX copy_pairs_kind ON copy_pairs (kind, first, second);

-- What a document says of where it is from: a function of its text alone.
CREATE TABLE credits (
    document TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    outlet TEXT NOT NULL,                -- as the text names it, or empty
    basis TEXT NOT NULL,                 -- "dateline" | "republication" | "link"
    PRIMARY KEY (document, start, "end")
) WITHOUT ROWID;

CREATE TABLE copies (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    kind TEXT NOT NULL,
    first TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    second TEXT REFERENCES documents (id) ON DELETE CASCADE,  -- NULL: the record has not what the first one credits
    original TEXT,                       -- which of them was first; NULL where that does not show
    credited TEXT NOT NULL,
    because TEXT NOT NULL,               -- ["it says \"...\"", ...]
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX copies_first ON copies (first);
CREATE INDEX copies_second ON copies (second);

-- The same statement in two articles that share its words.
CREATE TABLE restated (
    statement TEXT NOT NULL,
    other TEXT NOT NULL,
    copy TEXT NOT NULL,
    PRIMARY KEY (statement, other)
) WITHOUT ROWID;

CREATE INDEX restated_other ON restated (other);

-- In how many articles a statement stands, and how many of these are independent of each other; where it is in several.
CREATE TABLE carried (
    statement TEXT PRIMARY KEY,
    articles INTEGER NOT NULL,
    accounts INTEGER NOT NULL
) WITHOUT ROWID;

-- So that asking which documents changed reads no texts.
CREATE INDEX documents_version ON documents (id, version);
CREATE INDEX readings_key ON readings (document, key);

CREATE TRIGGER statements_gone AFTER DELETE ON statements BEGIN
    DELETE FROM restated WHERE statement = old.id;
    DELETE FROM restated WHERE other = old.id;
    DELETE FROM carried WHERE statement = old.id;
END;
