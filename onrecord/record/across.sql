-- Schema 4: what only many accounts together tell. Each feature's own tables are in its folder's tables.sql.

ALTER TABLE documents ADD COLUMN story TEXT NOT NULL DEFAULT '';        -- empty of what is not read, and until the build has ended
ALTER TABLE documents ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;    -- 0: it, or what it hangs on, changed since the record was last reconciled
ALTER TABLE events ADD COLUMN story TEXT NOT NULL DEFAULT '';
ALTER TABLE commitments ADD COLUMN story TEXT NOT NULL DEFAULT '';
CREATE INDEX documents_story ON documents (story);
CREATE INDEX events_story ON events (story);
CREATE INDEX commitments_story ON commitments (story);
CREATE INDEX documents_settled ON documents (settled) WHERE settled = 0;
