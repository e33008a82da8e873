-- Stories: which documents belong together; documents.story says which one a document is in.
CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,                  -- as its own words make it; users' names are in rulings
    documents INTEGER NOT NULL,
    terms TEXT NOT NULL,                 -- {"stem": [weight, "as written"], ...}: its documents' vectors added up
    first_seen INTEGER NOT NULL REFERENCES runs (id),
    last_seen INTEGER NOT NULL REFERENCES runs (id)
);

-- The strongest words of each, by which it is found.
CREATE TABLE story_words (
    stem TEXT NOT NULL,
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    PRIMARY KEY (stem, story)
) WITHOUT ROWID;
CREATE INDEX story_words_story ON story_words (story);
