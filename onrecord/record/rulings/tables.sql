-- What users rule. Rows are never deleted: one that was taken back says when and by whom.
CREATE TABLE rulings (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,                  -- merge | split | reject | pin | date | rename
    target TEXT NOT NULL,                -- as in the file of rulings: an id, or actors as "Ora Lind @ DOCUMENT; ..."
    value TEXT NOT NULL,
    anchors TEXT NOT NULL,               -- of actors: [["Ora Lind @ DOCUMENT", ...], ...], each by several places
    about TEXT NOT NULL,                 -- what it pointed at when it was made, for people
    who TEXT NOT NULL,
    ruled TEXT NOT NULL,                 -- when
    why TEXT NOT NULL,
    undone TEXT NOT NULL DEFAULT '',     -- when it was taken back
    undone_by TEXT NOT NULL DEFAULT '',
    trouble TEXT NOT NULL DEFAULT ''     -- of actors: the ruling that it contradicts, or idle: they are so without it
);
CREATE INDEX rulings_target ON rulings (target);

-- Of several rulings on one thing the latest holds. SQLite takes bare columns from the row that has the max().
CREATE VIEW verdicts AS
SELECT target AS id, kind, max(ruled || id) FROM rulings
WHERE undone = '' AND kind IN ('reject', 'pin') GROUP BY target;
CREATE VIEW rejected AS SELECT id FROM verdicts WHERE kind = 'reject';

INSERT INTO rulings (id, kind, target, value, anchors, about, who, ruled, why)
SELECT
    ruling_id('date', document, said), 'date', document, said, '[]', coalesce((SELECT title FROM documents WHERE id = document), document), '', ruled, ''
FROM (
    SELECT *, CASE WHEN earliest = latest THEN earliest ELSE coalesce(earliest, '') || '..' || coalesce(latest, '') END
    AS said FROM dates
);
DROP TABLE dates;
