-- The keys of the names of documents' own actors, as they were last settled: who has none in common is never one.
CREATE TABLE name_keys (
    key TEXT NOT NULL,                   -- empty for who is never named
    document TEXT NOT NULL,              -- kept when the document is read anew, until it is settled again
    local TEXT NOT NULL,
    several INTEGER NOT NULL,            -- 1: it has other keys as well, and so ties them
    actor TEXT NOT NULL,                 -- what it was settled to be
    PRIMARY KEY (document, local, key)
) WITHOUT ROWID;
CREATE INDEX name_keys_key ON name_keys (key, document, local) WHERE key <> '';
CREATE INDEX name_keys_several ON name_keys (key) WHERE several;
