-- The status that an entry had when a run ended, for the runs that brought it or changed it.
CREATE TABLE statuses (
    entry TEXT NOT NULL,                 -- id of an event, a commitment, ...
    run INTEGER NOT NULL REFERENCES runs (id),
    status TEXT NOT NULL,
    PRIMARY KEY (entry, run)
) WITHOUT ROWID;
CREATE INDEX statuses_run ON statuses (run);
