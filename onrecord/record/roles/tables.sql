-- Roles: which office an actor holds or held, as the coverage of a story tells it.
CREATE TABLE roles (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL,
    actor TEXT NOT NULL REFERENCES actors (id),
    title TEXT NOT NULL,
    titles TEXT NOT NULL,                -- ["special envoy", ...], as most articles give it first
    of TEXT REFERENCES actors (id),      -- whose office it is
    earliest TEXT,                       -- days of the articles that give it as held
    latest TEXT,
    past_by TEXT,                        -- day of the first article that calls it a former one
    changes TEXT NOT NULL,               -- [{"kind", "other", "came", "document", "span"}, ...]
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX roles_story ON roles (story);
CREATE INDEX roles_actor ON roles (actor);
