-- Disputes: two or more versions of one thing that cannot all hold, each with all that carry it.

CREATE TABLE disputes (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,                 -- what it is of, in the words of the coverage
    status TEXT NOT NULL,                -- open | settled
    marked INTEGER NOT NULL,             -- 1: an article says itself that there is a disagreement
    because TEXT NOT NULL,               -- ["an article says that they disagree", ...]
    sides TEXT NOT NULL,                 -- [{"says", "accounts", "claims": [{"document", "span", "statement", ...}]}]
    actors TEXT NOT NULL,                -- [actor, ...]: who says it or is spoken of
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX disputes_story ON disputes (story);
