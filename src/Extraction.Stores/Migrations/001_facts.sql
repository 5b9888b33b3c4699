-- One row per article and one per fact. Keys ending in _key are the database's own; local_id is the id inside the article's record (E1, R1, V1).
-- Spans are half-open ranges of UTF-16 code units in articles.text.

CREATE TABLE runs (
    run_key        INTEGER PRIMARY KEY,
    output         TEXT    NOT NULL,   -- full path of the folder that the run writes to
    fingerprint    TEXT    NOT NULL,   -- digest of the program, its models and the settings that shape records
    inputs         TEXT    NOT NULL,   -- digest of the list of inputs
    state          TEXT    NOT NULL CHECK (state IN ('running', 'written', 'done', 'abandoned')),
    facts_bytes    INTEGER NOT NULL,   -- committed length of facts.jsonl
    failures_bytes INTEGER NOT NULL,   -- committed length of failures.jsonl
    next_input     INTEGER NOT NULL,   -- the first input that is not wholly committed
    next_item      INTEGER NOT NULL,   -- articles of that input that are committed
    repeated       INTEGER NOT NULL,   -- articles that came again with the same id and text
    renamed        INTEGER NOT NULL,   -- articles whose id was taken by another text
    started        TEXT    NOT NULL,
    finished       TEXT
);
CREATE INDEX runs_by_output ON runs (output);

CREATE TABLE failures (
    run_key  INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
    position INTEGER NOT NULL,
    source   TEXT    NOT NULL,
    stage    TEXT    NOT NULL,
    reason   TEXT    NOT NULL,
    PRIMARY KEY (run_key, position)
) WITHOUT ROWID;

CREATE TABLE articles (
    article_key INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    source      TEXT NOT NULL,
    url         TEXT,
    title       TEXT,
    site        TEXT,
    author      TEXT,
    published   TEXT,
    language    TEXT,
    text        TEXT NOT NULL,
    digest      BLOB NOT NULL          -- SHA-256 of the whole record as JSON: the same again changes nothing
);
CREATE INDEX articles_by_published ON articles (published);

CREATE TABLE entities (
    entity_key  INTEGER PRIMARY KEY,
    article_key INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    local_id    TEXT NOT NULL,
    type        TEXT NOT NULL,
    name        TEXT NOT NULL,
    ids         TEXT NOT NULL,         -- JSON object: normal forms by scheme
    attributes  TEXT NOT NULL,         -- JSON object
    confidence  REAL
);
CREATE INDEX entities_by_article ON entities (article_key);
CREATE INDEX entities_by_name ON entities (type, name);

CREATE TABLE mentions (
    entity_key INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    PRIMARY KEY (entity_key, span_start, span_end)
) WITHOUT ROWID;

CREATE TABLE relations (
    relation_key INTEGER PRIMARY KEY,
    article_key  INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    local_id     TEXT NOT NULL,
    type         TEXT NOT NULL,
    from_key     INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    to_key       INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    title        TEXT,
    confidence   REAL
);
CREATE INDEX relations_by_article ON relations (article_key);
CREATE INDEX relations_by_from ON relations (from_key, type);
CREATE INDEX relations_by_to ON relations (to_key, type);

CREATE TABLE relation_evidence (
    relation_key INTEGER NOT NULL REFERENCES relations ON DELETE CASCADE,
    span_start   INTEGER NOT NULL,
    span_end     INTEGER NOT NULL,
    PRIMARY KEY (relation_key, span_start, span_end)
) WITHOUT ROWID;

CREATE TABLE events (
    event_key         INTEGER PRIMARY KEY,
    article_key       INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    local_id          TEXT NOT NULL,
    type              TEXT NOT NULL,
    status            TEXT NOT NULL,
    date              TEXT,
    kind              TEXT,
    round             TEXT,
    action            TEXT,
    filing            TEXT,
    designation       TEXT,
    phase             TEXT,
    participants      INTEGER,
    count             INTEGER,
    amount_value      NUMERIC,
    amount_high       NUMERIC,
    amount_currency   TEXT,
    amount_qualifier  TEXT,
    upfront_value     NUMERIC,
    upfront_high      NUMERIC,
    upfront_currency  TEXT,
    upfront_qualifier TEXT,
    territory         TEXT,
    measure           TEXT,
    value             NUMERIC,
    unit              TEXT,
    period            TEXT,
    confidence        REAL
);
CREATE INDEX events_by_article ON events (article_key);
CREATE INDEX events_by_type ON events (type, date);

CREATE TABLE event_roles (
    event_key  INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    role       TEXT    NOT NULL,
    position   INTEGER NOT NULL,
    entity_key INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
    PRIMARY KEY (event_key, role, position)
) WITHOUT ROWID;
CREATE INDEX event_roles_by_entity ON event_roles (entity_key, role);

CREATE TABLE event_evidence (
    event_key  INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    PRIMARY KEY (event_key, span_start, span_end)
) WITHOUT ROWID;
